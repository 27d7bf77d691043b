"""Two versions as a patch of diff-match-patch, which the library in any language applies."""

import re
from collections.abc import Sequence

from archiver.diff.delta import operations, utf16_length
from archiver.diff.pieces import Piece, new_text, old_text
from archiver.render.view import Comparison

MARGIN = 4
"""`Patch_Margin` of the library: an equal text of two of them or more parts two hunks."""

TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")
"""Characters that Python counts as one, and JavaScript, Java, C# and Dart as two."""


def patch(compared: Comparison) -> str:
    """Give what `patch_toText` writes, from our own edits; "" where the texts are equal.

    Applied to what `archiver show` prints of the old version it gives what it prints of the new
    one. Hunks are placed by counts of characters, which languages count differently beyond
    U+FFFF. So no hunk starts behind such a character, where its place would be in doubt: from
    the first one on, the rest of the text up to the last edit is one hunk.
    """
    from diff_match_patch import diff_match_patch, patch_obj

    found = operations(compared.diff, compared.old, compared.new)
    library = diff_match_patch()
    codes = {
        "equal": library.DIFF_EQUAL,
        "delete": library.DIFF_DELETE,
        "insert": library.DIFF_INSERT,
    }
    plain, rest = _parted(found)
    hunks = library.patch_make(old_text(found), [(codes[tag], text) for tag, text in plain])
    if rest:
        last = patch_obj()
        # A hunk is placed in the text as the hunks before it left it.
        last.start1 = last.start2 = len(new_text(plain))
        last.diffs = [(codes[tag], text) for tag, text in rest]
        hunks.append(last)
    for hunk in hunks:
        hunk.length1 = sum(utf16_length(text) for code, text in hunk.diffs if code <= 0)
        hunk.length2 = sum(utf16_length(text) for code, text in hunk.diffs if code >= 0)
    written: str = library.patch_toText(hunks)
    return written


def _parted(found: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Part operations into those the library makes hunks of, and those of the one last hunk.

    The last one starts and ends with a little equal text, where there is some.
    """
    tags = [tag for tag, _ in found]
    changed = [place for place, tag in enumerate(tags) if tag != "equal"]
    first = next((place for place, (_, text) in enumerate(found) if TWO_UNITS.search(text)), None)
    if first is None or not changed or first > changed[-1]:
        return list(found), []
    while first and (tags[first] != "equal" or len(found[first][1]) < 2 * MARGIN):
        first -= 1
    cut = _cut(found[first])
    tag, text = found[first]
    after = [(tag, text[:MARGIN]) for tag, text in found[changed[-1] + 1 :]]
    last = [(tag, text[cut:]), *found[first + 1 : changed[-1] + 1], *after]
    return [*found[:first], (tag, text[:cut])] if cut else list(found[:first]), last


def _cut(operation: Piece) -> int:
    """Give where in `operation` the last hunk starts: before its first such character."""
    tag, text = operation
    if tag != "equal":
        return 0
    there = TWO_UNITS.search(text)
    return max(0, (there.start() if there else len(text)) - MARGIN)
