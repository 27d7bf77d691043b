"""What a part of the benchmark gives: a table to print, and asks to judge."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.diff.asks import Ask


@dataclass
class Report:
    """Rows of cells under a header; notes stand below. Rows are printed as they come."""

    title: str
    header: Sequence[str]
    first_width: int = 30
    rows: list[Sequence[str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)

    def start(self) -> None:
        print(f"\n{self.title}")
        print(self._line(self.header), flush=True)

    def row(self, *cells: str) -> None:
        self.rows.append(cells)
        print(self._line(cells), flush=True)

    def note(self, text: str) -> None:
        self.notes.append(text)
        print(f"  {text}", flush=True)

    def ask(self, *asks: Ask) -> None:
        self.asks += asks

    def _line(self, cells: Iterable[str]) -> str:
        first, *rest = cells
        return f"{first:{self.first_width}}" + "".join(f" {cell:>10}" for cell in rest)
