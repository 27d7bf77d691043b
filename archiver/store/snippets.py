"""Snippets: as much of a text as a reader needs to see around the words that were found.

FTS5's own counts words, of which a Chinese character is one, and may cut what was found in two.
"""

import re
from typing import Final, NamedTuple

from archiver.store.words import UNSPACED

BEGIN, END = "\x02", "\x03"
"""What `highlight()` is asked to put around what was found."""

LETTERS: Final = 240
BEFORE: Final = 70
"""Letters shown in all, and before the first of what was found."""

NEAR: Final = 900
"""Letters looked at on each side, blanks that only the index has among them."""

WORD_MAX: Final = 16
"""A cut goes to the next blank, if there is one so near."""

_SPACED: Final = re.compile(rf" ?({BEGIN}?)({UNSPACED.pattern})({END}?) ?")
_FOUND: Final = re.compile(f"{BEGIN}([^{BEGIN}{END}]*){END}")


class Part(NamedTuple):
    """A stretch of a snippet; `is_hit` where it is what was searched for."""

    text: str
    is_hit: bool


def snippet(marked: str) -> tuple[Part, ...]:
    r"""Cut what FTS5 marked to a snippet, without the blanks that the index has in some scripts.

    >>> snippet("GDP \x02增  长\x03 了")
    (Part(text='GDP', is_hit=False), Part(text='增长', is_hit=True), Part(text='了', is_hit=False))
    """
    first = _FOUND.search(marked)
    at = first.start() if first else 0
    near = marked[max(0, at - NEAR) : at + NEAR]
    whole = len(near) == len(marked)
    if near.rfind(BEGIN) > near.rfind(END):
        near += END
    joined = _SPACED.sub(r"\1\2\3", near).replace(END + BEGIN, "")
    parts = _parts(joined)
    ahead = len(parts[0].text) if parts and not parts[0].is_hit else 0
    text = "".join(part.text for part in parts)
    if whole and len(text) <= LETTERS:
        return parts
    start = max(0, min(ahead - BEFORE, len(text) - LETTERS))
    found = re.match(rf"\S{{0,{WORD_MAX}}}\s+", text[start:]) if start else None
    if found and start + found.end() <= ahead:
        start += found.end()
    end = start + LETTERS
    if end < len(text):
        end -= len(re.search(rf"(\s+\S{{0,{WORD_MAX}}})?\Z", text[start:end])[0])  # type: ignore[index]
    cut_before = start > 0 or at > NEAR
    cut_after = end < len(text) or at + NEAR < len(marked)
    return _framed(_cut(parts, start, end), cut_before=cut_before, cut_after=cut_after)


def _parts(marked: str) -> tuple[Part, ...]:
    found = []
    end = 0
    for hit in _FOUND.finditer(marked):
        if hit.start() > end:
            found.append(Part(marked[end : hit.start()], is_hit=False))
        found.append(Part(hit[1], is_hit=True))
        end = hit.end()
    if end < len(marked):
        found.append(Part(marked[end:], is_hit=False))
    return tuple(found)


def _cut(parts: tuple[Part, ...], start: int, end: int) -> list[Part]:
    """Give what of `parts` is from letter `start` up to `end`."""
    found = []
    place = 0
    for part in parts:
        text = part.text[max(0, start - place) : max(0, end - place)]
        if text:
            found.append(part._replace(text=text))
        place += len(part.text)
    return found


def _framed(parts: list[Part], *, cut_before: bool, cut_after: bool) -> tuple[Part, ...]:
    before = [Part("…", is_hit=False)] if cut_before else []
    after = [Part("…", is_hit=False)] if cut_after else []
    return (*before, *parts, *after)
