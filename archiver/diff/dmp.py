"""The reference engine: Google's diff-match-patch, told to be exact.

Its own clock (`Diff_Timeout`, one second by default) would make a result depend on how busy the
machine is, and switches on shortcuts that miss matches; `checklines` takes code point 10 for a
line feed. Both are off. Then it finds a minimal diff in O(n d): quick for few changes, minutes
for a long text rewritten. Its clean-up passes cut inside words, and are not used.
"""

from collections.abc import Sequence

from archiver.diff.engine import Run, opcodes
from archiver.model import Edit

SURROGATES = range(0xD800, 0xE000)
"""Code points that are no characters: the engine takes them, its patches and UTF-8 do not."""

OLD_ONLY, NEW_ONLY = 1, 2
"""Code points of all tokens that one side alone has: they match nothing, so two suffice."""


def dmp_edits(old: Sequence[int], new: Sequence[int], /) -> list[Edit]:
    """Align `old` and `new` with diff-match-patch, each number as one character.

    >>> [edit.tag for edit in dmp_edits([1, 2, 3, 4], [1, 3, 4, 5])]
    ['equal', 'delete', 'equal', 'insert']
    """
    from diff_match_patch import diff_match_patch

    both = set(old) & set(new)
    names: dict[int, str] = {}
    for number in old:
        if number in both and number not in names:
            code = NEW_ONLY + 1 + len(names)
            names[number] = chr(code if code < SURROGATES.start else code + len(SURROGATES))
    matcher = diff_match_patch()
    matcher.Diff_Timeout = 0
    found: list[tuple[int, str]] = matcher.diff_main(
        "".join(names.get(number, chr(OLD_ONLY)) for number in old),
        "".join(names.get(number, chr(NEW_ONLY)) for number in new),
        False,
    )
    runs: list[Run] = []
    i = j = 0
    for sign, text in found:
        if sign == matcher.DIFF_EQUAL:
            runs.append(Run(i, j, len(text)))
        i += len(text) if sign != matcher.DIFF_INSERT else 0
        j += len(text) if sign != matcher.DIFF_DELETE else 0
    return opcodes(runs, len(old), len(new))
