"""Two versions as a unified diff that `patch` applies."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from archiver.diff import DEFAULT_ENGINE, ENGINES
from archiver.diff.plain_text import article_text
from archiver.render.view import Comparison

CONTEXT_LINES = 3
"""As `diff -u` gives."""


def _hunk_range(start: int, stop: int) -> str:
    length = stop - start
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"


def _unified(compared: Comparison) -> Iterator[str]:
    old = article_text(compared.old).split("\n")[:-1]
    new = article_text(compared.new).split("\n")[:-1]
    if old == new:
        return
    for mark, version in (("---", compared.old_version), ("+++", compared.new_version)):
        yield f"{mark} {version.name}\t{version.first_seen}"
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    # difflib only groups here: to find what is equal, it would take minutes for a long text.
    runs = ENGINES[DEFAULT_ENGINE](old, new)
    kept = [*runs, (len(old), len(new), 0)]
    matcher.matching_blocks = kept  # type: ignore[attr-defined] # what it keeps, untyped
    for group in matcher.get_grouped_opcodes(CONTEXT_LINES):
        first, last = group[0], group[-1]
        old_range, new_range = _hunk_range(first[1], last[2]), _hunk_range(first[3], last[4])
        yield f"@@ -{old_range} +{new_range} @@"
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                yield from (f" {line}" for line in old[i1:i2])
            else:
                yield from (f"-{line}" for line in old[i1:i2])
                yield from (f"+{line}" for line in new[j1:j2])


def unified(compared: Comparison) -> str:
    """Give a unified diff of `article_text` of both sides, by lines; "" where they are equal."""
    return "".join(f"{line}\n" for line in _unified(compared))
