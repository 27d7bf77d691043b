"""One SQLite file, one writer: what was observed is only ever added to, the rest is derived."""

from archiver.store.rereadings import UNREAD
from archiver.store.sqlite import Store, open_store

__all__ = ["UNREAD", "Store", "open_store"]
