"""The first real article, read crudely: line by line, each line a block."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from archiver.diff import changes, diff
from archiver.model import Block, Document


def read(path: Path) -> Document:
    lines = [re.sub(r"\s+", " ", line).strip() for line in path.read_text().split("\n")]
    if lines[0] == "Old Version":
        del lines[0]
    return Document(
        extractor="test", blocks=tuple(Block("paragraph", line) for line in lines if line)
    )


@pytest.fixture
def versions(shared: Path) -> list[Document]:
    return [read(path) for path in sorted((shared / "seed").glob("*.txt"))]


@pytest.fixture
def expected(shared: Path) -> dict[str, Any]:
    return dict(json.loads((shared / "seed" / "expected.json").read_text()))


def test_the_silent_update_changes_exactly_the_expected_words(
    versions: list[Document], expected: dict[str, Any]
) -> None:
    old, new, _ = versions

    found = Counter((change.old, change.new) for change in changes(diff(old, new), old, new))

    for wanted in expected["1->2"]["word_changes"]:
        accepted = [(one["old"], one["new"]) for one in (wanted, wanted.get("or", wanted))]
        hit = next((pair for pair in accepted if found[pair]), None)
        assert hit, f"{wanted} is not among {found}"
        found[hit] -= 1
    assert not +found


def test_the_announced_update_changes_the_quotation(
    versions: list[Document], expected: dict[str, Any]
) -> None:
    _, old, new = versions

    found = [(change.old, change.new) for change in changes(diff(old, new), old, new)]

    assert {(one["old"], one["new"]) for one in expected["2->3"]["word_changes"]} <= {*found}


def test_the_announced_update_adds_removes_moves_and_splits_whole_paragraphs(
    versions: list[Document], expected: dict[str, Any]
) -> None:
    _, old, new = versions
    wanted = expected["2->3"]["paragraphs"]

    edits = diff(old, new).blocks

    def begin_with(kind: str, beginnings: list[str]) -> bool:
        texts = [
            (new.blocks[edit.new[0]] if edit.new else old.blocks[edit.old[0]]).text
            for edit in edits
            if edit.kind == kind
        ]
        return len(texts) == len(beginnings) and all(
            any(text.startswith(beginning) for text in texts) for beginning in beginnings
        )

    assert begin_with("inserted", wanted["added"])
    assert begin_with("deleted", wanted["removed"])
    assert begin_with("moved", wanted["moved"])
    assert begin_with("split", wanted["split"])
    assert begin_with("merged", [])
