"""Feeds of changes: Atom and JSON Feed for an archive, a site, an article, a grade, a search."""

from collections.abc import Awaitable, Callable
from typing import Any


def routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """Give the addresses of these pages, and what answers at each."""
    return []
