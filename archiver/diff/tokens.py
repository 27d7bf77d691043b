r"""Text as tokens: words, numbers, signs, blanks and line feeds, with nothing left out.

One pattern of the standard library cuts every script:

- a word is a run of letters and digits with their combining marks. An apostrophe between letters
  stays inside (`don’t`, `O'Brien`), as do the dots of initials (`U.S`) and of a shortened word
  before a number (`Aug.1`), soft hyphens and joiners (Persian and Hindi need them);
- a hyphen separates words: `US-led` is three tokens, so that `UK-led` differs in one;
- a number keeps its inner signs and its unit (`1,234.5`, `10:30`, `3.5bn`), not its currency;
- scripts written without spaces between words give one token a character, with its marks;
- a sign is a token of its own, and so is a quotation mark; an emoji keeps its joiners, skin tone
  and variation, a flag both its letters;
- a run of blanks is one token, and each line feed is one.

`\w+` alone is wrong for Hindi, for Thai and for decomposed text, and makes one word of a Chinese
sentence. Word borders follow the Unicode tables of the running Python, hence `TOKENISER`.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import compress

from archiver.diff.memo import Memo

TOKENISER = "re/1"
"""Goes into every diff. Its number grows when the same text would be cut differently."""

BREAK = "\n"
"""The token that stands between two blocks."""

LARGE = 1_000_000
"""Letters of a text that is cut in parts."""

LONG_PART = 1_000
"""Letters without a space, of which each distinct token is kept once: Chinese, most likely."""

_JOINERS = "\u00ad\u200c\u200d"
"""Soft hyphen, zero width non-joiner and joiner: invisible, and part of the word they stand in."""

_BLANKS = re.compile(r"[^\S\n]+")

_UNSPACED = (
    # Han, kana, bopomofo
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U000323af"
    # Thai, Lao, Myanmar, Khmer, Tai Le, New Tai Lue, Tai Tham, Tai Viet, Balinese, Javanese
    "\u0e01-\u0e4f\u0e80-\u0ecf\u0edc-\u0edf\u1000-\u103f\u104c-\u108f\u109a-\u109f\u1780-\u17df"
    "\u1950-\u197f\u1980-\u19cf\u1a20-\u1a7f\u1b05-\u1b4b\ua984-\ua9b2\ua9e0-\ua9ef\ua9fa-\ua9fe"
    "\uaa60-\uaadf"
)
"""Scripts written without spaces: East Asian ones, and those of Unicode's Line_Break=SA."""


def _marks(first: int, last: int) -> str:
    """Give the combining marks from `first` to `last` as ranges of a character class."""
    found: list[str] = []
    start = None
    for code in range(first, last + 2):
        if code <= last and unicodedata.category(chr(code))[0] == "M":
            start = code if start is None else start
        elif start is not None:
            found.append(f"\\U{start:08x}-\\U{code - 1:08x}")
            start = None
    return "".join(found)


@cache
def _pattern() -> re.Pattern[str]:
    """Compile the pattern. Built on first use: reading the Unicode tables takes about 15 ms.

    No alternative looks behind itself, and none treats a line feed otherwise than the end of the
    text: the tokens of two texts joined by a line feed are those of each, and the line feed.
    """
    # Marks beyond the first plane stand behind a look-ahead of one range: a character class
    # with a hundred such ranges is searched one by one, which made English text half as fast.
    far = rf"(?=[\U00010000-\U000e01ef])[{_marks(0x10000, 0x1F000)}\U000e0100-\U000e01ef]"
    near = _marks(0x300, 0xFFFF)
    mark = f"(?:[{near}{_JOINERS}]|{far})"
    letter = rf"[^\W{_UNSPACED}]"
    word = f"{letter}+(?:{mark}+{letter}*)*"
    trimmings = rf"[{near}\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]|{far}"
    return re.compile(
        r"[A-Za-z]+(?=[ \n,])"  # most words and blanks of a European text, found sooner
        r"| (?=\S)"
        r"|\n"
        r"|[^\S\n]+"
        rf"|\d+(?:[.,:/]\d+)*(?:{letter}|{mark})*"
        rf"|[^\W\d_{_UNSPACED}](?:\.[^\W\d_{_UNSPACED}])+(?!\w)"
        r"|[A-Z][a-z]{1,4}\.\d+"
        rf"|{word}(?:['’\u00b7\u05f4]{word})*"
        rf"|[{_UNSPACED}]{mark}*"
        r"|[\U0001f1e6-\U0001f1ff]{2}"
        rf"|[^\w\s](?:{trimmings}|\u200d(?:[^\w\s])?)*"
        r"|.",
        re.DOTALL,
    )


