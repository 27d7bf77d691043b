"""The first real article, end to end: what a reader must be shown."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran

Archiver = Callable[..., Ran]
URL = "https://example.org/right-time-to-talk"


@pytest.fixture(params=["files", "folder"])
def archive(
    request: pytest.FixtureRequest, archiver: Archiver, shared: Path, tmp_path: Path
) -> Path:
    seed = shared / "seed"
    sources = sorted(seed.glob("*.txt")) if request.param == "files" else [seed]
    ran = archiver("snapshot", tmp_path / "a.db", *sources, "--url", URL)
    assert ran.exit_code == 0, ran.stderr
    return tmp_path / "a.db"


@pytest.fixture
def expected(shared: Path) -> dict[str, Any]:
    return dict(json.loads((shared / "seed" / "expected.json").read_text()))


def diff(archiver: Archiver, archive: Path, old: int, new: int) -> dict[str, Any]:
    ran = archiver("diff", archive, URL, "--from", old, "--to", new, "--json")
    assert ran.exit_code == 0, ran.stderr
    return dict(json.loads(ran.stdout))


def test_three_files_are_three_versions_and_the_first_is_the_old_version(
    archiver: Archiver, archive: Path
) -> None:
    log = json.loads(archiver("log", archive, URL, "--json").stdout)

    assert [(one["number"], one["label"]) for one in log] == [
        (1, "Old Version"),
        (2, None),
        (3, None),
    ]


def test_the_silent_update_shows_exactly_its_word_changes(
    archiver: Archiver, archive: Path, expected: dict[str, Any]
) -> None:
    shown = diff(archiver, archive, 1, 2)

    found = Counter((change["old"], change["new"]) for change in shown["changes"])
    for wanted in expected["1->2"]["word_changes"]:
        either = [(wanted["old"], wanted["new"])]
        if "or" in wanted:
            either.append((wanted["or"]["old"], wanted["or"]["new"]))
        hit = next((pair for pair in either if found[pair]), None)
        assert hit is not None, f"{wanted} is not among {sorted(found)}"
        found[hit] -= 1
    assert not +found, "nothing else changed"
    assert shown["fields"] == []
    assert {block["kind"] for block in shown["blocks"]} == {"equal", "edited"}


def test_the_announced_update_shows_its_paragraphs_headline_and_date(
    archiver: Archiver, archive: Path, expected: dict[str, Any]
) -> None:
    wanted = expected["2->3"]
    shown = diff(archiver, archive, 2, 3)

    pairs = [(change["old"], change["new"]) for change in shown["changes"]]
    for change in wanted["word_changes"]:
        assert (change["old"], change["new"]) in pairs
    whole = {
        kind: [
            "".join(text for _, text in block["edits"])
            for block in shown["blocks"]
            if block["kind"] == kind
        ]
        for kind in ("inserted", "deleted", "moved", "split")
    }
    for start in wanted["paragraphs"]["added"]:
        assert [text for text in whole["inserted"] if text.startswith(start)]
    for start in wanted["paragraphs"]["removed"]:
        assert [text for text in whole["deleted"] if text.startswith(start)]
    for start in wanted["paragraphs"]["moved"]:
        assert [text for text in whole["moved"] if text.startswith(start)]
        assert not [text for text in whole["deleted"] if text.startswith(start)]
    for start in wanted["paragraphs"]["split"]:
        assert [text for text in whole["split"] if text.startswith(start)]
    fields = {field["field"]: field for field in shown["fields"]}
    assert set(fields) == {"headline", "claimed_modified"}
    claimed = wanted["claimed_modified"]
    assert {key: fields["claimed_modified"][key] for key in ("old", "new", "grade")} == claimed
