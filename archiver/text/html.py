"""Read a web page as an article: the extractor "html/1", all visible text in document order.

It does not tell the article from the page around it; an extractor that does will stand beside
it, under a name of its own.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from archiver.errors import InputError
from archiver.model import Block, BlockKind, Caption, Document
from archiver.text import fields
from archiver.text.decode import Decoded
from archiver.text.normalise import normalise
from archiver.text.pages.bounds import refuse_hostile
from archiver.uri import uri_r

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

EXTRACTOR = "html/1"

UNSEEN = frozenset((
    "script", "style", "noscript", "template", "title", "iframe", "noembed", "noframes",
    "desc", "metadata",
))  # fmt: skip
"""Elements whose text no reader sees. `hidden` is not looked at: scripts set and unset it."""
KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "li": "list_item",
    "blockquote": "quote",
    "pre": "code",
    "figcaption": "caption",
    "tr": "table_row",
}
BREAKING = frozenset((
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
    "legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre",
    "search", "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot",
    "th", "thead", "tr", "ul", "xmp",
))  # fmt: skip
"""Elements that start and end a line (HTML Standard, 15.3), and form controls."""
LAYOUT = frozenset((
    "table", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "pre",
    "figure", "article", "section", "main",
))  # fmt: skip
"""What makes a table cell a part of the page's layout, not of a row of data."""


@dataclass
class _Reading:
    """What has been read so far: text not yet flushed, open kinds, finished blocks."""

    headline: str = ""
    captions: list[Caption] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    rows: list[list[str] | None] = field(default_factory=list)
    """The cells of each open row; None once the row turned out to be layout."""
    breaks_n: int = 0
    """Line breaks since the last text: two part paragraphs."""


def read(decoded: Decoded) -> Document:
    """Give the document of a page: the first h1 is the headline (else og:title, else the title),
    `figcaption` gives captions, each block element a block.
    """
    from selectolax.lexbor import LexborHTMLParser

    refuse_hostile(decoded.text)
    root = LexborHTMLParser(decoded.text).root
    reading = _Reading()
    head: dict[str, str] = {}
    if root is not None:
        _walk(root, reading, head)
    return Document(
        extractor=EXTRACTOR,
        headline=reading.headline or head.get("og:title") or head.get("title", ""),
        captions=tuple(reading.captions),
        blocks=tuple(reading.blocks),
        canonical_uri=_canonical(head.get("canonical", "")),
        language=head.get("lang", ""),
        encoding=decoded.encoding,
        notes=decoded.notes,
    )


def _canonical(spelling: str) -> str:
    try:
        return uri_r(spelling)
    except InputError:
        return ""


def _walk(root: "LexborNode", reading: _Reading, head: dict[str, str]) -> None:
    """Visit every node in document order, without recursion: pages may nest 50,000 deep."""
    node: LexborNode | None = root
    while node is not None:
        child = _enter(node, reading, head)
        if child is not None:
            node = child
            continue
        while node is not None:
            _leave(node.tag or "", reading)
            following = node.next
            if following is not None:
                node = following
                break
            node = node.parent


def _enter(node: "LexborNode", reading: _Reading, head: dict[str, str]) -> "LexborNode | None":
    """Read the start of `node`, and give its first child, or None where there is nothing to see."""
    tag = node.tag or ""
    if tag == "-text":
        _add(node.text_content or "", reading)
        return None
    if tag in ("html", "title", "meta", "link"):
        _read_head(node, tag, head)
    if tag in UNSEEN:
        return None
    if tag == "br":
        _break_line(reading)
    elif tag in BREAKING:
        if tag in LAYOUT and _in_cell(reading):
            _make_layout(reading)
        _part(tag, reading)
        if tag in KINDS:
            reading.kinds.append(tag)
        if tag == "tr":
            reading.rows.append([])
    return node.child


def _leave(tag: str, reading: _Reading) -> None:
    """Read the end of an element."""
    if tag not in BREAKING:
        return
    if tag in ("td", "th") and _in_cell(reading):
        _flush_cell(reading)
    elif tag == "tr":
        _flush_row(reading)
    elif tag in KINDS:
        _flush(reading)
    else:
        _part(tag, reading)
    if tag in KINDS:
        reading.kinds.pop()


def _read_head(node: "LexborNode", tag: str, head: dict[str, str]) -> None:
    """Keep what the page says of itself, the first of each."""
    values = {name: value or "" for name, value in node.attributes.items()}
    if tag == "html":
        head.setdefault("lang", normalise(values.get("lang", "")))
    elif tag == "title" and node.parent is not None and node.parent.tag == "head":
        head.setdefault("title", normalise(node.text()))
    elif tag == "meta" and values.get("property", "").lower() == "og:title":
        head.setdefault("og:title", normalise(values.get("content", "")))
    elif tag == "link" and "canonical" in values.get("rel", "").lower().split():
        head.setdefault("canonical", values.get("href", ""))


def _add(text: str, reading: _Reading) -> None:
    reading.text.append(text)
    if not text.isspace():
        reading.breaks_n = 0


def _break_line(reading: _Reading) -> None:
    """Read a `br`: a blank, or a new line of code; two in a row are a new paragraph."""
    reading.text.append("\n")
    reading.breaks_n += 1
    if reading.breaks_n > 1 and not _in_cell(reading) and reading.kinds[-1:] != ["figcaption"]:
        _flush(reading)


def _in_cell(reading: _Reading) -> bool:
    """Tell whether text here belongs to a row of data, and to nothing nested in it."""
    return reading.kinds[-1:] == ["tr"] and reading.rows[-1] is not None


def _part(tag: str, reading: _Reading) -> None:
    """Part what stands before and after the edge of a block element."""
    in_caption = reading.kinds[-1:] == ["figcaption"] and tag not in KINDS
    if in_caption or (_in_cell(reading) and tag not in ("td", "th", "tr")):
        reading.text.append(" ")
    elif not _in_cell(reading) or any(map(str.strip, reading.text)):
        _flush(reading)


def _make_layout(reading: _Reading) -> None:
    """Take the open row for layout: its cells so far become paragraphs."""
    cells = reading.rows[-1] or []
    reading.rows[-1] = None
    reading.blocks.extend(Block("paragraph", cell) for cell in cells if cell)


def _flush_cell(reading: _Reading) -> None:
    row = reading.rows[-1]
    if row is not None:
        row.append(normalise("".join(reading.text)))
        reading.text.clear()


def _flush_row(reading: _Reading) -> None:
    _flush(reading)
    row = reading.rows.pop()
    if row and any(row):
        reading.blocks.append(Block("table_row", normalise(" | ".join(row))))


def _flush(reading: _Reading) -> None:
    """Make a block, a caption, a cell or the headline of the text gathered so far."""
    text = "".join(reading.text)
    reading.text.clear()
    reading.breaks_n = 0
    tag = reading.kinds[-1] if reading.kinds else "p"
    if tag == "pre":
        lines = map(normalise, text.splitlines())
        reading.blocks.extend(Block("code", line) for line in lines if line)
        return
    block = normalise(text)
    if not block:
        return
    if tag == "tr" and (row := reading.rows[-1]) is not None:
        row.append(block)
    elif tag == "figcaption":
        reading.captions.append(fields.caption(block) or Caption(block))
    elif tag == "h1" and not reading.headline:
        reading.headline = block
    else:
        kind: BlockKind = "paragraph" if tag == "tr" else KINDS.get(tag, "paragraph")
        reading.blocks.append(Block(kind, block))
