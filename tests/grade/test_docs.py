"""docs/grades.md is what the rules do: every rule is there, and every example comes out."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from archiver.diff import diff
from archiver.grade import judged
from archiver.grade.rules import RULES
from archiver.model import Block, Document

PAGE = Path(__file__).resolve().parents[2] / "docs" / "grades.md"
FIELDS = ("headline", "byline", "claimed_published", "claimed_modified")


class Example(NamedTuple):
    grade: str
    rule: str
    language: str
    old: str
    new: str


def examples() -> list[Example]:
    found = []
    grade = rule = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            grade = re.split(r"\W", line[3:], maxsplit=1)[0]
        elif line.startswith("### "):
            rule = line[4:].strip("` ")
        elif line.startswith("| ") and rule and not line.startswith("| language"):
            language, old, new = (cell.strip() for cell in line.strip("|").split(" | "))
            found.append(Example(grade, rule, language.strip("| "), old, new))
    return found


def document(text: str, language: str) -> Document:
    name, _, rest = text.partition(": ")
    if name in FIELDS:
        fields = {name: rest}
        return Document(extractor="test/1", language=language, **fields)  # type: ignore[arg-type]
    blocks = tuple(
        Block("heading" if part.startswith("# ") else "paragraph", part.removeprefix("# "))
        for part in text.split(" ¶ ")
    )
    return Document(extractor="test/1", language=language, blocks=blocks)


@pytest.mark.parametrize(
    "example", examples(), ids=lambda example: f"{example.rule}-{example.language}"
)
def test_an_example_of_the_page_comes_out_as_it_says(example: Example) -> None:
    old, new = document(example.old, example.language), document(example.new, example.language)

    changes = judged(diff(old, new), old, new).changes

    assert {(change.rule, change.grade) for change in changes} == {(example.rule, example.grade)}


def test_every_rule_stands_on_the_page_under_its_grade_with_two_examples() -> None:
    shown = examples()

    for rule in RULES:
        own = [example for example in shown if example.rule == rule.name]
        assert len(own) >= 2, f"{rule.name} has two examples"
        assert {example.grade for example in own} == {rule.grade}


def test_the_page_gives_the_rules_in_the_order_they_are_asked() -> None:
    order = list(dict.fromkeys(example.rule for example in examples()))

    assert order == [rule.name for rule in RULES]
