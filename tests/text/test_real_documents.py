"""115 real documents, 795 versions, with independent word counts: `shared/data/README.md`."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from archiver.digest import digest
from archiver.model import Document

Key = tuple[str, str, int]
Row = dict[str, str]
Pair = tuple[Row, bool]

CHANGED_THOUGH_NO_WORD_WAS: dict[Key, str] = {
    ("github-site-policy", "policies-github-corporate-terms-of-service", 9): (
        "a blank came in between a bracket and a word, which the counts do not see"
    ),
    ("digitalgov", "federal-plain-language-guidelines", 3): "front matter: summary cut",
    ("digitalgov", "2013-10-30-content-management-systems-toolkit", 2): (
        "front matter: an entity in the summary became a quotation mark"
    ),
    ("digitalgov", "21st-century-integrated-digital-experience-act", 2): (
        "front matter: another time zone in the date"
    ),
    ("digitalgov", "an-introduction-github", 4): "front matter: another title and summary",
    ("digitalgov", "nara-guidance-on-managing-social-media-records", 3): (
        "indented code became list items"
    ),
    ("govuk-news", "news-confirmed-cases-of-covid-19-variants-identified-in-uk", 4): (
        "the page claims another date of change, in its machine-readable data alone"
    ),
}
EQUAL_THOUGH_WORDS_WERE_COUNTED: dict[Key, str] = {
    ("nodejs-org", "locale-ar-docs-index", 4): (
        "only U+FEFF went, which is folded; the counts took the front matter behind it for text"
    ),
    ("ota-demo-html", "open-terms-archive-imprint", 5): "the menu of the page lost an entry",
    ("ota-demo-html", "open-terms-archive-privacy-policy", 4): "other entries in the menu",
    ("ota-demo-html", "open-terms-archive-privacy-policy", 5): "one more entry in the menu",
    ("cc-legalcode", "docroot-legalcode-by-nc-4-0-de", 5): "one more language to choose from",
    ("govuk-news", "news-government-to-introduce-tougher-measures-and-enforcement-r-5dfc72", 5): (
        "missed: a word went from a paragraph that is one link, which is taken for furniture"
    ),
}


ERROR_PAGES = {"http-404-capture", "error-page-capture"}


@pytest.fixture(scope="module")
def pairs(shared: Path, read: Callable[..., Document]) -> list[Pair]:
    """Give each later version's row, and whether its digest equals the one before.

    A capture of an error page is passed over.
    """
    pairs = []
    before = ("", "", "")
    with (shared / "data" / "index.csv").open(newline="") as file:
        for row in csv.DictReader(file):
            if row["flag"] in ERROR_PAGES:
                continue
            path = shared / "data" / row["path"]
            now = (row["source"], row["doc"], digest(read(path.read_bytes(), path.suffix)))
            if now[:2] == before[:2]:
                pairs.append((row, now == before))
            before = now
    return pairs


def _key(row: Row) -> Key:
    return row["source"], row["doc"], int(row["version"])


def test_all_of_them_were_read(pairs: list[Pair]) -> None:
    assert len(pairs) == 795 - 115 - 2


def test_what_is_no_change_gives_an_equal_digest(pairs: list[Pair]) -> None:
    changed = {_key(row) for row, same in pairs if row["change_class"] == "none" and not same}

    assert changed == CHANGED_THOUGH_NO_WORD_WAS.keys()


def test_every_changed_word_gives_another_digest(pairs: list[Pair]) -> None:
    missed = {
        _key(row)
        for row, same in pairs
        if same and int(row["words_added"]) + int(row["words_deleted"]) > 0
    }

    assert missed == EQUAL_THOUGH_WORDS_WERE_COUNTED.keys()
