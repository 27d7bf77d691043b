"""One SQLite file, one writer: what was observed is only ever added to, the rest is derived."""

from archiver.store.sqlite import Store, open_store

__all__ = ["Store", "open_store"]
