"""The first real input: one article in three versions, used from where it is."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from archiver.model import Document

NAMES = ("1.old-version.txt", "2.silent-update.txt", "3.announced-update.txt")


@pytest.fixture(scope="module")
def versions(shared: Path, read: Callable[..., Document]) -> list[Document]:
    return [read((shared / "seed" / name).read_bytes()) for name in NAMES]


def test_each_version_has_its_fields(versions: list[Document], shared: Path) -> None:
    for document, name in zip(versions, NAMES, strict=True):
        lines = (shared / "seed" / name).read_text().removeprefix("Old Version\n\n").splitlines()
        assert document.headline == lines[0].strip()
        assert document.standfirst == lines[2].strip()
        assert document.byline == "By Yu Xiaodong"
        assert lines[6].startswith(document.captions[0].text)
        credits_given = [caption.credit for caption in document.captions]
        assert credits_given == ["Photo by Xinhua", "Photo by VCG"]
        assert document.notes == ()


def test_only_the_first_has_a_label(versions: list[Document]) -> None:
    assert [document.label for document in versions] == ["Old Version", "", ""]


def test_the_claimed_date_is_what_stands_after_updated(versions: list[Document]) -> None:
    assert [document.claimed_modified for document in versions] == ["Aug.1", "Aug.1", "Sept.5"]


def test_sub_headings_are_headings_and_nothing_else_is(versions: list[Document]) -> None:
    for document in versions:
        headings = [block.text for block in document.blocks if block.kind == "heading"]
        assert headings == ["Eroded Trust", "Clashing Views", "Restoring Confidence?"]
        assert {block.kind for block in document.blocks} == {"heading", "paragraph"}


def test_paragraphs_on_adjacent_lines_are_two(versions: list[Document]) -> None:
    for document in versions:
        first, second = document.blocks[(at := _place(document, "On the US’")) - 1 : at + 1]
        assert first.text.endswith("Li said.")
        assert (first.kind, second.kind) == ("paragraph", "paragraph")


def test_the_silent_update_changes_only_the_expected_paragraphs(
    versions: list[Document], shared: Path
) -> None:
    expected = json.loads((shared / "seed" / "expected.json").read_text())["1->2"]
    old, new = versions[0].blocks, versions[1].blocks

    changed = [(a.text, b.text) for a, b in zip(old, new, strict=True) if a != b]

    assert 0 < len(changed) <= len(expected["word_changes"])
    for change in expected["word_changes"]:
        assert any(change["old"] in a and change["new"] in b for a, b in changed)
    for a, b in changed:
        assert any(change["old"] in a and change["new"] in b for change in expected["word_changes"])


def test_a_correction_note_is_the_last_paragraph(versions: list[Document]) -> None:
    assert versions[2].blocks[-1].text.startswith("Correction, Sept.5:")


def _place(document: Document, start: str) -> int:
    starts = [block.text.startswith(start) for block in document.blocks]
    return starts.index(True)
