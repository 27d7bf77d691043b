"""How tests serve an archive: with Datasette in this process, on either of its two lines."""

import inspect
import sqlite3
from contextlib import closing
from copy import deepcopy
from pathlib import Path
from typing import Any

from datasette.app import Datasette

from archiver.web.serve import register_plugin, settings


def served(*files: Path, allow: dict[str, Any] | None = None, **options: Any) -> Any:
    """Give Datasette on `files`, the first of which is an archive, as `archiver serve` would.

    `allow` closes tables of the archive: {"versions": False}.
    """
    register_plugin()
    metadata = settings(files[0]).metadata
    for table, allowed in (allow or {}).items():
        metadata["databases"][files[0].stem]["tables"].setdefault(table, {})["allow"] = allowed
    if "config" in inspect.signature(Datasette.__init__).parameters:
        options.setdefault("config", deepcopy(metadata))
    return Datasette([str(file) for file in files], metadata=metadata, **options)


def ids(path: Path) -> dict[str, int]:
    """Give the id of each article by the last part of its address."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("select uri, id from articles").fetchall()
    return {uri.rpartition("/")[2]: article_id for uri, article_id in rows}
