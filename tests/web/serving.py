"""How tests serve an archive: with Datasette in this process, or in one of its own."""

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from copy import deepcopy
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from archiver.web.serve import register_plugin, settings

SERVE = """
import sys
from pathlib import Path
from archiver.web.serve import serve
serve(Path(sys.argv[1]), "127.0.0.1", 0)
"""
LISTENING = re.compile(r"running on (http://127\.0\.0\.1:\d+)")


def served(
    *files: Path,
    allow: dict[str, Any] | None = None,
    plugins: dict[str, Any] | None = None,
    **options: Any,
) -> Any:
    """Give Datasette on `files`, the first of which is an archive, as `archiver serve` would.

    `allow` closes tables of the archive: {"versions": False}. `plugins` are their settings.
    """
    register_plugin()
    metadata = settings(files[0]).metadata
    metadata["plugins"] = plugins or metadata["plugins"]
    for table, allowed in (allow or {}).items():
        metadata["databases"][files[0].stem]["tables"].setdefault(table, {})["allow"] = allowed
    if find_spec("datasette.resources"):  # 1.0
        options.setdefault("config", deepcopy(metadata))
    return Datasette([str(file) for file in files], metadata=metadata, **options)


def ids(path: Path) -> dict[str, int]:
    """Give the id of each article by the last part of its address."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("select uri, id from articles").fetchall()
    return {uri.rpartition("/")[2]: article_id for uri, article_id in rows}


@contextmanager
def serving(path: Path, temporary: Path) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """Serve `path` on a free port; give its address and the process, which is ended."""
    process = subprocess.Popen(
        [sys.executable, "-c", SERVE, str(path)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(temporary), "NO_PROXY": "*"},
    )
    try:
        assert process.stderr
        said = []
        for line in process.stderr:
            said.append(line)
            if found := LISTENING.search(line):
                yield found[1], process
                return
        pytest.fail("".join(said))
    finally:
        process.kill()
        process.communicate()
