"""What standard output is: how wide, and whether colours are wanted."""

import os
import shutil
import sys

from archiver.render.terminal import Colours

WIDTH = 80
"""Columns where there is no terminal to ask."""


def width() -> int:
    """Give the columns to write in."""
    return shutil.get_terminal_size((WIDTH, 24)).columns if sys.stdout.isatty() else WIDTH


def colours() -> Colours:
    """Give the colours to write in: none where it is no terminal, or NO_COLOR is set."""
    wanted = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return "standard" if wanted and os.environ.get("TERM") != "dumb" else None
