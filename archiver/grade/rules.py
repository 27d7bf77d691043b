"""The rules, each with its name and its grade, in order: the first that holds gives the grade."""

from collections.abc import Callable
from typing import Final, NamedTuple

from archiver.grade.dates import dated_words
from archiver.grade.dialogue import DASHES
from archiver.grade.expletive import only_expletive
from archiver.grade.folding import folded
from archiver.grade.forenames import has_forename
from archiver.grade.items import Span, differ, gone_and_come
from archiver.grade.likeness import (
    differs_in_hyphens,
    differs_in_stops,
    is_contraction,
    is_recapitalised,
    is_respelled,
    keeps_initials,
    may_hold,
    only_signs,
    same_text,
    same_value,
    sides,
)
from archiver.grade.moments import is_relative
from archiver.grade.names import without_same
from archiver.grade.negations import (
    AFTER,
    is_lone_negation,
    is_no_longer,
    negations,
    negations_around,
    negations_before,
    turns_doubt,
)
from archiver.grade.numbers import numeric_words
from archiver.grade.opposites import HAN_WORD, any_turns, han_turns
from archiver.grade.passages import Passage
from archiver.grade.quotes import SIGNS
from archiver.grade.retold import dates_changed, numbers_changed
from archiver.grade.sides import Side
from archiver.grade.timelines import (
    are_page_times,
    has_segments,
    is_time_line,
    may_tell_time,
    segment,
)
from archiver.model import CLAIMED_DATES, Grade

LONGEST_BLOCK: Final = 300
"""Letters of a block in which a time line may be a part: a dateline with a place and a name."""

OPPOSITE_TOKENS: Final = 5
"""Tokens of a change in which one word may be the opposite of another: `confía en el`, `desconfía
del`."""


class Rule(NamedTuple):
    name: str
    grade: Grade
    holds: Callable[[Passage], bool]


def rule_of(passage: Passage) -> Rule:
    """Give the highest rule that holds; the last one always does."""
    return next(rule for rule in RULES if rule.holds(passage))


def _notice_added(passage: Passage) -> bool:
    """It came as a block of its own, or as the end of one."""
    if passage.change.kind != "insert" or not passage.in_notice:
        return False
    return passage.is_whole or (
        passage.old.closing_notice is None and passage.new.closing_notice is not None
    )


def _notice_removed(passage: Passage) -> bool:
    if passage.change.kind != "delete" or not passage.in_notice:
        return False
    return passage.is_whole or (
        passage.new.closing_notice is None and passage.old.closing_notice is not None
    )


def _notice_changed(passage: Passage) -> bool:
    return passage.in_notice


def _relative_time(passage: Passage) -> bool:
    """A line that came or went whole and tells only how long ago: it changes by itself."""
    return passage.is_whole and is_relative(passage.old.text + passage.new.text)


def _headline(passage: Passage) -> bool:
    return passage.change.field == "headline"


def _byline(passage: Passage) -> bool:
    return passage.change.field == "byline"


def _claimed_date(passage: Passage) -> bool:
    return passage.change.field in CLAIMED_DATES


def _whole_came(passage: Passage) -> bool:
    return passage.is_whole and passage.change.kind == "insert"


def _whole_went(passage: Passage) -> bool:
    return passage.is_whole and passage.change.kind == "delete"


def _in_time_line(passage: Passage) -> bool:
    """The line, or the part of it between bars or brackets, tells a time on both sides."""
    if len(passage.new.text) > LONGEST_BLOCK or len(passage.old.text) > LONGEST_BLOCK:
        return False
    if passage.change.kind in {"split", "merge"}:
        return False
    if are_page_times(passage.old.text, passage.new.text):
        return True
    if not may_tell_time(passage.new.text):
        return False
    if is_time_line(passage.old.text) and is_time_line(passage.new.text):
        return True
    if not has_segments(passage.new.text):
        return False
    was = segment(passage.old.text, *passage.was)
    now = segment(passage.new.text, *passage.now)
    return is_time_line(now) and (is_time_line(was) or not was)


def _moved(passage: Passage) -> bool:
    return passage.change.kind == "move"


def _split(passage: Passage) -> bool:
    return passage.change.kind == "split"


def _merged(passage: Passage) -> bool:
    return passage.change.kind == "merge"


def _more_breaks(passage: Passage) -> bool:
    return _breaks_n(passage) > 0


def _fewer_breaks(passage: Passage) -> bool:
    return _breaks_n(passage) < 0


def _breaks_n(passage: Passage) -> int:
    return passage.change.new.count("\n") - passage.change.old.count("\n")


def _kind_changed(passage: Passage) -> bool:
    change = passage.change
    return change.kind == "replace" and change.old == change.new and change.old == passage.old.text


def _negation(passage: Passage) -> bool:
    language = passage.new.language
    if language == "zh":
        was, now = (negations_around(side.text, span) for side, span in sides(passage))
        return was != now or is_lone_negation(passage.change.old, passage.change.new)
    old = negations(passage.old_tokens, language)
    new = negations(passage.new_tokens, language)
    if language == "fr" and "plus" in (passage.change.old.lower(), passage.change.new.lower()):
        old, new = (
            found + ["plus"] * is_no_longer(side.text, span)
            for found, (side, span) in zip((old, new), sides(passage), strict=True)
        )
    if turns_doubt(passage.change.old, passage.change.new, language):
        return True
    if sorted(old) == sorted(new) or differs_in_hyphens(passage) or is_contraction(passage):
        return False
    if language == "fr":
        return not only_expletive(passage)
    was, now = (
        negations_before(side.text[span.start : span.end], side.text[span.end :][:AFTER], language)
        for side, span in sides(passage)
    )
    return was != now


