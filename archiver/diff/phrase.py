"""When a phrase came into a text, and when it went: on whole tokens, whatever their case."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from archiver.diff.lost import Where
from archiver.diff.tokens import tokens
from archiver.model import Document


class Stay(NamedTuple):
    """A phrase stood in `field` from version `came` to the one before `went`.

    `went` is None where the last version still has it.
    """

    field: Where
    came: int
    went: int | None


def phrase_words(text: str) -> tuple[str, ...]:
    """Give what is looked for: the tokens of normalised `text` but blanks, without case.

    Empty where `text` has none.
    """
    return tuple(token.casefold() for token in tokens(text) if not token.isspace())


def stays(documents: Iterable[Document], words: tuple[str, ...]) -> Iterator[Stay]:
    """Give where `words` stood one behind the other, in the order they came.

    `documents` are those of versions 1, 2, ...; `words` is from `phrase_words`, and not empty.
    A phrase stands within one block or field. It stays where it moves to another block, not where
    it moves to another field. Each distinct text is looked at once.
    """
    known: dict[str, bool] = {}
    since: dict[Where, int] = {}
    found: list[Stay] = []
    for number, document in enumerate(documents, 1):
        now: set[Where] = set()
        for where, text in _texts(document):
            if text not in known:
                known[text] = _holds(phrase_words(text), words)
            if known[text]:
                now.add(where)
        found += [Stay(where, since.pop(where), number) for where in [*since] if where not in now]
        for where in now:
            since.setdefault(where, number)
    found += [Stay(where, came, None) for where, came in since.items()]
    yield from sorted(found, key=lambda stay: (stay.came, stay.field))


def _texts(document: Document) -> Iterator[tuple[Where, str]]:
    for name, _, text in document.fields():
        yield name, text
    for block in document.blocks:
        yield "body", block.text


def _holds(text: tuple[str, ...], words: tuple[str, ...]) -> bool:
    n = len(words)
    return any(
        text[start] == words[0] and text[start : start + n] == words
        for start in range(len(text) - n + 1)
    )
