"""Rows of words that stand for one number after the other, to write word lists short."""

from collections.abc import Iterable, Mapping


def numbered(text: str, start: int = 0, step: int = 1) -> dict[str, int]:
    """Give each word of `text` its number: `start`, then `step` more for each.

    >>> numbered("ten twenty", 10, 10)
    {'ten': 10, 'twenty': 20}
    """
    return {word: start + step * n for n, word in enumerate(text.split())}


def ended(stems: Iterable[str], endings: str) -> list[str]:
    """Give each stem with each ending; a dot stands for no ending."""
    return [stem + end.replace(".", "") for stem in stems for end in endings.split()]


def row(stems: str, endings: str, start: int) -> dict[str, int]:
    """Give stems that stand for one number after the other, each with each ending."""
    return {
        word: n for n, stem in enumerate(stems.split(), start) for word in ended([stem], endings)
    }


def times(stems: str, endings: str) -> dict[str, str]:
    """Give verbs for doubling, tripling and so on, from two upwards, with each ending."""
    return {word: f"{n}x" for word, n in row(stems, endings, 2).items()}


def joined(
    tens: Mapping[str, int], small: Mapping[str, int], between: tuple[str, ...]
) -> dict[str, int]:
    return {
        f"{ten}{sign}{one}": tens[ten] + small[one]
        for ten in tens
        for one in small
        if 0 < small[one] < 10
        for sign in between
    }


def aged(stems: str, endings: str, start: int) -> dict[str, str]:
    """Give words for people of so many decades: of those of sixty, seventy and so on."""
    return {
        word: f"{start + 10 * n} aged"
        for n, stem in enumerate(stems.split())
        for word in ended([stem], endings)
    }


def and_one(tens: Mapping[str, int], ones: Iterable[str]) -> dict[str, int]:
    """Give French tens and one, with blanks, with hyphens and with both."""
    return {
        f"{ten}{sign}{one}": n + 1
        for ten, n in tens.items()
        for one in ones
        for sign in (" et ", "-et-", " et-", "-et ")
    }
