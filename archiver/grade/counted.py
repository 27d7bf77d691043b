"""What dates and numbers hold of a text, so that nothing else is read into it."""

from collections.abc import Iterable

from archiver.grade.dates import dated_words
from archiver.grade.items import Item
from archiver.grade.numbers import numeric_words


def may_be_counted(word: str, language: str) -> bool:
    """Say whether `word` may be of a date or a number at all, which is soon asked."""
    return dated_words(language).has(word) or numeric_words(language).has(word)


def counted(text: str, items: Iterable[Item]) -> bytearray:
    """Give, for each letter of `text`, 1 where one of `items` that is not weak holds it."""
    held = bytearray(len(text))
    for item in items:
        if not item.weak:
            held[item.start : item.end] = b"\1" * (item.end - item.start)
    return held
