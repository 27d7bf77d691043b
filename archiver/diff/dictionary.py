"""Words of Chinese, Japanese, Thai, Lao, Khmer and Burmese, by ICU's dictionaries.

For those who installed `archiver[icu]`. Tokens stay characters: a dictionary only says which of
them no edit parts, so that whoever reads a diff needs no dictionary.
"""

from collections.abc import Sequence
from itertools import groupby

from archiver.diff.tokens import TOKENISER, is_unspaced
from archiver.errors import InputError


def dictionary_tokeniser() -> str:
    """Give the name and version that goes into a diff: another ICU may know other words.

    Raise InputError where `icu4py` is not installed.
    """
    try:
        import icu4py
    except ImportError as error:
        raise InputError(
            "words of a dictionary need the ICU library, which is not installed: "
            "pip install 'archiver[icu]'"
        ) from error
    return f"{TOKENISER}+icu/{icu4py.icu_version}"


def dictionary_words(found: Sequence[str]) -> list[str]:
    """Join the characters among `found` that are one word; joined again they are the same text.

    A stretch of one script without spaces is looked up as a whole (Unicode UAX 29, ICU word
    break rules), so that a word may be cut otherwise beside another word.
    """
    joined: list[str] = []
    for unspaced, stretch in groupby(found, is_unspaced):
        characters = list(stretch)
        joined += _words(characters) if unspaced else characters
    return joined


def _words(characters: Sequence[str]) -> list[str]:
    from icu4py.breakers import WordBreaker

    text = "".join(characters)
    # Its segments count characters as Python does. A border inside a character and its marks
    # is none of ours.
    borders = {end for _, end in WordBreaker(text, "und").segments()}
    words: list[str] = []
    start = end = 0
    for character in characters:
        end += len(character)
        if end in borders:
            words.append(text[start:end])
            start = end
    return words if start == end else [*words, text[start:]]
