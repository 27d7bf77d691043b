"""What our JSON routes take and give, as an OpenAPI description."""

from collections.abc import Awaitable, Callable
from typing import Any


def routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """Give the addresses of these pages, and what answers at each."""
    return []
