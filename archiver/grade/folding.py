"""Text with its typography folded away: what is left equal looked the same but for the setting.

Folded: styles of quotation marks and of dashes, ellipses, soft hyphens, joiners, direction marks,
full- and half-width forms, ligatures and other compatibility forms, blanks where they part no two
words. Never folded: a raised figure behind a digit (`10²` is no `102`), fractions (`1½` is no
`11/2`), and blanks between letters (`the rapist` is no `therapist`).
"""

import re
import unicodedata
from typing import Final

QUOTES: Final = "\"“”„‟«»‹›‘’‚‛'`´「」『』＂＇"
"""Signs that open, close or stand for a quotation mark, in any style. Titles' 《》 are none."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe0e\ufe0f]")
_DASHES = re.compile("[-‐‑‒–—―−﹣－⸺]+")
_DOTS = re.compile(r"\.(?: ?\.){2,}")
_QUOTES = re.compile(f"''|[{re.escape(QUOTES)}]")
_KEPT_FORMS = re.compile(r"(?<=\d)[⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉]+|[\u00bc-\u00be\u2150-\u215f\u2189]")
_HAN = "\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LOOSE_BLANK = re.compile(
    rf"\s+(?=[^\w\s]|[{_HAN}])|(?<=[^\w\s])\s+|(?<=[{_HAN}])\s+|(?<=\d)\s+(?=[^\W\d_])"
    r"|^\s+|\s+$"
)
_STOPS: Final = str.maketrans({"。": ".", "｡": ".", "…": "..."})


def folded(text: str) -> str:
    r"""Give `text` as it reads whatever its typography.

    >>> folded("“It’s – 5 km…”") == folded('"It\'s - 5km..."')
    True
    >>> folded("10²") == folded("102"), folded("the rapist") == folded("therapist")
    (False, False)
    """
    if text.isascii():
        plain = text
    else:
        parts: list[str] = []
        end = 0
        for kept in _KEPT_FORMS.finditer(text):
            parts += (unicodedata.normalize("NFKC", text[end : kept.start()]), kept[0])
            end = kept.end()
        parts.append(unicodedata.normalize("NFKC", text[end:].translate(_STOPS)))
        plain = _INVISIBLE.sub("", "".join(parts)).translate(_STOPS)
    plain = _DOTS.sub("...", _DASHES.sub("-", _QUOTES.sub("'", plain)))
    return _LOOSE_BLANK.sub("", plain)
