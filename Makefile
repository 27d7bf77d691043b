# Everything here needs Python 3.11 or later and make; it works in .venv and nowhere else.
PYTHON ?= python3
SERVE ?= 1
PORT ?= 8001
BIN := .venv/bin
# The next line of Datasette, on which our pages must work too.
NEXT := 1.0a41
SOURCES := archiver tests benchmarks

.PHONY: demo test test-quick check fix docs bench clean

.venv/demo: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

.venv/dev: .venv/demo
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

demo: .venv/demo ## archive snapshots/, print a diff, serve it on http://127.0.0.1:8001
	$(BIN)/archiver snapshot archive.db snapshots/
	$(BIN)/archiver diff archive.db harbour-bridge
	@if [ "$(SERVE)" = 1 ]; then $(BIN)/archiver serve archive.db --port $(PORT); fi

.PHONY: browser
browser: ## a Chromium for the browser tests, where apt-get may install one
	@if command -v chromium >/dev/null && command -v chromedriver >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && \
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium chromium-driver >/dev/null || \
		echo 'No Chromium could be installed: the browser tests will be skipped.'; \
	else echo 'No Chromium here, and no right to install one: the browser tests will be skipped.'; fi

.venv1/test: .venv/demo
	@$(PYTHON) -m venv .venv1 && grep -v '^datasette==' constraints.txt > .venv1/constraints.txt && \
	.venv1/bin/pip install --quiet --disable-pip-version-check -c .venv1/constraints.txt --pre \
		-e '.[test]' 'datasette==$(NEXT)' && touch $@ || \
		echo 'Datasette $(NEXT) could not be installed: our pages are not tested on it.'

test: .venv/dev .venv1/test browser ## every test; those of our pages on the next Datasette too
	@if [ -f .venv1/test ]; then \
		.venv1/bin/python -m pytest -q -p no:cacheprovider tests/web > .venv1/log 2>&1 & next=$$!; \
	fi; \
	$(BIN)/python -m pytest; status=$$?; \
	if [ -n "$$next" ]; then \
		wait $$next || status=1; \
		echo 'tests/web on Datasette $(NEXT):'; tail -n 30 .venv1/log; \
	fi; \
	exit $$status

test-quick: .venv/dev ## the tests that take milliseconds
	$(BIN)/python -m pytest -m 'not slow and not browser'

check: .venv/dev ## lint, types, layers, generated docs
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/cog --check docs/cli.md docs/schema.md

fix: .venv/dev ## what can be put right by a program
	$(BIN)/ruff check --fix $(SOURCES)
	$(BIN)/ruff format $(SOURCES)

docs: .venv/dev ## write the generated parts of docs/
	$(BIN)/cog -r docs/cli.md docs/schema.md

# pip 23, which Python 3.11 brings, fails on an extra that two packages ask for (lxml's, here).
.venv/bench: .venv/dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip>=24'
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[bench]'
	touch $@

bench: .venv/bench ## measure, side by side with the peers
	$(BIN)/python benchmarks/bench_start.py
	$(BIN)/python benchmarks/bench_archive.py
	$(BIN)/python benchmarks/bench_grades.py
	$(BIN)/python -m benchmarks.pages
	$(BIN)/python -m benchmarks.watch
	$(BIN)/python -m benchmarks.schedule
	$(BIN)/python -m benchmarks.diff
	$(BIN)/python -m benchmarks.extraction
	$(BIN)/python -m benchmarks.noise

clean:
	rm -rf .venv .venv1 archive.db build dist
