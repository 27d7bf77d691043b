"""Blame as words: each text with the version it mostly comes from, exceptions in marks.

`[2: 150]` came with version 2. Nothing depends on colour.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from archiver.diff import is_word, tokens
from archiver.diff.blame import Blamed, blamed_fields, parts
from archiver.diff.lost import Part, Removal, Where
from archiver.render.terminal import Colours, lines_of, printed
from archiver.render.view import FIELD_TITLES
from archiver.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.text import Text

    from archiver.diff.phrase import Stay
    from archiver.model import Article, BlockKind, Document, Version

STYLES: Final = ("green", "cyan", "magenta", "yellow", "blue", "red")
"""Of versions 2, 3, ...; the seventh begins again. Words of the first have no colour."""


PLACES: Final[dict[Where, str]] = {
    "body": "in the body",
    "headline": "in the headline",
    "standfirst": "in the standfirst",
    "byline": "in the byline",
    "claimed_published": "in the published date",
    "claimed_modified": "in the updated date",
    "caption": "in a caption",
    "credit": "in a credit",
}


class BlamedText(NamedTuple):
    """A field, or a block of the body, in parts that came with one version each.

    `place` is its place among its namesakes, from 0. `mostly` is the version that most of its
    words came with, the older one where two have as many.
    """

    field: Where
    place: int
    kind: BlockKind
    parts: tuple[Part, ...]
    mostly: int

    @property
    def title(self) -> str:
        """Its name for people, "" for a block."""
        return "" if self.field == "body" else FIELD_TITLES[self.field]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlameView:
    """One version of an article, with the origin of its words. `versions` are all up to it."""

    article: Article
    versions: tuple[Version, ...]
    texts: tuple[BlamedText, ...]
    words: tuple[tuple[Version, int], ...]
    """Each version that words of this one came with, the first one first, and how many did."""


def blame_view(
    article: Article, versions: Sequence[Version], document: Document, blamed: Blamed
) -> BlameView:
    """Give what there is to show of the last of `versions`, which `document` is."""
    texts = [
        _blamed_text(name, place, "paragraph", parts(text, blamed.fields[name, place]))
        for name, place, text in blamed_fields(document)
    ]
    for place, (block, origins) in enumerate(zip(document.blocks, blamed.blocks, strict=True)):
        texts.append(_blamed_text("body", place, block.kind, parts(block.text, origins)))
    counts = sum((_words_n(text.parts) for text in texts), Counter[int]())
    return BlameView(
        article=article,
        versions=tuple(versions),
        texts=tuple(texts),
        words=tuple(
            (version, counts[version.number]) for version in versions if counts[version.number]
        ),
    )


def _blamed_text(where: Where, place: int, kind: BlockKind, found: tuple[Part, ...]) -> BlamedText:
    counts = _words_n(found)
    mostly = max(counts, key=lambda came: (counts[came], -came), default=0)
    return BlamedText(where, place, kind, found, mostly or (found[0].came if found else 1))


def _words_n(found: Iterable[Part]) -> Counter[int]:
    counts: Counter[int] = Counter()
    for came, text in found:
        counts[came] += sum(map(is_word, tokens(text)))
    return +counts


def blame_rows(view: BlameView) -> list[dict[str, Any]]:
    """Give a row for each part, in the order of reading; those of one text joined are the text."""
    return [
        {
            "version": came,
            "first_seen": view.versions[came - 1].first_seen,
            "block": text.place if text.field == "body" else None,
            "field": text.field,
            "text": part,
        }
        for text in view.texts
        for came, part in text.parts
    ]


def removal_rows(removals: Iterable[Removal], versions: Sequence[Version]) -> list[dict[str, Any]]:
    """Give a row for each part of what is gone, in the order it went."""
    return [
        {
            "text": text,
            "field": removal.field,
            "came": came,
            "came_first_seen": versions[came - 1].first_seen,
            "went": removal.went,
            "went_last_seen_old": versions[removal.went - 1].last_seen_old,
            "went_first_seen": versions[removal.went - 1].first_seen,
        }
        for removal in removals
        for came, text in removal.parts
        if text.strip()
    ]


def stay_rows(stays: Iterable[Stay], versions: Sequence[Version]) -> list[dict[str, Any]]:
    """Give a row for each stay of a phrase; what came in version 1 has no last sight before it."""
    rows = []
    for field, came, went in stays:
        first = versions[came - 1]
        last = None if went is None else versions[went - 1]
        rows.append(
            {
                "field": field,
                "came": came,
                "came_last_seen_old": first.last_seen_old or None,
                "came_first_seen": first.first_seen,
                "went": went,
                "went_last_seen_old": last.last_seen_old if last else None,
                "went_first_seen": last.first_seen if last else None,
            }
        )
    return rows


def blame_text(
    view: BlameView,
    *,
    width: int,
    colours: Colours = None,
    removals: Sequence[Removal] | None = None,
) -> str:
    """Give the text with its origins, `width` columns wide; with `removals`, what is gone too."""
    from rich.text import Text

    latest = view.versions[-1]
    gutter = len(str(latest.number))
    head = (visible(view.article.title), visible(view.article.uri), _seen(latest))
    lines = [line for text in head for line in lines_of(Text(text), width)]
    lines[0].stylize("bold")
    lines += [Text(""), *_legend(view, gutter, width)]
    for text in view.texts:
        if text.parts:
            lines += [Text(""), *_paragraph(text, gutter, width)]
    if removals is not None:
        lines += _gone(removals, view, gutter, width)
    return printed(lines, width, colours)


def stays_text(
    phrase: str, stays: Sequence[Stay], versions: Sequence[Version], *, width: int
) -> str:
    """Say in sentences when `phrase` came and went."""
    from rich.text import Text

    if not stays:
        return f"{visible(phrase)}: not found in any version\n"
    lines = lines_of(Text(f"{visible(phrase)}:"), width)
    for field, came, went in stays:
        said = f"{PLACES[field]}: {_came(versions[came - 1])}"
        said += f", {_went(versions[went - 1])}" if went else ", and still there"
        lines += [Text("  ").append_text(line) for line in lines_of(Text(said), width - 2)]
    return printed(lines, width, None)


def _minutes(moment: str) -> str:
    return moment[:16].replace("T", " ")


def _named(version: Version) -> str:
    return f"version {version.number}" + (f" ({visible(version.label)})" if version.label else "")


def _seen(version: Version) -> str:
    named = _named(version)
    return f"{named[0].upper()}{named[1:]}, first seen {_minutes(version.first_seen)}"


def _window(version: Version) -> str:
    return f"between {_minutes(version.last_seen_old)} and {_minutes(version.first_seen)}"


def _came(version: Version) -> str:
    if version.number == 1:
        return f"there since {_named(version)}, first seen {_minutes(version.first_seen)}"
    return f"came with {_named(version)} {_window(version)}"


def removed_text(removal: Removal) -> BlamedText:
    """Give what is gone as a text in parts."""
    return _blamed_text(removal.field, removal.place, "paragraph", removal.parts)


def _went(version: Version) -> str:
    return f"went with {_named(version)} {_window(version)}"


def _style(number: int) -> str:
    return "" if number == 1 else STYLES[(number - 2) % len(STYLES)]


def _legend(view: BlameView, gutter: int, width: int) -> list[Text]:
    """Say how many words came with each version, and how to read the marks."""
    from rich.text import Text

    lines: list[Text] = []
    for version, words_n in view.words:
        words = f"{words_n} word{'' if words_n == 1 else 's'}"
        said = f"{visible(version.name)}: {words}, first seen {_minutes(version.first_seen)}"
        lines += _hung(str(version.number), [(said, _style(version.number))], gutter, width)
    n = view.words[-1][0].number if view.words else 1
    said = f"A paragraph came with the version beside it, but for [{n}: words] of version {n}."
    return [*lines, *lines_of(Text(said, style="dim"), width)] if len(view.words) > 1 else lines


def _paragraph(text: BlamedText, gutter: int, width: int) -> list[Text]:
    shown = _marked(text.parts, text.mostly)
    if text.title:
        shown.insert(0, (f"{text.title}: ", "bold"))
    return _hung(str(text.mostly), shown, gutter, width)


def _gone(removals: Sequence[Removal], view: BlameView, gutter: int, width: int) -> Iterator[Text]:
    """Give what is gone under the version it went with."""
    from rich.text import Text

    if not removals:
        yield from (Text(""), Text("Nothing is gone.", style="bold"))
    for number, those in groupby(removals, key=lambda removal: removal.went):
        yield Text("")
        said = _went(view.versions[number - 1])
        yield from lines_of(Text(f"{said[0].upper()}{said[1:]}:", style="bold"), width)
        for removal in those:
            yield from _paragraph(removed_text(removal), gutter, width)


def _marked(found: Iterable[Part], mostly: int) -> list[tuple[str, str]]:
    """Give (text, style) parts, what did not come with `mostly` in marks drawn close around it."""
    shown: list[tuple[str, str]] = []
    for came, raw in found:
        text = visible(raw)
        core = text.strip()
        if came == mostly or not core:
            shown.append((text, _style(came)))
            continue
        left, _, right = text.partition(core)
        shown += [(left, ""), (f"[{came}: {core}]", _style(came)), (right, "")]
    return shown


def _hung(label: str, shown: list[tuple[str, str]], gutter: int, width: int) -> list[Text]:
    """Give a paragraph beside `label`, which stands in its first line alone."""
    from rich.text import Text

    first, rest = f"{label:>{gutter}}  ", " " * (gutter + 2)
    lines = lines_of(Text.assemble(*shown), width - len(rest))
    return [
        Text.assemble((rest, "") if index else (first, "bold"), line)
        for index, line in enumerate(lines)
    ]
