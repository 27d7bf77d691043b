"""What a language asks of a text before it compiles its sentences never keeps out a note."""

import json
import re
from pathlib import Path

import pytest

from archiver.grade.phrases import PHRASES, Phrases

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "grades"
SENTENCE = re.compile(r"(?:^|[.!?:。] ?)[(\[（]?")


def beginnings() -> list[str]:
    cases = [
        case
        for path in CORPUS.glob("*.json")
        if path.name != "meta.json"
        for case in json.loads(path.read_text(encoding="utf-8"))
    ]
    blocks = {text for case in cases for text in (*case["old"], *case["new"])}
    return [text[found.end() :] for text in blocks for found in SENTENCE.finditer(text)]


@pytest.mark.parametrize("phrases", PHRASES, ids=["en", "de", "fr", "es", "zh"])
def test_no_note_is_kept_out(phrases: Phrases) -> None:
    gate = re.compile(phrases.gate, re.IGNORECASE)
    sentences = re.compile(phrases.sentences, re.IGNORECASE)
    notes = [text for text in beginnings() if sentences.match(text)]

    assert notes
    assert [text for text in notes if not gate.search(text)] == []
