"""The reference engine: Google's diff-match-patch, told to be exact.

Its own clock (`Diff_Timeout`, one second by default) would make a result depend on how busy the
machine is, and switches on shortcuts that miss matches; `checklines` takes code point 10 for a
line feed. Both are off. Then it finds a minimal diff in O(n d): quick for few changes, minutes
for a long text rewritten. Its clean-up passes cut inside words, and are not used.
"""

from collections.abc import Hashable, Sequence

from archiver.diff.engine import Run

SURROGATES = range(0xD800, 0xE000)
"""Code points that are no characters: the engine takes them, its patches and UTF-8 do not."""

OLD_ONLY, NEW_ONLY = 1, 2
"""Code points of all tokens that one side alone has: they match nothing, so two suffice."""


def dmp_runs(old: Sequence[Hashable], new: Sequence[Hashable], _part: float = 1.0, /) -> list[Run]:
    """Keep what diff-match-patch keeps of `old` and `new`, each token as one character.

    It never gives up, however long it takes.

    >>> dmp_runs([1, 2, 3, 4], [1, 3, 4, 5])
    [(0, 0, 1), (2, 1, 2)]
    """
    from diff_match_patch import diff_match_patch

    both = set(old) & set(new)
    names: dict[Hashable, str] = {}
    for token in old:
        if token in both and token not in names:
            code = NEW_ONLY + 1 + len(names)
            names[token] = chr(code if code < SURROGATES.start else code + len(SURROGATES))
    matcher = diff_match_patch()
    matcher.Diff_Timeout = 0
    found: list[tuple[int, str]] = matcher.diff_main(
        "".join(names.get(token, chr(OLD_ONLY)) for token in old),
        "".join(names.get(token, chr(NEW_ONLY)) for token in new),
        False,
    )
    runs: list[Run] = []
    i = j = 0
    for sign, text in found:
        if sign == matcher.DIFF_EQUAL:
            runs.append((i, j, len(text)))
        i += len(text) if sign != matcher.DIFF_INSERT else 0
        j += len(text) if sign != matcher.DIFF_DELETE else 0
    return runs
