"""What is asked of the diff, and whether it was met: one line for each ask."""

from typing import NamedTuple


class Ask(NamedTuple):
    """A figure beside what is asked of it; `least` and `most` bound it, both included."""

    what: str
    figure: float
    most: float = float("inf")
    least: float = float("-inf")
    unit: str = ""

    @property
    def is_met(self) -> bool:
        return self.least <= self.figure <= self.most

    def line(self) -> str:
        bounds = [
            f"{sign} {number(bound)}{self.unit}"
            for sign, bound in ((">=", self.least), ("<=", self.most))
            if abs(bound) != float("inf")
        ]
        verdict = "PASS" if self.is_met else "MISS"
        figure = number(self.figure) + self.unit
        return f"{verdict}  {figure:>12}  asked {' '.join(bounds):18} {self.what}"


def number(figure: float) -> str:
    """Write a figure with three digits that matter, whole ones whole.

    >>> [number(figure) for figure in (0.31234, 12345.6, 3.0, 151.02)]
    ['0.312', '12,346', '3', '151']
    """
    if figure == float("inf"):
        return "no end"
    if figure == int(figure) or abs(figure) >= 100:
        return f"{figure:,.0f}"
    return f"{figure:.3g}"
