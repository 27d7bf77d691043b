"""The labelled pairs of texts: every change gets exactly the grade an editor would give it."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from archiver.diff import diff
from archiver.grade import judged
from archiver.model import Block, Change, Document

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "grades"
FILES = sorted(path for path in CORPUS.glob("*.json") if path.name != "meta.json")


def document(case: dict[str, Any], side: str) -> Document:
    blocks = tuple(Block("paragraph", text) for text in case[side])
    fields = case.get(f"{side}_fields", {})
    return Document(extractor="test/1", language=case["language"], blocks=blocks, **fields)


def fits(change: Change, wanted: dict[str, str]) -> bool:
    """Where a change stands among the others is the diff's to say, so only what it is counts."""
    return all(getattr(change, key) == value for key, value in wanted.items())


def misses(case: dict[str, Any]) -> list[str]:
    """What of one case came out otherwise, a line each."""
    old, new = document(case, "old"), document(case, "new")
    found = judged(diff(old, new), old, new)
    left = list(found.changes)
    lines = []
    for wanted in case["expect"]:
        hit = next((change for change in left if fits(change, wanted)), None)
        if hit:
            left.remove(hit)
        else:
            lines.append(f"wanted and not found: {wanted}")
    lines += [
        f"found: {change.old[:60]!r} -> {change.new[:60]!r} is {change.grade} by {change.rule}"
        for change in left
    ]
    if "disclosed" in case and found.disclosed is not case["disclosed"]:
        lines.append(f"disclosed is {found.disclosed}, wanted {case['disclosed']}")
    return lines


def test_each_language_that_the_rules_claim_has_its_cases() -> None:
    assert {path.stem for path in FILES} == {"de", "en", "es", "fr", "other", "zh"}


def test_the_counts_of_the_set_are_so() -> None:
    cases = [case for path in FILES for case in json.loads(path.read_text(encoding="utf-8"))]
    meta = json.loads((CORPUS / "meta.json").read_text(encoding="utf-8"))

    assert len({case["id"] for case in cases}) == len(cases) == meta["cases"]
    grades = Counter(one["grade"] for case in cases for one in case["expect"])
    assert grades == meta["grades"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_labelled_change_has_its_grade(path: Path) -> None:
    cases = json.loads(path.read_text(encoding="utf-8"))

    wrong = [f"{case['id']}: {line}" for case in cases for line in misses(case)]

    assert cases
    assert not wrong, "\n" + "\n".join(wrong)