def tokens(text: str) -> list[str]:
    """Cut `text`, which should be in NFC, into tokens that joined give it again.

    >>> tokens("O'Brien’s US-led plan: $3.5bn.")
    ["O'Brien’s", ' ', 'US', '-', 'led', ' ', 'plan', ':', ' ', '$', '3.5bn', '.']
    >>> tokens("不能说")
    ['不', '能', '说']
    """
    found = _pattern().findall
    if len(text) <= LARGE:
        return found(text)
    # Of a large text each distinct token is kept once: a word takes 54 bytes, and most come again.
    known: dict[str, str] = {}
    cut: list[str] = []
    start = 0
    while start < len(text):
        end = _part_end(text, start + LARGE)
        cut += [known.setdefault(token, token) for token in found(text, start, end)]
        start = end
    return cut


def solid_parts(text: str) -> list[tuple[str, ...]]:
    r"""Give the tokens of `text` that are not blank, between each two spaces.

    No token but a blank reaches over a space, so that what stands between two spaces is cut once
    and for all.

    >>> solid_parts("a US-led  plan\n")
    [('a',), ('US', '-', 'led'), (), ('plan', '\n')]
    """
    cut = _known_cuts().__getitem__
    if len(text) <= LARGE:
        return list(map(cut, text.split(" ")))
    found: list[tuple[str, ...]] = []
    start = 0
    while start <= len(text):
        end = _part_end(text, start + LARGE)
        found += map(cut, text[start:end].split(" "))
        # The space at `end` parts this from what follows.
        start = end + 1
    return found


def blanks_of(text: str) -> list[str]:
    r"""Give the tokens of `text` that are blank.

    >>> blanks_of("a US-led  plan\n\there")
    [' ', '  ', '\t']
    """
    return _BLANKS.findall(text)


def parts_between_blanks(text: str) -> list[tuple[str, ...]]:
    r"""Give the tokens of `text` that are not blank, between each two that are.

    >>> parts_between_blanks("a US-led  plan\n\there")
    [('a',), ('US', '-', 'led'), ('plan', '\n'), ('here',)]
    """
    return list(map(_known_cuts().__getitem__, _BLANKS.split(text)))


@cache
def _known_cuts() -> Memo[tuple[str, ...]]:
    return Memo(_solid_tokens)


def _solid_tokens(part: str) -> tuple[str, ...]:
    if part.isalnum() and part.isascii():
        # A word or a number, as most are.
        return (part,)
    found = _pattern().findall(part)
    if not part.isprintable() and part.split(None, 1) != [part]:
        # There is a blank in it that is no space, which none can be printed.
        found = list(filter(is_solid, found))
    if len(part) <= LONG_PART:
        return tuple(found)
    known: dict[str, str] = {}
    return tuple([known.setdefault(token, token) for token in found])


def is_solid(token: str) -> bool:
    r"""Say whether `token` is no blank. A line feed is none: it ends a paragraph.

    >>> [is_solid(token) for token in ("so", ".", " ", "\t", "\n")]
    [True, True, False, False, True]
    """
    return token == BREAK or not token.isspace()


def _part_end(text: str, start: int) -> int:
    """Give the first place from `start` on where no token goes on: between a word and a blank."""
    end = text.find(" ", start)
    while end > 0 and text[end - 1].isspace():
        end = text.find(" ", end + 1)
    return end if end > 0 else len(text)


@lru_cache(maxsize=65_536)
def is_unspaced(token: str) -> bool:
    """Say whether `token` is a character of a script without spaces between words, with its marks.

    >>> is_unspaced("不"), is_unspaced("no")
    (True, False)
    """
    return re.match(f"[{_UNSPACED}]", token) is not None


def is_word(token: str) -> bool:
    r"""Say whether `token` holds a letter or a digit.

    >>> [is_word(token) for token in ("don’t", "3.5bn", "—", "\n")]
    [True, True, False, False]
    """
    return token.isalnum() or (len(token) > 1 and any(map(str.isalnum, token)))


@cache
def known_words() -> Memo[bool]:
    """Give what `is_word` says of tokens, by look-up: a call takes five times as long."""
    return Memo(is_word)


def word_places(found: Sequence[str], start: int, end: int) -> list[int]:
    """Give where the words among found[start:end] are.

    >>> word_places(["so", ",", " ", "it", "-", "goes"], 0, 5)
    [0, 3]
    """
    is_known = known_words().__getitem__
    return list(compress(range(start, end), map(is_known, found[start:end])))
