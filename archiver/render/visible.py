"""Characters that a reader cannot see, or that would steer a terminal, made visible."""

import re
from typing import Final

HIDDEN: Final = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters: an escape sequence starts with one
    "\u00ad"  # soft hyphen
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks and overrides of direction
    "\u2028\u2029"  # line and paragraph separator
    "]"
)
"""Joiners (U+200C, U+200D) are left: Persian, Hindi and emoji are unreadable without them."""


def visible(text: str) -> str:
    r"""Write each hidden character of `text` as its code point; the rest stays as it is.

    >>> visible("a\x1b[31mb")
    'a‹U+001B›[31mb'
    """
    return HIDDEN.sub(lambda found: f"‹U+{ord(found[0]):04X}›", text)
