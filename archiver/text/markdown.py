"""Read Markdown as an article: the extractor "markdown/1".

Only the block structure is interpreted. A block's text is its inline source, so that a changed
link target, emphasis mark or reference is a change, and nothing is lost to a renderer's taste.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from archiver.model import Block, BlockKind, Document
from archiver.text.decode import Decoded
from archiver.text.normalise import normalise

if TYPE_CHECKING:
    from markdown_it.token import Token

EXTRACTOR = "markdown/1"

FRONT_MATTER = re.compile(
    r"---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
FRONT_MATTER_CHARACTERS = 100_000
FIELD_KEYS = {
    "headline": ("title",),
    "standfirst": ("summary", "description", "standfirst"),
    "byline": ("author", "authors", "byline"),
    "claimed_published": ("date", "published", "publication_date"),
    "claimed_modified": ("lastmod", "updated", "last_updated", "modified"),
}
"""Which keys of the front matter say what; the first that is there counts."""

MOST_NESTING = 200
"""markdown-it drops what is nested deeper, and each level costs two frames of Python's 1,000."""
CELL_BORDER = re.compile(r"(?<!\\)\|")
LINE_END = re.compile(r"\r\n?")


class _Context(NamedTuple):
    """What an open container makes of the next paragraph in it."""

    kind: BlockKind
    marker: str = ""


def read(decoded: Decoded) -> Document:
    """Give the document of a Markdown text, with or without YAML front matter.

    The headline is the front matter's title, else a `# ` heading that the text starts with.
    Bullets, numbers and the level of headings (as `##`) stay in the text of their blocks: they
    show, and could not be seen to change otherwise. Not in the document: front matter that names
    no field, and marks that only say what a block is (underlines, bare fences, `>`, table
    delimiters).
    """
    values, body, notes = _front_matter(LINE_END.sub("\n", decoded.text))
    tokens = _parse(body)
    if _is_too_deep(tokens):
        blocks = [Block("paragraph", line) for line in map(normalise, body.split("\n")) if line]
        notes = (*notes, "nested too deep for Markdown: read line by line")
    else:
        blocks = list(_blocks(tokens, body.split("\n")))
        if not values.get("headline") and _starts_with_title(tokens):
            values["headline"] = blocks.pop(0).text.removeprefix("# ")
    return Document(
        extractor=EXTRACTOR,
        headline=values.get("headline", ""),
        standfirst=values.get("standfirst", ""),
        byline=values.get("byline", ""),
        claimed_published=values.get("claimed_published", ""),
        claimed_modified=values.get("claimed_modified", ""),
        blocks=tuple(blocks),
        encoding=decoded.encoding,
        notes=(*decoded.notes, *notes),
    )


def _front_matter(text: str) -> tuple[dict[str, str], str, tuple[str, ...]]:
    """Part `text` into the fields its front matter gives, the body, and notes."""
    import yaml

    found = FRONT_MATTER.match(text)
    if found is None:
        return {}, text, ()
    try:
        # BaseLoader makes strings, lists and maps only, so a date stays as it was written.
        values = yaml.load(found["yaml"][:FRONT_MATTER_CHARACTERS], Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, RecursionError, ValueError):
        values = None
    if not isinstance(values, Mapping):
        return {}, text, ("front matter is no YAML mapping: read as text",)
    lower = {key.lower(): value for key, value in values.items() if isinstance(key, str)}
    given = {
        name: next((spoken for key in keys if (spoken := _spoken(lower.get(key)))), "")
        for name, keys in FIELD_KEYS.items()
    }
    return given, text[found.end() :], ()


def _spoken(value: object) -> str:
    """Give a front matter value as text: a string, or a list of strings (several authors)."""
    if isinstance(value, str):
        return normalise(value)
    if isinstance(value, list):
        return ", ".join(normalise(item) for item in value if isinstance(item, str))
    return ""


def _parse(source: str) -> list["Token"]:
    """Give the block tokens of `source`. Inline text stays unread, definitions stay text."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": MOST_NESTING})
    parser.enable("table").disable("reference")
    parser.core.ruler.disable(["inline", "text_join"])
    return parser.parse(source)


def _is_too_deep(tokens: Sequence["Token"]) -> bool:
    return any(token.nesting == 1 and token.level + 1 >= MOST_NESTING for token in tokens)


def _starts_with_title(tokens: Sequence["Token"]) -> bool:
    return (
        len(tokens) > 1
        and (tokens[0].tag, tokens[0].markup) == ("h1", "#")
        and bool(normalise(tokens[1].content))
    )


def _blocks(tokens: Sequence["Token"], lines: Sequence[str]) -> Iterator[Block]:
    """Walk the tokens, keeping a stack of the quotes and list items that are open."""
    stack = [_Context("paragraph")]
    leaf: _Context | None = None
    for token in tokens:
        if token.type == "inline" and (leaf is None or leaf.kind == "heading"):
            if leaf:
                yield from _pending(stack)
            context = leaf or stack[-1]
            if text := normalise(f"{context.marker} {token.content}"):
                yield Block(context.kind, text)
            if not leaf and context.marker:
                stack[-1] = _Context("paragraph")
        elif token.type == "heading_open":
            leaf = _Context("heading", "#" * int(token.tag[1]))
        elif token.type == "table_open":
            yield from _pending(stack)
            leaf = _Context("table_row")
        elif token.type in ("heading_close", "table_close"):
            leaf = None
        elif token.type in ("blockquote_open", "list_item_open"):
            yield from _pending(stack)
            stack.append(_opened(token))
        elif token.type in ("blockquote_close", "list_item_close"):
            yield from _pending(stack)
            stack.pop()
        elif token.type in ("fence", "code_block", "html_block", "hr", "tr_open"):
            yield from _pending(stack)
            yield from _leaves(token, lines)


def _opened(token: "Token") -> _Context:
    if token.type == "blockquote_open":
        return _Context("quote")
    return _Context("list_item", token.info + token.markup)


def _pending(stack: list[_Context]) -> Iterator[Block]:
    """Give the marker of a list item that no paragraph of its own will carry."""
    if stack[-1].marker:
        yield Block("list_item", stack[-1].marker)
        stack[-1] = _Context("paragraph")


def _leaves(token: "Token", lines: Sequence[str]) -> Iterator[Block]:
    """Give the blocks of a token that has no inline text: one a line."""
    line = lines[token.map[0]].lstrip("> \t") if token.map else ""
    if token.type == "hr":
        yield Block("rule", normalise(line))
    elif token.type == "tr_open":
        if row := _row(line):
            yield Block("table_row", row)
    else:
        kind: BlockKind = "paragraph" if token.type == "html_block" else "code"
        info = [token.markup + token.info] if token.info.strip() else []
        texts = map(normalise, (*info, *token.content.split("\n")))
        yield from (Block(kind, text) for text in texts if text)


def _row(line: str) -> str:
    r"""Give a table row from its source: the parser would drop cells its header has no column for.

    >>> _row(r"| a | b \| c |")
    'a | b \\| c'
    """
    bare = line.strip().removeprefix("|")
    cells = [normalise(cell) for cell in CELL_BORDER.split(bare)]
    if cells and not cells[-1]:
        cells.pop()
    return normalise(" | ".join(cells))
