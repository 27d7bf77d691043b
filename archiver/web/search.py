"""Search in texts, and in what edits took out or put in."""

from collections.abc import Awaitable, Callable
from typing import Any


def routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """Give the addresses of these pages, and what answers at each."""
    return []
