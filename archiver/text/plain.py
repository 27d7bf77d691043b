"""Read a plain text as an article: the extractor "plain/1". The rules: `docs/schema.md`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest
from typing import NamedTuple

from archiver.model import Block, BlockKind, Caption, Document
from archiver.text import fields
from archiver.text.decode import Decoded
from archiver.text.normalise import normalise

EXTRACTOR = "plain/1"

WRAP_MOST = 90
"""A line this long was not wrapped by hand or by a mail program."""
WRAP_LEAST = 40
"""Lines all shorter than this are verse or a list, not wrapped prose."""
WRAP_FILLED = 0.8
"""The share of lines that must be full: the next line's first word had no room on them."""
WRAP_JOINS = 3
LONGEST_WORD = 20
FRONT_LINES = 5
"""How far from the top a byline is looked for."""


class Line(NamedTuple):
    """A line of text, or some joined, and whether an empty line, or the end, follows it."""

    text: str
    before_gap: bool


@dataclass
class _Front:
    """What stands above the body, as it is found, and how many lines it took."""

    headline: str = ""
    standfirst: str = ""
    byline: str = ""
    claimed_modified: str = ""
    captions: list[Caption] = field(default_factory=list)
    taken_n: int = 0


def read(decoded: Decoded) -> Document:
    """Give the document of a plain text. Nothing is lost but the label line's place, the
    parentheses around a credit, and the word Updated with its colon and separators.
    """
    label, lines = _split_label([normalise(line) for line in decoded.text.splitlines()])
    notes = decoded.notes
    if _is_hard_wrapped(lines):
        joined = list(_join(lines))
        notes = (*notes, "joined hard-wrapped lines")
    else:
        joined = list(_lines(lines))
    front = _front(joined)
    captions, blocks = _body(joined[front.taken_n :])
    return Document(
        extractor=EXTRACTOR,
        headline=front.headline,
        standfirst=front.standfirst,
        byline=front.byline,
        claimed_modified=front.claimed_modified,
        captions=(*front.captions, *captions),
        blocks=blocks,
        label=label,
        encoding=decoded.encoding,
        notes=notes,
    )


def _split_label(lines: list[str]) -> tuple[str, list[str]]:
    first = next((place for place, line in enumerate(lines) if line), len(lines))
    if lines[first : first + 2] in [[label, ""] for label in fields.LABELS]:
        return lines[first], lines[first + 2 :]
    return "", lines


def _lines(lines: Sequence[str]) -> Iterator[Line]:
    for line, after in zip_longest(lines, lines[1:], fillvalue=""):
        if line:
            yield Line(line, before_gap=not after)


def _is_filled(line: str, after: str, width: int) -> bool:
    """Tell whether the first word of `after` had no room on `line`, `width` wide at most."""
    word = after.split(maxsplit=1)[0]
    word_n = 1 if fields.IDEOGRAPHS.match(word) else min(len(word), LONGEST_WORD)
    return len(line) + 1 + word_n > width


def _is_hard_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether line ends are the work of a wrapping program, and mean nothing."""
    width = max(map(len, lines), default=0)
    empty_n = sum(not line for line in lines)
    if not WRAP_LEAST <= width < WRAP_MOST or empty_n * 2 > len(lines) - empty_n:
        return False
    pairs = [pair for pair in pairwise(lines) if all(pair)]
    filled_n = sum(_is_filled(line, after, width) for line, after in pairs)
    return filled_n >= max(WRAP_JOINS, WRAP_FILLED * len(pairs))


def _join(lines: Sequence[str]) -> Iterator[Line]:
    """Join wrapped lines by paragraphs; list items and sub-headings still start their own."""
    width = max(map(len, lines))
    gathered: list[str] = []
    for line, after in zip_longest(lines, lines[1:], fillvalue=""):
        if not line:
            continue
        gathered.append(line)
        heads = len(gathered) == 1 and fields.is_heading(line)
        if (
            after
            and not fields.is_list_item(after)
            and not (heads and not _is_filled(line, after, width))
        ):
            continue
        yield Line(" ".join(gathered), before_gap=not after)
        gathered = []


def _front(lines: Sequence[Line]) -> _Front:
    """Find headline, standfirst, byline and the captions among them.

    The byline is the anchor: without one, only the headline and captions are taken.
    """
    front = _Front()
    if _has_headline(lines):
        front.headline = lines[0].text
        front.taken_n = 1
    start = front.taken_n
    place = next(
        (
            place
            for place, line in enumerate(lines[start:FRONT_LINES], start)
            if fields.is_byline(line.text)
        ),
        None,
    )
    between = [] if place is None else [line.text for line in lines[start:place]]
    captions = [(text, fields.caption(text)) for text in between]
    paragraphs = [text for text, caption in captions if caption is None]
    if place is not None and len(paragraphs) <= bool(front.headline):
        front.standfirst = "".join(paragraphs)
        front.captions = [caption for _, caption in captions if caption]
        front.byline, front.claimed_modified = fields.split_updated(lines[place].text)
        front.taken_n = place + 1
    _take_updated_line(front, lines)
    return front


def _has_headline(lines: Sequence[Line]) -> bool:
    """Tell whether the first line is a headline: of its form, and set apart from what follows."""
    if len(lines) < 2 or not fields.is_headline(lines[0].text):
        return False
    set_apart = lines[0].before_gap or fields.is_byline(lines[1].text)
    gapless = not any(line.before_gap for line in lines[:-1])
    return set_apart or (gapless and len(lines[1].text) > len(lines[0].text))


def _take_updated_line(front: _Front, lines: Sequence[Line]) -> None:
    """Take a line of its own under the byline or headline that says only "Updated ..."."""
    following = lines[front.taken_n : front.taken_n + 1]
    if front.taken_n and not front.claimed_modified and following:
        text = following[0].text
        before, date = fields.split_updated(text) if fields.is_updated(text) else ("", "")
        if date and not before:
            front.claimed_modified = date
            front.taken_n += 1


def _body(lines: Sequence[Line]) -> tuple[list[Caption], tuple[Block, ...]]:
    captions: list[Caption] = []
    blocks: list[Block] = []
    for place, line in enumerate(lines):
        if caption := fields.caption(line.text):
            captions.append(caption)
        else:
            blocks.append(Block(_kind(line, lines[place + 1 : place + 2]), line.text))
    return captions, tuple(blocks)


def _kind(line: Line, after: Sequence[Line]) -> BlockKind:
    """Give the kind of a line of the body. A short line above another short one is no heading:
    verses and lists look like that.
    """
    if fields.is_list_item(line.text):
        return "list_item"
    heads = not line.before_gap and fields.is_heading(line.text)
    if (
        heads
        and after
        and not (fields.is_heading(after[0].text) or fields.is_list_item(after[0].text))
    ):
        return "heading"
    return "paragraph"
