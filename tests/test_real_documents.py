"""115 real documents in 795 versions: every difference makes a version, and every diff is exact."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from archiver.diff import diff, new_text, old_text, pieces
from archiver.model import Document
from archiver.store import queries
from tests.conftest import Ran
from tests.helpers import count, is_sound

Archiver = Callable[..., Ran]


@pytest.fixture(scope="module")
def archive(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from typer.testing import CliRunner

    from archiver.cli.app import build_app

    path = tmp_path_factory.mktemp("real") / "a.db"
    ran = CliRunner().invoke(
        build_app(), ["snapshot", str(path), str(shared / "data" / "revisions")]
    )
    assert ran.exit_code == 0, ran.stderr
    return path


@pytest.mark.slow
def test_all_are_archived_and_none_fails(archive: Path) -> None:
    assert count(archive, "articles") == 115
    assert count(archive, "captures") == 795
    assert is_sound(archive)


@pytest.mark.slow
def test_each_version_is_a_run_of_equal_digests(archive: Path) -> None:
    """Which pairs have equal digests, and which must not, `tests/text` says of the readers."""
    with closing(sqlite3.connect(archive)) as connection:
        steps = connection.execute(
            """
            select count(*) from (
                select article_id, documents.sha256 as now,
                    lag(documents.sha256) over (
                        partition by article_id order by captured_at
                    ) as before
                from captures join documents on documents.id = captures.document_id
            ) where before is null or now <> before
            """
        ).fetchone()[0]

    assert count(archive, "versions") == steps


def _documents(archive: Path) -> dict[int, list[Document]]:
    """The documents of each article's versions, in order."""
    with closing(sqlite3.connect(archive)) as connection:
        return {
            article.id: [
                queries.document(connection, version.document_id)
                for version in queries.versions(connection, article.id)
            ]
            for article in list(queries.articles(connection))
        }


@pytest.mark.slow
def test_every_diff_rebuilds_both_sides_to_the_character(archive: Path) -> None:
    pairs = 0
    for documents in _documents(archive).values():
        ends = [(documents[0], documents[-1])] if len(documents) > 2 else []
        for old, new in [*pairwise(documents), *ends]:
            found = diff(old, new)
            rebuilt = {"old": [""] * len(old.blocks), "new": [""] * len(new.blocks)}
            for edit in found.blocks:
                parts = pieces(edit, old, new)
                for side, text, blocks in (
                    ("old", old_text(parts), edit.old),
                    ("new", new_text(parts), edit.new),
                ):
                    sides = old if side == "old" else new
                    assert text == "\n".join(sides.blocks[index].text for index in blocks)
                    for index in blocks:
                        assert not rebuilt[side][index], "each block stands in one entry"
                        rebuilt[side][index] = "seen"
            assert all(rebuilt["old"])
            assert all(rebuilt["new"])
            pairs += 1
    assert pairs > 600


@pytest.mark.slow
def test_the_json_of_a_long_law_rebuilds_both_sides(archiver: Archiver, archive: Path) -> None:
    with closing(sqlite3.connect(archive)) as connection:
        article_id, versions_n = connection.execute(
            "select id, versions_n from articles where uri like '%tw-law%' "
            "order by versions_n desc limit 1"
        ).fetchone()
        documents = [
            queries.document(connection, version.document_id)
            for version in queries.versions(connection, article_id)
        ]

    shown = json.loads(
        archiver("diff", archive, article_id, "--from", 1, "--to", versions_n, "--json").stdout
    )

    for side, document, dropped in (
        ("old", documents[0], "insert"),
        ("new", documents[-1], "delete"),
    ):
        texts: dict[int, str] = {}
        for block in shown["blocks"]:
            text = "".join(text for tag, text in block["edits"] if tag != dropped)
            if len(block[side]) == 1:
                texts[block[side][0]] = text
            elif block[side]:
                joined = "\n".join(document.blocks[index].text for index in block[side])
                assert text == joined
                texts |= {index: document.blocks[index].text for index in block[side]}
        assert [texts[index] for index in sorted(texts)] == [one.text for one in document.blocks]
