"""Whether one word is another, spelled otherwise."""

from typing import Final

from archiver.grade.lexicon import lexicon
from archiver.grade.names import bare
from archiver.grade.negations import negations
from archiver.grade.patterns import words
from archiver.grade.reversals import is_reversed

HAN_PAIRS: Final = frozenset(
    frozenset(pair)
    for pair in words(
        "的地 的得 地得 做作 那哪 在再 象像 帐账 帳賬 它他 订定 訂定 台臺 裡裏 为維 份分 已以 迹跡"
        " 坐座 侯候 即既 采採 布佈 周週"
    )
)
"""Chinese signs that are written for each other by mistake or by habit."""

STEM: Final = 3
"""Letters that two words share at least, where they are one with two endings."""

SHORT: Final = 3
"""Letters up to which one may differ, and not two: two of three are another word."""


def is_spelling(old: str, new: str, language: str) -> bool:
    """Say whether two words are the same but for their ending, or for at most two letters.

    Two small words, such as `in` and `on`, are never one, nor are two that say the reverse, such
    as `import` and `export`, nor two Chinese signs beyond a closed list.

    >>> is_spelling("stake", "stakes", "en"), is_spelling("colour", "color", "en")
    (True, True)
    >>> is_spelling("he", "she", "en"), is_spelling("cat", "sea", "en")
    (False, False)
    """
    if any(sign.isdigit() for sign in old + new):
        return False
    if len(old) == len(new) == 1:
        # `A` for `À`; small, they are two words.
        unaccented = old.isupper() and new.isupper() and bare(old) == bare(new)
        return unaccented or frozenset((old, new)) in HAN_PAIRS
    known = lexicon(language)
    if negations([old], language) or negations([new], language):
        return False
    old, new = old.lower(), new.lower()
    if old in known.small_words and new in known.small_words:
        return False
    if min(len(old), len(new)) < 2:
        return False
    near = _distance(old, new) <= (1 if max(len(old), len(new)) <= SHORT else 2)
    if not near and not _same_stem(old, new, known.endings):
        return False
    return not is_reversed(old, new, language)


def _same_stem(old: str, new: str, endings: frozenset[str]) -> bool:
    n = 0
    while n < min(len(old), len(new)) and old[n] == new[n]:
        n += 1
    ends = endings | {""}
    return any(old[k:] in ends and new[k:] in ends for k in range(max(STEM, n - 1), n + 1))


def _distance(old: str, new: str) -> int:
    """Give how many letters were put in, taken out, replaced or swapped; 3 stands for more.

    Optimal string alignment (Damerau 1964).
    """
    if abs(len(old) - len(new)) > 2:
        return 3
    before: list[int] = []
    above = list(range(len(new) + 1))
    for i, left in enumerate(old, 1):
        row = [i]
        for j, right in enumerate(new, 1):
            cost = min(above[j] + 1, row[-1] + 1, above[j - 1] + (left != right))
            if i > 1 and j > 1 and left == new[j - 2] and old[i - 2] == right:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, above = above, row
    return min(above[-1], 3)
