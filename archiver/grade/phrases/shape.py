"""The parts of the phrases of one language: regular expressions, read without case."""

from dataclasses import dataclass
from typing import Final

from archiver.grade.lexicon import Lexicon
from archiver.grade.patterns import Words, one_of


def date_in(lists: Lexicon) -> str:
    """Give how a date or a time of day begins. A bare figure is none: "Amendment 4"."""
    names = one_of({*lists.months, *lists.weekdays, "mar"})
    return (
        rf"(?:\d\d?(?:st|nd|rd|th|er|\.)? (?:de )?(?:{names})\b|(?:{names})\b|\d\d?[.:/]\d"
        r"|\d{4}\b|\d\d? ?(?:[ap]\.?m\b|h\b|uhr\b|heures?\b))"
    )


UP_TO_COLON: Final = (
    r"(?:[^:：—–.!?\n]|(?<=\d)[.:]|(?<=\b[a-z][a-z][a-z])\.|(?<=sept)\.|(?<=\b[ap])\.|(?<=\.m)\."
    r"){0,50}(?:[:：—–]| - )"
)
"""The rest of a label up to its colon or dash; a full stop in it belongs to a date."""


def no_clause(pronouns: str, articles: str, small: str) -> str:
    """Give what keeps out a participle before a sentence: "Amended on Monday, the bill passed".

    Behind one of `articles` stands a noun, and behind that a verb: a word that is not in `small`.
    """
    noun = rf"(?:{articles})[\w’'-]+ (?!(?:{small})\b)\w"
    return rf"(?![^.:;\n]{{0,120}}?, (?:(?:{pronouns}) \w|{noun}))"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """How notices of one language begin.

    A block is read only where it begins with one of the words, or has one of the parts, of these.
    """

    first_words: Words
    """Words that open a label: `correction`."""
    small_first_words: Words
    """Words that open a sentence about the article: `this`."""
    stems: tuple[str, ...]
    """Behind a small first word one of these stands near, or the block is no notice."""
    date: str
    """How a date begins: `date_in`."""
    labels: str
    """What makes a notice of all that follows its colon, its dash or its date: `correction`."""
    hints: str
    """What makes a notice only of a sentence that is one by itself: `note`."""
    updates: str
    """What makes a notice of a sentence that follows its colon, but not of a time: `update`."""
    sentences: str
    """How a sentence begins in which the publication speaks of its own article."""
    gate: str
    """What is found in every such sentence; `sentences` take long to compile, and most articles
    have none."""
    itself: tuple[str, ...]
    """With one of these near, a block is read whatever its first word is: `version of this`."""
    bare: str
    """How a sentence begins that speaks of the article only because a hint goes before it."""
    begun: str
    """How one begins that does so, too, where the block ends in a notice: `we first reported`."""
    bracketed: str
    """How a note begins in brackets: `(Corrects name in paragraph 2)`."""
    reported: str
    """What makes of a sentence the words of somebody else: `, the ministry said.`"""
    explained: str
    """What follows a label that is only a topic: `Correction: that is what they want`."""
    corrects: str
    """What says in such a sentence, even so, that something was put right: `not`, `version`."""
    slugs: str
    """What stands before a headline that was corrected: `correction: `, `REFILE-`."""
