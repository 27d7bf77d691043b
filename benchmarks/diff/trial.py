"""The rough trial by which our bounds were set: `prose.py`, where the shared folder has it."""

import importlib
import sys
from functools import cache
from typing import Any

from benchmarks.diff.pairs import shared_folder

FOLDER = shared_folder() / "prototypes"


def lacks() -> str:
    """Say why it cannot be had, "" where it can."""
    return "" if (FOLDER / "prose.py").exists() else f"no prose.py in {FOLDER}"


@cache
def _prose() -> Any:
    # It imports its fellows by their bare names.
    sys.path.append(str(FOLDER))
    return importlib.import_module("prose")


def run_aligned(found: tuple[str, str]) -> object:
    return _prose().diff(*found)


def run_with_moves(found: tuple[str, str]) -> object:
    prose = _prose()
    return prose.moves(*found, prose.diff(*found))
