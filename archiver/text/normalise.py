"""Normalised text: what is folded before two texts are compared."""

import re
import unicodedata

DROPPED = dict.fromkeys((0x200B, 0x2060, 0xFEFF))
"""Zero-width space, word joiner, byte order mark: they never show, and editors scatter them."""

REPLACEMENT = "\ufffd"
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""What a text column cannot hold: NUL ends a string in SQLite's functions, and unpaired
surrogates have no UTF-8."""


def normalise(text: str) -> str:
    r"""Give `text` as one block holds it: NFC, each run of blanks one space, none at the ends.

    Blanks are what `str.isspace` says, so tabs, line ends, U+00A0, U+202F and U+3000 are among
    them. U+200B, U+2060 and U+FEFF go; NUL and unpaired surrogates become U+FFFD. All else stays:
    soft hyphens, joiners, bidi marks, quotation marks, dashes, other control characters.
    `normalise(normalise(text)) == normalise(text)`: dropping comes first, for what it brings
    together may compose, and no composition gives a blank or a dropped character.

    >>> normalise(" A\u00a0 cafe\u0301\u200b,\n\tand so on ")
    'A café, and so on'
    """
    if text.isascii() and "\x00" not in text:
        return " ".join(text.split())
    shown = UNSTORABLE.sub(REPLACEMENT, text.translate(DROPPED))
    return " ".join(unicodedata.normalize("NFC", shown).split())


def has_text(text: str) -> bool:
    """Tell whether `text` holds a letter or a digit, which a separator such as *** does not."""
    return text.isalnum() or any(map(str.isalnum, text))
