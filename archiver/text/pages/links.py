"""Links in the text of an article: their words, and where they lead."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from resiliparse.parse.html import ElementNode, HTMLTree, Node

from archiver.model import Block, Link
from archiver.text.html import BREAKING, UNSEEN
from archiver.text.normalise import normalise
from archiver.text.pages.dom import attribute, select

SCHEMES = frozenset(("http", "https", "mailto"))
MENUS = frozenset(("nav", "footer"))
"""A word of a menu may be a heading of the article too."""

MOST_LINKS = 2_000
"""Of one article; a long encyclopaedia page has 1,000."""
MOST_LOOKED_AT = 6_000
"""Links of a page, those of its menus and lists among them."""
MOST_CHARACTERS = 4_000
"""Of an address; browsers show no more than 2,000."""
NEAR = 100
"""Blocks after the one found last in which a line that is not all of a block is looked for."""
LEAST_SHARED = 20
"""Characters that a line and a block share before one that holds the other is the same text."""


class _Piece(NamedTuple):
    """A piece of text, and the link it stands in: its number on the page, and its address."""

    text: str
    link: int = 0
    uri: str = ""


def links(tree: HTMLTree, blocks: Sequence[Block], base: str = "") -> tuple[Link, ...]:
    """Give the links in the text of `blocks`, in the order of the page.

    `base` is the address of the page; its own `base` element goes before. A link is found by the
    line it stands in: the text of a block, but for blanks, or what shares its text with one near
    the block found last. Links without words (pictures), or to what is no address (scripts), are
    left out. Costs O(n log n) in the size of the page.
    """
    texts = [_key(block.text) for block in blocks]
    lines = list(_lines(tree, _base(tree, base), _around_links(tree, "\n".join(texts))))
    keys = [_key("".join(piece.text for piece in pieces)) for pieces in lines]
    placed = _placed(keys, _places(blocks))
    taken = set(placed.values())
    found: list[Link] = []
    last = -1
    for number, pieces in enumerate(lines):
        last = placed.get(number, last)
        if any(piece.uri for piece in pieces):
            near = [last] if number in placed else _near(keys[number], texts, last, taken)
            found += _links(pieces, near, texts)
            if found and found[-1].block >= last:
                last = found[-1].block
                taken |= {last} if keys[number] == texts[last] else set()
    return tuple(found[:MOST_LINKS])


def address(given: str, base: str) -> str:
    """Give the absolute address of a link, "" where it leads to no page and no mail.

    >>> address(" ../b?x=1 ", "https://example.org/a/c"), address("javascript:x()", "https://a.b/")
    ('https://example.org/b?x=1', '')
    """
    # Browsers drop these anywhere in an address (URL Standard, 4.4).
    spelled = given.strip().translate(dict.fromkeys(map(ord, "\t\n\r")))
    if not spelled or len(spelled) > MOST_CHARACTERS or not spelled.isprintable():
        return ""
    try:
        uri = urljoin(base, spelled)
        parts = urlsplit(uri)
    except ValueError:
        return ""
    is_whole = bool(parts.path) if parts.scheme == "mailto" else bool(parts.netloc)
    return uri if parts.scheme in SCHEMES and is_whole else ""


def _base(tree: HTMLTree, base: str) -> str:
    """Give the address that the links of a page start from (HTML Standard, 2.4.3)."""
    for node in select(tree, "base[href]", 1):
        try:
            return urljoin(base, attribute(node, "href").strip())
        except ValueError:
            break
    return base


def _places(blocks: Sequence[Block]) -> dict[str, tuple[int, int]]:
    """Give the number of the block of each text, and of table rows that of each cell in its row.

    A text that stands in several is left out: it does not say which.
    """
    found: dict[str, set[tuple[int, int]]] = {}
    for number, block in enumerate(blocks):
        parts = block.text.split(" | ") if block.kind == "table_row" else [block.text]
        for cell, part in enumerate(parts):
            found.setdefault(_key(part), set()).add((number, cell))
    return {text: min(numbers) for text, numbers in found.items() if len(numbers) == 1}


def _placed(keys: Sequence[str], places: Mapping[str, tuple[int, int]]) -> dict[int, int]:
    """Give the block of each line that is one, by the number of the line.

    Of a text that stands on the page several times, in a table of contents or a menu too, the one
    that keeps most lines in the order of the blocks: the longest increasing subsequence
    (Fredman 1975).
    """
    pairs = [(line, places[key]) for line, key in enumerate(keys) if key in places]
    ends: list[tuple[int, int]] = []
    tops: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        at = bisect_left(ends, place)
        before.append(tops[at - 1] if at else -1)
        ends[at : at + 1] = [place]
        tops[at : at + 1] = [number]
    found: dict[int, int] = {}
    at = tops[-1] if tops else -1
    while at >= 0:
        line, (block, _) = pairs[at]
        found[line] = block
        at = before[at]
    return found


def _key(text: str) -> str:
    """Give a text without its blanks, which extractors set and leave out as they like."""
    return normalise(text).replace(" ", "")


def _near(line: str, texts: Sequence[str], last: int, taken: Container[int]) -> list[int]:
    """Give the next block that is a line, else those near that hold it, or are held by it.

    `taken` blocks are lines of their own, but `last` may go on in this one.
    """
    after = range(max(0, last), min(len(texts), last + NEAR + 1))
    free = [at for at in after if at not in taken]
    return [at for at in free if line == texts[at]] or [
        at
        for at in after
        if (at == last or at not in taken)
        and min(len(line), len(texts[at])) >= LEAST_SHARED
        and (line in texts[at] or texts[at] in line)
    ]


def _around_links(tree: HTMLTree, text: str) -> set[Node]:
    """Give the elements around the links whose words stand in `text`: no others need a look.

    But headings do: a table of contents may be links of the same words.
    """
    around: set[Node] = set()
    stands: dict[str, bool] = {}  # by words: menus of a page repeat theirs
    for node in select(tree, "a[href], h1, h2, h3, h4, h5, h6", MOST_LOOKED_AT):
        shown = node.text or ""
        words = _key(shown) if len(shown) <= MOST_CHARACTERS else ""
        if words not in stands:
            stands[words] = words != "" and words in text
        if stands[words]:
            at: Node | None = node
            while at is not None and at not in around:
                around.add(at)
                at = at.parent
    return around


def _links(pieces: Sequence[_Piece], near: Iterable[int], texts: Sequence[str]) -> Iterator[Link]:
    """Give the links of one line, the pieces of each joined, in the first block of its words."""
    words: dict[int, list[str]] = {}
    for piece in pieces:
        if piece.uri:
            words.setdefault(piece.link, []).append(piece.text)
    uris = {piece.link: piece.uri for piece in pieces}
    for link, parts in words.items():
        text = normalise("".join(parts))
        place = next((at for at in near if text and _key(text) in texts[at]), None)
        if place is not None:
            yield Link(place, text, uris[link])


def _lines(tree: HTMLTree, base: str, around: Container[Node]) -> Iterator[list[_Piece]]:
    """Give the lines of a page as it would show them, in pieces: what stands between two breaks.

    Two `br` in a row break, one is a blank, as paragraphs go.
    """
    pieces: list[_Piece] = []
    link, uri, links_n, breaks_n = 0, "", 0, 0
    for node, is_start in _walk(tree, around):
        tag = node.tag
        if tag == "#text" and is_start:
            text = node.value or ""
            breaks_n = breaks_n if text.isspace() else 0
            pieces.append(_Piece(text, link, uri))
        elif tag == "a" and isinstance(node, ElementNode):
            links_n += is_start
            given = attribute(node, "href") if is_start else ""
            link, uri = (links_n, address(given, base)) if given else (0, "")
        elif tag == "br" and is_start:
            breaks_n += 1
            pieces.append(_Piece(" ", link, uri))
        if tag in BREAKING or breaks_n > 1:
            breaks_n = 0
            if pieces:
                yield pieces
            pieces = []
    if pieces:
        yield pieces


def _walk(tree: HTMLTree, around: Container[Node]) -> Iterator[tuple[Node, bool]]:
    """Give all nodes of the body that show, at their start and at their end, without recursion.

    What stands in an element of its own is left out where that is not `around` a link.
    """
    root = tree.body
    node: Node | None = root
    while node is not None:
        yield node, True
        unseen = node.tag in UNSEEN or node.tag in MENUS
        unseen = unseen or (node.tag in BREAKING and node not in around)
        if node.first_child is not None and not unseen:
            node = node.first_child
            continue
        while node is not None:
            yield node, False
            if node == root:
                return
            if node.next_sibling is not None:
                node = node.next_sibling
                break
            node = node.parent
