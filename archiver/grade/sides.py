"""The text a change stands in, and what it holds: dates, numbers, names and quotation marks."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from archiver.diff import is_word, tokens
from archiver.grade.dates import dated_words, dates
from archiver.grade.dialogue import Speech, speech
from archiver.grade.folding import folded
from archiver.grade.items import Item, Items, Span, touched
from archiver.grade.names import names
from archiver.grade.notices import closing_notice
from archiver.grade.numbers import numbers, numeric_words
from archiver.grade.quotes import Quotes, may_quote, quotes, words_beside
from archiver.model import BlockKind


@dataclass(frozen=True, kw_only=True)
class Side:
    """The text a change stands in, in one of the two documents: one block or several, or a field.

    What it holds is looked for when a rule asks, once.
    """

    text: str
    language: str
    kinds: tuple[BlockKind, ...] = ()

    @cached_property
    def tokens(self) -> Sequence[str]:
        return tokens(self.text)

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each token begins, in characters, and last where the text ends."""
        return [0, *accumulate(map(len, self.tokens))]

    @cached_property
    def quotes(self) -> Quotes | None:
        """Its quotation marks and dashes of dialogue; None where it has none, as most texts."""
        found = quotes(self.tokens) if may_quote(self.text) else None
        if not self.speech.dashes:
            return found
        dashes = [bisect_left(self.starts, place) for place in self.speech.dashes]
        spoken = [self.token_range(span) for span in self.speech.spoken]
        return (found or Quotes(frozenset(), bytes(len(self.tokens)))).with_speech(dashes, spoken)

    @cached_property
    def speech(self) -> Speech:
        """What dashes of dialogue open."""
        return speech(self.text, self.language)

    @cached_property
    def all_quoted(self) -> list[str]:
        """Its words that stand between quotation marks or behind dashes of dialogue."""
        return self.quoted_words(Span(0, len(self.text)))

    @cached_property
    def marks(self) -> Items:
        """Its quotation marks, each known by the words beside it."""
        found = words_beside(self.tokens, self.quotes.marks) if self.quotes else {}
        return Items.of(
            Item(self.starts[index], self.starts[index + 1], key) for index, key in found.items()
        )

    @cached_property
    def dates(self) -> Items:
        return Items.of(dates(self.text, self.language))

    @cached_property
    def numbers(self) -> Items:
        taken = [Span(item.start, item.end) for item in self.dates]
        return Items.of(numbers(self.text, self.language, taken))

    @cached_property
    def names(self) -> Items:
        headed = self.kinds == ("heading",) and self._is_titled()
        found = names(self.text, self.tokens, self.language, headed=headed)
        return Items.of(item for item in found if not self._is_counted(item))

    @cached_property
    def closing_notice(self) -> int | None:
        """Where the notice begins with which it ends, though it begins with something else."""
        return closing_notice(self.text)

    def token_range(self, span: Span) -> range:
        """Give the indexes of the tokens in `span`."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def quoted_words(self, span: Span) -> list[str]:
        """Give the words in `span` that stand between quotation marks, or behind dashes of speech.

        The first of a quotation is given small: its capital tells how the sentence leads to it.
        """
        if self.quotes is None:
            return []
        return [
            self._small(index) if self._opens_quote(index) else folded(self.tokens[index])
            for index in self.quotes.inside_of(self.token_range(span))
            if is_word(self.tokens[index])
        ]

    def _small(self, index: int) -> str:
        word = folded(self.tokens[index])
        return word[:1].lower() + word[1:]

    def _opens_quote(self, index: int) -> bool:
        before = range(index - 1, max(-1, index - 3), -1)
        near = next((place for place in before if not self.tokens[place].isspace()), None)
        return near is not None and self.quotes is not None and near in self.quotes.marks

    def _is_counted(self, name: Item) -> bool:
        """Say whether a date or a number holds `name`: `Sun.` for Sunday, the C of 5 °C."""
        known = dated_words(self.language), numeric_words(self.language)
        if not any(words.has(name.key) for words in known):
            # As most, and soon asked.
            return False
        span = Span(name.start, name.end)
        return any(
            not item.weak for items in (self.dates, self.numbers) for item in touched(items, span)
        )

    def _is_titled(self) -> bool:
        """Say whether most long words begin with a capital, as in a title in title case."""
        long = [token for token in self.tokens if len(token) > 3 and token[0].isalpha()]
        return sum(token[0].isupper() for token in long) * 2 > len(long)
