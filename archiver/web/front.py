"""The front page and the page of a site: what changed lately, where, and how openly."""

from collections.abc import Awaitable, Callable
from typing import Any


def routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """Give the addresses of these pages, and what answers at each."""
    return []
