"""Real revisions in many languages, read crudely: both sides come back to the character."""

from itertools import pairwise
from pathlib import Path

import pytest

from archiver.diff import changes, decode, diff, encode, new_text, old_text, pieces, words
from archiver.model import Block, Document

SOURCES = (
    "cc-legalcode",
    "de-law",
    "digitalgov",
    "fr-law",
    "github-site-policy",
    "govuk-news",
    "nodejs-org",
    "ota-demo",
    "ota-demo-html",
    "tw-law",
)


def read(path: Path) -> Document:
    text = path.read_bytes().decode(errors="replace")
    return Document(
        extractor="test", blocks=tuple(Block("paragraph", line) for line in text.split("\n"))
    )


def assert_comes_back(old: Document, new: Document) -> None:
    found = diff(old, new)
    whole = [pieces(edit, old, new) for edit in found.blocks]
    was = [
        text
        for _, text in sorted(
            (edit.old, old_text(one))
            for one, edit in zip(whole, found.blocks, strict=True)
            if edit.old
        )
    ]
    now = [new_text(one) for one, edit in zip(whole, found.blocks, strict=True) if edit.new]

    assert "\n".join(was) == "\n".join(block.text for block in old.blocks)
    assert "\n".join(now) == "\n".join(block.text for block in new.blocks)
    assert bool(changes(found, old, new)) == (old.blocks != new.blocks)
    assert min(words(found, old, new)) >= 0
    assert decode(found.old, found.new, found.engine, found.tokeniser, encode(found)) == found


@pytest.mark.slow
@pytest.mark.parametrize("source", SOURCES)
def test_revisions_come_back_to_the_character(shared: Path, source: str) -> None:
    folders = sorted((shared / "data" / "revisions" / source).iterdir())
    assert folders, "there are documents to read"

    for folder in folders:
        versions = [read(path) for path in sorted(folder.iterdir())]
        for old, new in (*pairwise(versions), (versions[0], versions[-1])):
            assert_comes_back(old, new)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "hi", "ru", "th", "zh"])
def test_encyclopedia_revisions_come_back_to_the_character(shared: Path, language: str) -> None:
    paths = sorted((shared / "data" / "pairs" / "wikipedia" / language).glob("*.old.wiki"))
    assert paths, "there are pairs to read"

    for path in paths:
        assert_comes_back(read(path), read(path.with_name(path.name.replace("old", "new"))))


def test_one_news_story_comes_back_to_the_character(shared: Path) -> None:
    folder = min((shared / "data" / "revisions" / "govuk-news").iterdir())
    versions = [read(path) for path in sorted(folder.iterdir())]

    for old, new in pairwise(versions):
        assert_comes_back(old, new)
