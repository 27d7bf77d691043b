"""How long a user waits for the first word: CPU seconds of `archiver --help` and of reading."""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 9
ROOT = Path(__file__).resolve().parent.parent
LIMIT_S = 0.3


def cpu_s(command: list[str]) -> float:
    """Give user plus system seconds of one run."""
    before = os.times()
    subprocess.run(command, capture_output=True, check=True)
    after = os.times()
    return (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )


def main() -> None:
    """Print a table: command, median and worst CPU seconds."""
    archiver = [sys.executable, "-m", "archiver"]
    with tempfile.TemporaryDirectory() as folder:
        db = str(Path(folder) / "a.db")
        subprocess.run([*archiver, "snapshot", db, str(ROOT / "snapshots"), "-s"], check=True)
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "python -c 'import typer'": [sys.executable, "-c", "import typer"],
            "python -c 'import datasette'": [sys.executable, "-c", "import datasette.app"],
            "archiver --help": [*archiver, "--help"],
            "archiver list": [*archiver, "list", db],
            "archiver diff": [*archiver, "diff", db, "harbour-bridge"],
        }
        print(f"{'command':32}{'median CPU s':>14}{'worst':>8}")
        for name, command in commands.items():
            times = [cpu_s(command) for _ in range(RUNS)]
            note = f"   (asked: under {LIMIT_S})" if name.endswith("--help") else ""
            print(f"{name:32}{statistics.median(times):>14.3f}{max(times):>8.3f}{note}")


if __name__ == "__main__":
    main()
