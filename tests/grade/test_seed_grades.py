"""The first real article: the grades a reader must be shown, and whether it was announced."""

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from archiver.diff import diff
from archiver.grade import judged
from archiver.model import Capture, Document, Judgement, Uri
from archiver.text import extract


def document(path: Path) -> Document:
    return extract(
        Capture(
            payload=path.read_bytes(),
            media_type="text/plain",
            captured_at=datetime(2023, 9, 5, tzinfo=UTC),
            time_from="option",
            source=path.name,
            fallback_uri=Uri(f"file:{path.name}"),
        )
    )


@pytest.fixture
def versions(shared: Path) -> list[Document]:
    return [document(path) for path in sorted((shared / "seed").glob("*.txt"))]


@pytest.fixture
def expected(shared: Path) -> dict[str, Any]:
    return dict(json.loads((shared / "seed" / "expected.json").read_text()))


def judgement(old: Document, new: Document) -> Judgement:
    return judged(diff(old, new), old, new)


def test_the_silent_update_has_exactly_the_expected_grades(
    versions: list[Document], expected: dict[str, Any]
) -> None:
    found = judgement(versions[0], versions[1])

    left = Counter((change.old, change.new, change.grade) for change in found.changes)
    for wanted in expected["1->2"]["word_changes"]:
        accepted = [
            (one["old"], one["new"], wanted["grade"]) for one in (wanted, wanted.get("or", wanted))
        ]
        hit = next((row for row in accepted if left[row]), None)
        assert hit, f"{wanted} is not among {left}"
        left[hit] -= 1
    assert not +left
    assert found.disclosed is expected["1->2"]["disclosed"]
    assert found.notices == ()


def test_the_announced_update_has_its_grades_and_its_note(
    versions: list[Document], expected: dict[str, Any]
) -> None:
    found = judgement(versions[1], versions[2])

    grades = {(change.old, change.new): change.grade for change in found.changes}
    for one in (*expected["2->3"]["word_changes"], expected["2->3"]["claimed_modified"]):
        assert grades[one["old"], one["new"]] == one["grade"]
    assert sorted(grade for grade in grades.values() if grade != "headline") == [
        "correction",
        "paragraph",
        "paragraph",
        "quotation",
        "structure",
        "structure",
        "timestamp",
    ]
    assert found.disclosed is expected["2->3"]["disclosed"]
    assert [note[:11] for note in found.notices] == ["Correction,"]


def test_over_both_updates_the_note_speaks_of_the_month_alone(versions: list[Document]) -> None:
    found = judgement(versions[0], versions[2])

    told = [(change.old, change.new) for change in found.changes if change.in_note]

    assert ("May", "June") in told
    assert ("50", "150") not in told
