"""A diff as diff-match-patch has it: operations on plain text in order, and their delta.

The text is `article_text`. It shows no kinds of blocks: a paragraph that became a list item alone
is no operation.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from urllib.parse import quote

from archiver.diff.align import Aligner, text_edits
from archiver.diff.lcs import lcs_runs
from archiver.diff.pieces import Piece
from archiver.diff.plain_text import article_parts
from archiver.diff.tokens import tokens
from archiver.model import BlockEdit, Diff, Document, Edit

UNESCAPED = "!~*'();/?:@&=+$,# "
"""What `encodeURI` of JavaScript leaves beside letters and digits, and the blank, as the library
writes it."""


def delta(diff: Diff, old: Document, new: Document) -> str:
    r"""Give what `diff_toDelta` of diff-match-patch writes: `=4\t-2\t+150`, from `operations`.

    Counts are UTF-16 code units, as the library counts in JavaScript, Java, C# and Dart, and in
    Python since its release of 2024; its older Python and C++ count an emoji as one, so there a
    text with characters beyond U+FFFF does not come back. Texts must hold no lone surrogates.
    """
    return "\t".join(map(_delta_part, operations(diff, old, new)))


def _delta_part(operation: Piece) -> str:
    tag, text = operation
    if tag == "insert":
        return f"+{quote(text, UNESCAPED)}"
    return f"{'=' if tag == 'equal' else '-'}{utf16_length(text)}"


def utf16_length(text: str) -> int:
    """Give the length of `text` in UTF-16 code units.

    >>> utf16_length("a👍")
    3
    """
    return len(text.encode("utf-16-le")) // 2


def operations(diff: Diff, old: Document, new: Document) -> list[Piece]:
    """Give what turns the text of `old` into that of `new`, from start to end.

    The `equal` and `delete` texts joined are the old text, `equal` and `insert` the new. Nothing
    moves here: what moved is deleted where it was and inserted where it is. Between two equal
    texts stands one deleted at most, then one inserted at most, and none is empty.
    """
    return list(_merged(_operations(diff, old, new)))


def _operations(diff: Diff, old: Document, new: Document) -> Iterator[Piece]:
    (old_head, *old_parts), (new_head, *new_parts) = article_parts(old), article_parts(new)
    yield from _head(old_head, new_head)
    done = 0
    for edit in diff.blocks:
        now = [new_parts[block] for block in edit.new]
        if edit.new and edit.old and not edit.moved and edit.old[0] >= done:
            yield "delete", "".join(old_parts[done : edit.old[0]])
            yield from _pair(edit, (old, new), [old_parts[block] for block in edit.old], now)
            done = edit.old[-1] + 1
        else:
            yield "insert", "".join(now)
    yield "delete", "".join(old_parts[done:])


def _head(was: str, now: str) -> Iterator[Piece]:
    """Align all fields at once: a text has no places, and what parts fields is text as well."""
    if was == now:
        yield "equal", now
        return
    aligner = Aligner(lcs_runs)
    yield from _walk(text_edits(was, now, aligner), tokens(was), tokens(now))


def _pair(
    edit: BlockEdit, documents: tuple[Document, Document], was: Sequence[str], now: Sequence[str]
) -> Iterator[Piece]:
    """Give how the parts `was` became `now`: the edits of the blocks, and their line feeds."""
    if was == now:
        yield "equal", "".join(now)
        return
    old, new = documents
    before = _part_tokens([old.blocks[block].text for block in edit.old], was)
    after = _part_tokens([new.blocks[block].text for block in edit.new], now)
    if before and after:
        edits = edit.edits or (Edit("equal", 0, len(before) - 1, 0, len(after) - 1),)
        yield from _walk(edits, before, after)
        yield from _same(before[-1], after[-1])
    else:
        yield from (("delete", "".join(was)), ("insert", "".join(now)))


def _part_tokens(texts: Sequence[str], parts: Sequence[str]) -> list[str]:
    """Give the tokens of blocks, with the line feeds after each in place of one break.

    Empty where a text lost its own line feeds at the end of the document: no reader gives such.
    """
    found: list[str] = []
    for text, part in zip(texts, parts, strict=True):
        if not part.startswith(text):
            return []
        found += tokens(text)
        found.append(part[len(text) :])
    return found


def _walk(edits: Iterable[Edit], before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    for tag, i1, i2, j1, j2 in edits:
        was, now = before[i1:i2], after[j1:j2]
        if was == now:
            yield "equal", "".join(now)
        elif tag == "equal":
            for one, other in zip(was, now, strict=True):
                yield from _same(one, other)
        else:
            yield "delete", "".join(was)
            yield "insert", "".join(now)


def _same(was: str, now: str) -> Iterator[Piece]:
    """Give tokens that are one but for how many line feeds they are."""
    n = min(len(was), len(now)) if was.startswith(now) or now.startswith(was) else 0
    yield from (("equal", now[:n]), ("delete", was[n:]), ("insert", now[n:]))


def _merged(found: Iterable[Piece]) -> Iterator[Piece]:
    """Join neighbours of one kind, deleted before inserted, and leave out what is empty."""
    present = (piece for piece in found if piece[1])
    for is_equal, group in groupby(present, key=lambda piece: piece[0] == "equal"):
        listed = list(group)
        if is_equal:
            yield "equal", "".join(text for _, text in listed)
            continue
        gone = "".join(text for tag, text in listed if tag == "delete")
        came = "".join(text for tag, text in listed if tag == "insert")
        if gone:
            yield "delete", gone
        if came:
            yield "insert", came