def _opposite(passage: Passage) -> bool:
    old, new = passage.change.old, passage.change.new
    if passage.new.language == "zh":
        if not 0 < len(old) == len(new) <= HAN_WORD:
            return False
        return han_turns(*(side.text[span.start :][:HAN_WORD] for side, span in sides(passage)))
    if max(len(passage.old_tokens), len(passage.new_tokens)) > OPPOSITE_TOKENS:
        return False
    return any_turns(old, new, passage.new.language)


def _quoted_words(passage: Passage) -> bool:
    if passage.old.quotes is None and passage.new.quotes is None:
        return False
    return passage.old.quoted_words(passage.was) != passage.new.quoted_words(passage.now)


def _quotation_marks(passage: Passage) -> bool:
    was, now = passage.change.old, passage.change.new
    if passage.old.quotes is None and passage.new.quotes is None:
        return False
    if _QUOTING.isdisjoint(was) and _QUOTING.isdisjoint(now):
        return False
    if _other_style(passage.old, passage.new):
        return False
    if folded(was) == folded(now):
        return False
    if _marks_n(passage.old, passage.was) == _marks_n(passage.new, passage.now):
        return False
    return differ(passage.old.marks, passage.new.marks, passage.was, passage.now)


_QUOTING: Final = SIGNS | DASHES


def _other_style(old: Side, new: Side) -> bool:
    """Say whether the same words are spoken behind dashes on one side, however on the other."""
    dashes = old.speech.dashes or new.speech.dashes
    return bool(dashes) and old.all_quoted == new.all_quoted


def _marks_n(side: Side, span: Span) -> int:
    found = side.quotes
    return sum(index in found.marks for index in side.token_range(span)) if found else 0


def _number(passage: Passage) -> bool:
    if not may_hold(passage, numeric_words(passage.new.language)):
        return False
    return numbers_changed(passage)


def _date(passage: Passage) -> bool:
    if not may_hold(passage, dated_words(passage.new.language)):
        return False
    return dates_changed(passage)


def _name(passage: Passage) -> bool:
    if passage.new.language != "zh" and not any(
        token[0].isupper() or (token[-1].isalpha() and not token.islower())
        for found in (passage.old_tokens, passage.new_tokens)
        for token in found
    ):
        return False
    gone, come = without_same(
        *gone_and_come(passage.old.names, passage.new.names, passage.was, passage.now)
    )
    if keeps_initials(passage):
        return False
    found = (*gone, *come)
    if any(not item.weak and not item.fresh for item in found):
        return True
    if any(item.weak for item in gone) and any(item.weak for item in come):
        return True
    if gone and come and has_forename(found):
        return True  # In its place stands a rare one, or one that was misspelled.
    # Last, as it reads both documents.
    return any(
        item.fresh and item.key in capitals.inside
        for item in found
        for capitals in passage.capitals
    )


def _always(_: Passage) -> bool:
    return True


RULES: Final[tuple[Rule, ...]] = (
    Rule("notice-added", "correction", _notice_added),
    Rule("notice-removed", "correction", _notice_removed),
    Rule("notice-changed", "correction", _notice_changed),
    Rule("headline-changed", "headline", _headline),
    Rule("byline-changed", "byline", _byline),
    Rule("claimed-date", "timestamp", _claimed_date),
    Rule("relative-time", "timestamp", _relative_time),
    Rule("paragraph-added", "paragraph", _whole_came),
    Rule("paragraph-removed", "paragraph", _whole_went),
    Rule("block-moved", "structure", _moved),
    Rule("block-split", "structure", _split),
    Rule("blocks-merged", "structure", _merged),
    Rule("time-line", "timestamp", _in_time_line),
    Rule("negation-changed", "negation", _negation),
    Rule("opposite-word", "negation", _opposite),
    Rule("quoted-words", "quotation", _quoted_words),
    Rule("quotation-marks", "quotation", _quotation_marks),
    Rule("number-changed", "number", _number),
    Rule("date-changed", "date", _date),
    Rule("name-changed", "name", _name),
    Rule("break-added", "structure", _more_breaks),
    Rule("break-removed", "structure", _fewer_breaks),
    Rule("kind-changed", "structure", _kind_changed),
    Rule("same-text", "typography", same_text),
    Rule("only-signs", "punctuation", only_signs),
    Rule("capital", "spelling", is_recapitalised),
    Rule("one-word", "spelling", is_respelled),
    Rule("initials", "spelling", differs_in_stops),
    Rule("hyphen", "spelling", differs_in_hyphens),
    Rule("same-value", "wording", same_value),
    Rule("words-changed", "wording", _always),
)
"""In the order they are asked. A field, a whole block, a move, a split, a merge and a time line are
settled by what they are, before any rule that reads words: what was edited beside is a change of
its own. Typography, punctuation and spelling stand before wording, which holds for every change
they leave."""
