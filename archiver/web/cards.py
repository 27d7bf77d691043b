"""A picture of a comparison, for posts: an SVG card with a text alternative."""

import re
import unicodedata
from collections.abc import Awaitable, Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from archiver.model import Change
from archiver.render.view import Comparison
from archiver.render.visible import visible
from archiver.store.changes import GRADES
from archiver.web import archive, compare, pages

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request, Response

LINE_EMS: Final = 60.0
"""Width of a line of changes in half ems: an average letter is one wide, a Chinese one two."""

TITLE_EMS: Final = 44.0
TITLE_LINES: Final = 2
CHANGE_LINES: Final = 7
CHANGES_N: Final = 4
LETTERS_MAX: Final = 160
"""Letters shown of either side of a change."""

HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

WORD: Final = re.compile(
    r"\s+|[^\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+|.", re.DOTALL
)
"""A blank, a word, or a character of a script that lines may be broken in anywhere."""

Fate = Literal["kept", "gone", "come"]


class Span(NamedTuple):
    """Text on a line of the card, and what became of it."""

    text: str
    fate: Fate


Line = tuple[Span, ...]


class Card(NamedTuple):
    """What a card shows, broken into lines."""

    site: str
    title: tuple[Line, ...]
    summary: str
    period: str
    lines: tuple[Line, ...]
    description: str


def routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """Give the address of cards."""
    return [(rf"{pages.DATABASE}/card/{pages.ARTICLE}/{pages.PAIR}\.svg$", pages.answering(_card))]


async def _card(datasette: "Datasette", request: "Request") -> "Response":
    from datasette.utils.asgi import Response

    database = await archive.requested(datasette, request)
    article_id, old, new = await pages.pair(database, request)
    compared = await compare.compared(database, article_id, old.number, new.number)
    context = {"card": card(compared)}
    svg = await datasette.render_template("archiver_card.html", context, request=request)
    return Response(str(svg), headers=dict(HEADERS), content_type="image/svg+xml; charset=utf-8")


def card(compared: Comparison) -> Card:
    """Lay out the card of a comparison: its gravest changes, as many as there is room for."""
    old, new = compared.old_version, compared.new_version
    gravest = sorted(
        (change for change in compared.changes if change.kind not in {"move", "split", "merge"}),
        key=lambda change: -GRADES.index(change.grade),
    )[:CHANGES_N]
    lines: list[Line] = []
    for change in gravest:
        lines += broken(_spans(change), LINE_EMS)
    said = "; ".join(
        " → ".join(visible(_short(text)) for text in (change.old, change.new) if text)
        for change in gravest
    )
    title = compared.article.title or compared.article.uri
    what = compare.summary(compared)
    period = f"{old.first_seen} → {new.first_seen}"
    return Card(
        site=visible(compared.article.site),
        title=_first(broken([Span(visible(title), "kept")], TITLE_EMS), TITLE_LINES),
        summary=what,
        period=period,
        lines=_first(lines, CHANGE_LINES),
        description=f"{what}. {period}. {said}",
    )


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LETTERS_MAX else f"{flat[:LETTERS_MAX]}…"


def _spans(change: Change) -> Iterator[Span]:
    if change.old:
        yield Span(visible(_short(change.old)), "gone")
    if change.old and change.new:
        yield Span(" ", "kept")
    if change.new:
        yield Span(visible(_short(change.new)), "come")


def ems(text: str) -> float:
    """Give about how wide a text is, in half ems.

    >>> ems("abc"), ems("不能")
    (3.0, 4.0)
    """
    return sum(2.0 if unicodedata.east_asian_width(one) in "WF" else 1.0 for one in text)


def broken(spans: Iterable[Span], width: float) -> list[Line]:
    """Break spans into lines; a word longer than a line is cut.

    >>> [[span.text for span in line] for line in broken([Span("one two three", "kept")], 8)]
    [['one two '], ['three']]
    """
    lines: list[list[Span]] = [[]]
    left = width
    for text, fate in spans:
        for word in WORD.findall(text):
            for piece in _cut(word, width):
                wide = ems(piece)
                if wide > left and not piece.isspace():
                    lines.append([])
                    left = width
                if lines[-1] and lines[-1][-1].fate == fate:
                    lines[-1][-1] = Span(lines[-1][-1].text + piece, fate)
                else:
                    lines[-1].append(Span(piece, fate))
                left -= wide
    return [tuple(line) for line in lines if line]


def _cut(word: str, width: float) -> Iterator[str]:
    most = int(width // 2) or 1
    if ems(word) <= width:
        yield word
        return
    for start in range(0, len(word), most):
        yield word[start : start + most]


def _first(lines: list[Line], most: int) -> tuple[Line, ...]:
    """Give the first lines, with a sign that there are more."""
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], (*lines[most - 1], Span(" …", "kept")))
