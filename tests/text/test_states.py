"""Pages that are no article: each rule finds its pages, and takes no article for one."""

import csv
import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from resiliparse.parse.html import HTMLTree

from archiver.model import Document, Doubt
from archiver.text import pages
from archiver.text.decode import decode_html
from archiver.text.pages.states import RULES, doubt
from tests.conftest import ROOT, shared_folder

PAGES = ROOT / "tests" / "corpus" / "pages"
DOCS = ROOT / "docs" / "pages.md"
LOOKS: dict[str, dict[str, str | int]] = json.loads((PAGES / "looks.json").read_text("utf-8"))
"""Address, status and where redirects led, of the pages that have any."""

OF_THE_READER = {"no-text": "suspect", "collapsed-text": "suspect"}
"""What the reader itself says where no rule does."""


class Look(NamedTuple):
    path: Path
    outcome: str
    rule: str

    def __str__(self) -> str:
        return f"{self.outcome}/{self.path.stem}"


def looks() -> Iterator[Look]:
    names = sorted([*(rule.name for rule in RULES), *OF_THE_READER], key=len, reverse=True)
    for path in sorted(PAGES.rglob("*.html")):
        stem = path.stem
        rule = next((name for name in names if stem.startswith(f"{name}-")), "")
        yield Look(path, path.parent.name, rule)


def read(path: Path) -> Document | Doubt:
    given = LOOKS.get(f"{path.parent.name}/{path.name}", {})
    return pages.read(
        decode_html(path.read_bytes()),
        uri=str(given.get("uri", "")),
        status=int(given.get("status", 0)),
        final_uri=str(given.get("final_uri", "")),
    )


@pytest.mark.parametrize("look", list(looks()), ids=str)
def test_a_page_is_what_its_folder_says(look: Look) -> None:
    found = read(look.path)

    if look.outcome == "article":
        assert isinstance(found, Document), found
    else:
        assert isinstance(found, Doubt), [block.text for block in found.blocks]
        assert (found.outcome, found.rule) == (look.outcome, look.rule)


@pytest.mark.parametrize("look", [look for look in looks() if look.outcome != "article"], ids=str)
def test_a_reason_is_one_short_sentence(look: Look) -> None:
    found = read(look.path)

    assert isinstance(found, Doubt)
    assert re.fullmatch(r"[^\n]{10,250}[^.\s]", found.reason)


def test_each_rule_has_a_page_and_articles_have_more() -> None:
    found = list(looks())
    names = [*(rule.name for rule in RULES), *OF_THE_READER]

    without = set(names) - {look.rule for look in found} - {"collapsed-text"}
    assert not without
    assert sum(look.outcome == "article" for look in found) >= 25
    assert set(LOOKS) <= {f"{look.path.parent.name}/{look.path.name}" for look in found}


def test_names_of_rules_are_unique() -> None:
    names = [rule.name for rule in RULES]

    assert len(names) == len(set(names))


def test_the_table_of_the_docs_gives_the_rules_in_the_order_they_are_asked() -> None:
    table = DOCS.read_text("utf-8").split("### The rules")[1].split("###")[0]
    rows = re.findall(r"^\| `([\w-]+)` \| (\w+) \| \S.* \|$", table, re.MULTILINE)

    expected = [(rule.name, rule.outcome) for rule in RULES]
    assert rows == [*expected, *OF_THE_READER.items()]


def long_page(title: str) -> tuple[HTMLTree, Document]:
    days = "".join(
        f"<p>On day {n} the boat left the quay {n} hours late, with {n + 40} people on board.</p>"
        for n in range(1, 31)
    )
    page = f"<html><title>{title}</title><body><main><h1>{title}</h1>{days}</main></body></html>"
    found = pages.read(decode_html(page.encode()))
    assert isinstance(found, Document)
    return HTMLTree.parse(page), found


@pytest.mark.parametrize(
    "title",
    [
        "Page not found",
        "Just a moment...",
        "Access denied",
        "502 Bad Gateway",
        "Before you continue",
    ],
)
def test_a_long_text_is_an_article_whatever_it_is_called(title: str) -> None:
    tree, document = long_page(title)

    assert doubt(tree, document) is None


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(404, "gone"), (410, "gone"), (500, "error"), (599, "error"), (301, "moved")],
)
def test_a_status_is_believed_over_a_long_text(status: int, outcome: str) -> None:
    tree, document = long_page("Ferry runs again")

    found = doubt(tree, document, status=status)

    assert found is not None
    assert found.outcome == outcome


@pytest.mark.parametrize("status", [0, 200, 203, 206, 401, 403, 429, 451, 402, 400])
def test_a_status_that_a_long_text_outweighs(status: int) -> None:
    tree, document = long_page("Ferry runs again")

    assert doubt(tree, document, status=status) is None


@pytest.mark.parametrize(
    ("uri", "final_uri", "outcome"),
    [
        ("https://a.example/x/story-1.html", "https://a.example/", "moved"),
        ("https://a.example/x/story-1.html", "https://a.example", "moved"),
        ("https://a.example/?p=12", "https://a.example/", "moved"),
        ("https://a.example/x/story-1.html", "https://b.example/fr-ca/", "moved"),
        ("https://a.example/x/story-1.html", "https://a.example/x/", "moved"),
        ("https://a.example/x/story-1.html", "https://a.example/x", "moved"),
        ("https://a.example/x/story-1.html", "https://a.example/x/tale-2.html", None),
        ("https://a.example/x/story-1.html", "https://m.a.example/x/story-1.html", None),
        ("http://a.example/x/story-1", "https://www.a.example/x/story-1/?utm_source=y", None),
        ("https://a.example/", "https://a.example/en/", None),
        ("https://a.example/x", "", None),
        ("", "https://a.example/", None),
        ("folder:x", "https://[bad", None),
    ],
)
def test_where_redirects_lead(uri: str, final_uri: str, outcome: str | None) -> None:
    tree, document = long_page("Ferry runs again")

    found = doubt(tree, document, uri=uri, final_uri=final_uri)

    assert (found and found.outcome) == outcome


def real_pages(shared: Path) -> Iterator[tuple[Path, str]]:
    """Give all real pages beside the project, and what the list of them says of an error page."""
    with (shared / "data" / "index.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["format"] == "html":
                yield shared / "data" / row["path"], row["flag"]
    for part in ("html_articles", "html_noise"):
        for path in sorted((shared / "data" / part).rglob("*.html*")):
            yield path, ""


@pytest.mark.slow
@pytest.mark.skipif(shared_folder() is None, reason="the shared real documents are not here")
def test_of_real_pages_only_the_error_pages_raise_a_doubt(shared: Path) -> None:
    wrong = []
    looked_n = 0
    for path, flag in real_pages(shared):
        payload = path.read_bytes()
        decoded = decode_html(gzip.decompress(payload) if path.suffix == ".gz" else payload)
        found = pages.read(decoded)
        is_error = flag in {"http-404-capture", "error-page-capture"}
        looked_n += 1
        outcome = found.outcome if isinstance(found, Doubt) else "article"
        if outcome != ("gone" if is_error else "article"):
            wrong.append((path.name, outcome))

    assert not wrong
    assert looked_n > 400
