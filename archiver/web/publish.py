"""A copy of an archive that is fit to be published, and the recipe of an image that serves it."""

import json
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any, Final, NamedTuple

from archiver import __version__
from archiver.errors import StoreError
from archiver.store import withdrawals
from archiver.store.files import reading, saying_why
from archiver.web.serve import Settings, register_plugin, settings

MARKER: Final = ".archiver-published"
"""A file by which a folder is known as an earlier output, which may be replaced."""

NAME: Final = "archive"
"""What the copy is called: addresses of its pages begin with it."""

PORT: Final = 8001

DOCKERFILE: Final = """\
# Serves the archive beside it, read-only. Build: docker build -t my-archive .
FROM python:3.13-slim
RUN useradd --create-home --uid 1000 archive
WORKDIR /srv/archive
{install}
COPY {database} {inspected} ./
USER archive
EXPOSE {port}
CMD ["archiver", "serve", "{database}", "--public", "--immutable", "--host", "0.0.0.0", \
"--port", "{port}"]
"""


class Published(NamedTuple):
    """What was made: the folder, and how many bytes the copy has."""

    folder: Path
    database: Path
    size_bytes: int
    articles_n: int
    versions_n: int
    withdrawn_n: int


def publish(
    db_path: Path,
    folder: Path,
    *,
    with_payloads: bool = False,
    withdraw: tuple[int, ...] = (),
    moment: str = "",
    wheel: Path | None = None,
) -> Published:
    """Write a checked, vacuumed, inspected copy into `folder`, in one step: all of it or nothing.

    Articles in `withdraw` are left out of the copy alone. Raise StoreError where the archive does
    not pass its checks, or `folder` holds something else.
    """
    _refuse_foreign(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        database = made / f"{NAME}.db"
        with reading(db_path) as connection:
            connection.execute("vacuum into ?", (str(database),))
        counts = _prepare(database, with_payloads=with_payloads, withdraw=withdraw, moment=moment)
        _inspect(database, made / "inspect-data.json")
        _write_recipe(made, settings(database), wheel)
        (made / MARKER).write_text(
            f"Written by archiver {__version__} publish.\n", encoding="utf-8"
        )
        made.chmod(0o755)
        _replace(folder, made)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
    size = (folder / database.name).stat().st_size
    return Published(folder, folder / database.name, size, *counts)


def _refuse_foreign(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder}: is a file. Name a folder that is not there yet")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER).is_file():
        raise StoreError(
            f"{folder}: holds something that `archiver publish` did not write. Name another folder"
        )


def _prepare(
    database: Path, *, with_payloads: bool, withdraw: tuple[int, ...], moment: str
) -> tuple[int, int, int]:
    """Remove what is not to be published and check the rest.

    Give how many articles, versions and withdrawals are in it.
    """
    with (
        saying_why(database),
        closing(sqlite3.connect(database, isolation_level=None)) as connection,
    ):
        connection.execute("begin immediate")
        for article_id in withdraw:
            withdrawals.withdraw(
                connection, article_id, "Left out of this copy", moment, erase=True
            )
        withdrawals.erase_payloads(connection, withdrawn_only=with_payloads)
        connection.execute("commit")
        connection.execute("pragma journal_mode = delete")
        withdrawals.sweep(connection)
        _check(connection, database)
        (articles_n,) = connection.execute("select count(*) from articles").fetchone()
        (versions_n,) = connection.execute("select count(*) from versions").fetchone()
        (withdrawn_n,) = connection.execute("select count(*) from withdrawals").fetchone()
    return articles_n, versions_n, withdrawn_n


def _check(connection: sqlite3.Connection, database: Path) -> None:
    """Raise StoreError unless the file is whole, and every reference in it leads somewhere."""
    (said,) = connection.execute("pragma integrity_check(1)").fetchone()
    if said != "ok":
        raise StoreError(f"{database.name}: the copy is damaged: {said}")
    broken = connection.execute("pragma foreign_key_check").fetchone()
    if broken is not None:
        raise StoreError(f"{database.name}: row {broken[1]} of {broken[0]} refers to nothing")


def _inspect(database: Path, inspected: Path) -> None:
    from datasette.cli import cli

    register_plugin()
    cli.main(["inspect", str(database), "--inspect-file", str(inspected)], standalone_mode=False)


def _write_recipe(folder: Path, chosen: Settings, wheel: Path | None) -> None:
    metadata: dict[str, Any] = chosen.metadata
    text = json.dumps(metadata, ensure_ascii=False, indent=1)
    (folder / "metadata.json").write_text(text, encoding="utf-8")
    install = f'RUN pip install --no-cache-dir "archiver[public]=={__version__}"'
    if wheel is not None:
        shutil.copy(wheel, folder / wheel.name)
        install = (
            f'COPY {wheel.name} /tmp/\nRUN pip install --no-cache-dir "/tmp/{wheel.name}[public]"'
        )
    recipe = DOCKERFILE.format(
        install=install, database=f"{NAME}.db", inspected="inspect-data.json", port=PORT
    )
    (folder / "Dockerfile").write_text(recipe, encoding="utf-8")


def _replace(folder: Path, made: Path) -> None:
    """Put `made` where `folder` is, whose earlier files go last."""
    if not folder.exists():
        made.rename(folder)
        return
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-old-", dir=folder.parent))
    folder.rename(aside / folder.name)
    made.rename(folder)
    shutil.rmtree(aside, ignore_errors=True)


def hand_over(published: Published, service: str) -> str:
    """Give the command by which Datasette itself would publish the copy to a service."""
    metadata = published.folder / "metadata.json"
    return (
        f"datasette publish {service} {published.database} --metadata {metadata} "
        f"--install 'archiver[public]=={__version__}' "
        "--extra-options '--setting default_allow_sql off --setting allow_csv_stream off'"
    )
