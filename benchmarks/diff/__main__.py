"""Measures the diff beside its peers and prints tables, then what was asked and whether it is met.

CPU time, the best of up to seven runs, rubbish collection off. Ours is timed as ingest calls it:
two documents in, a whole `Diff` out. Peers get the same blocks joined by line feeds.
"""

import argparse
import importlib
import json
import time
from pathlib import Path

from benchmarks.diff.report import Report

PARTS = {
    "news": "news",
    "growth": "growth",
    "truth": "judge",
    "hostile": "hostile",
    "minimum": "minimum",
    "same": "same",
    "roundtrip": "roundtrip",
}
"""Each part by the module that measures it, imported when its turn comes: every child process
imports this module again."""


def measured(module: str, *, quick: bool) -> list[Report]:
    part = importlib.import_module(f"benchmarks.diff.{module}")
    reports: list[Report] = part.compare(quick=quick)
    return reports


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.diff", description=__doc__.split("\n", maxsplit=1)[0]
    )
    parser.add_argument("--quick", action="store_true", help="a sample, in under 90 seconds")
    parser.add_argument("--only", choices=PARTS, action="append", help="one part; may be repeated")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write tables and asks there too")
    options = parser.parse_args()
    start = time.monotonic()
    reports = [
        report
        for name, module in PARTS.items()
        if name in (options.only or PARTS)
        for report in measured(module, quick=options.quick)
    ]
    asks = [ask for report in reports for ask in report.asks]
    print("\nAsked")
    for ask in asks:
        print(ask.line())
    missed = sum(not ask.is_met for ask in asks)
    print(f"\n{len(asks) - missed} met, {missed} missed, {time.monotonic() - start:.0f} s")
    if options.json:
        found = {
            "reports": [
                {"title": one.title, "header": one.header, "rows": one.rows, "notes": one.notes}
                for one in reports
            ],
            "asks": [{**ask._asdict(), "is_met": ask.is_met} for ask in asks],
        }
        options.json.write_text(json.dumps(found, default=str, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
