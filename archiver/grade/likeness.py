"""What a change leaves alike: the text but for its setting, the words, the letters, the value."""

import unicodedata
from collections.abc import Iterable
from typing import Final

from archiver.diff import is_word
from archiver.grade.dates import dated_words
from archiver.grade.folding import folded
from archiver.grade.items import Span, touched
from archiver.grade.names import bare
from archiver.grade.negations import same_contraction
from archiver.grade.numbers import numeric_words
from archiver.grade.passages import Passage
from archiver.grade.patterns import Vocabulary
from archiver.grade.retold import is_retold
from archiver.grade.sides import Side
from archiver.grade.spelling import is_spelling


def same_text(passage: Passage) -> bool:
    was, now = passage.change.old, passage.change.new
    if folded(was) == folded(now) and (folded(was) or not was or not now):
        return True
    return _words_of(passage.old_tokens) == _words_of(passage.new_tokens) and _beside(
        passage.old, passage.was
    ) == _beside(passage.new, passage.now)


def _beside(side: Side, span: Span) -> str:
    """Give the text of `span` and a little of what is beside it, without its typography.

    A sign may have its fellow outside the change: one hyphen of two, two dots of three.
    """
    return folded(side.text[max(0, span.start - BESIDE) : span.end + BESIDE])


BESIDE: Final = 3
"""Letters beside a change that are read with it: enough for the rest of an ellipsis."""


def only_signs(passage: Passage) -> bool:
    """Only signs differ that say nothing by themselves: `%`, `$`, `+` or `&` do."""
    if _words_of(passage.old_tokens) != _words_of(passage.new_tokens):
        return False
    signs = (
        token
        for found in (passage.old_tokens, passage.new_tokens)
        for token in found
        if not token.isspace() and not is_word(token)
    )
    return not any(sign in MEANING or unicodedata.category(sign[0]) in SYMBOLS for sign in signs)


def _words_of(found: Iterable[str]) -> list[str]:
    return [folded(token) for token in found if is_word(token)]


MEANING: Final = frozenset("%‰@#&/*+=<>~^|\\°§")
"""Signs read as words."""

SYMBOLS: Final = frozenset({"Sc", "Sm", "So"})
"""Unicode's categories of other signs that are: currencies, mathematics, pictures."""


def is_contraction(passage: Passage) -> bool:
    """An English `n't` with its apostrophe or without."""
    return passage.new.language == "en" and same_contraction(passage.change.old, passage.change.new)


def is_respelled(passage: Passage) -> bool:
    if is_contraction(passage):
        return True
    pair = one_word_each(passage)
    if pair is None or not is_spelling(*pair, passage.new.language):
        return False
    return not any(_is_listed(side, span) for side, span in sides(passage)) and (
        _names(passage.old, passage.was) == _names(passage.new, passage.now)
    )


def _is_listed(side: Side, span: Span) -> bool:
    """Say whether a number or a date stands in `span` of a text."""
    return bool(touched(side.numbers, span) or touched(side.dates, span))


def _names(side: Side, span: Span) -> list[str]:
    return sorted(bare(item.key) for item in touched(side.names, span) if not item.fresh)


def is_recapitalised(passage: Passage) -> bool:
    """The same letters, large or small."""
    was, now = passage.change.old, passage.change.new
    return was != now and was.lower() == now.lower()


def keeps_initials(passage: Passage) -> bool:
    """The same letters, and the first of each word large or small as before: `NATO`, `Nato`."""
    was, now = ([token[0] for token in found] for found in (passage.old_tokens, passage.new_tokens))
    return was == now and is_recapitalised(passage)


def differs_in_stops(passage: Passage) -> bool:
    """The same large letters, with their full stops or without: `U.S.`, `US`."""
    was, now = passage.change.old, passage.change.new
    return was.isupper() and was.replace(".", "") == now.replace(".", "")


def differs_in_hyphens(passage: Passage) -> bool:
    """The same letters, with a hyphen where there was none: `e-mail`, `email`."""
    was, now = passage.change.old, passage.change.new
    if " " in was or " " in now or not was or not now:
        return False
    return was != now and was.replace("-", "").lower() == now.replace("-", "").lower()


def one_word_each(passage: Passage) -> tuple[str, str] | None:
    was, now = passage.old_tokens, passage.new_tokens
    if len(was) == len(now) == 1 and is_word(was[0]) and is_word(now[0]):
        return was[0], now[0]
    return None


def same_value(passage: Passage) -> bool:
    """A number or a date that is only written otherwise."""
    language = passage.new.language
    if not may_hold(passage, numeric_words(language)) and not may_hold(
        passage, dated_words(language)
    ):
        return False
    for was, now in (
        (passage.old.numbers, passage.new.numbers),
        (passage.old.dates, passage.new.dates),
    ):
        gone = [item.key for item in touched(was, passage.was)]
        come = [item.key for item in touched(now, passage.now)]
        if gone and sorted(gone) == sorted(come):
            return True
    return is_retold(passage)


def may_hold(passage: Passage, known: Vocabulary) -> bool:
    """Say whether a change has a figure, or a word of `known`: nothing else needs a closer look."""
    return any(
        known.has(token) for found in (passage.old_tokens, passage.new_tokens) for token in found
    )


def sides(passage: Passage) -> tuple[tuple[Side, Span], tuple[Side, Span]]:
    return (passage.old, passage.was), (passage.new, passage.now)
