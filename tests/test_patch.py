"""`diff --format patch` and the delta of each stored diff, as diff-match-patch reads them."""

import json
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from diff_match_patch import diff_match_patch
from hypothesis import given
from hypothesis import strategies as st

from archiver.diff import diff
from archiver.diff.delta import delta
from archiver.diff.plain_text import article_text
from archiver.model import Block, Document
from tests.conftest import Ran

Archiver = Callable[..., Ran]

APPLY = """
const library = require('diff-match-patch');
const {old, patch} = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const dmp = new library();
const [text, done] = dmp.patch_apply(dmp.patch_fromText(patch), old);
process.stdout.write(JSON.stringify({text, done}));
"""


def texts(archive: Path, archiver: Archiver, name: str, numbers: tuple[int, int]) -> list[str]:
    return [archiver("show", archive, name, "--version", number).stdout for number in numbers]


def all_pairs(archive: Path, archiver: Archiver) -> list[tuple[str, tuple[int, int]]]:
    listed = json.loads(archiver("list", archive, "--json").stdout)
    return [
        (str(row["id"]), (one, other))
        for row in listed
        for one, other in pairwise(range(1, row["versions"] + 1))
    ]


def test_a_patch_turns_what_show_prints_into_the_other(example: Path, archiver: Archiver) -> None:
    library = diff_match_patch()
    pairs = all_pairs(example, archiver)
    assert pairs
    for name, (one, other) in pairs:
        old, new = texts(example, archiver, name, (one, other))
        patch = archiver(
            "diff", example, name, "--from", one, "--to", other, "--format", "patch"
        ).stdout

        found, done = library.patch_apply(library.patch_fromText(patch), old)

        assert all(done)
        assert found == new


def test_each_stored_diff_has_its_delta(example: Path, archiver: Archiver) -> None:
    library = diff_match_patch()
    with closing(sqlite3.connect(example)) as connection:
        rows = connection.execute(
            """
            select diffs.article_id, older.number, newer.number, delta from diffs
            join versions as older on older.id = old_version_id
            join versions as newer on newer.id = new_version_id
            """
        ).fetchall()
    assert rows
    for article_id, one, other, stored in rows:
        old, new = texts(example, archiver, str(article_id), (one, other))

        assert library.diff_text2(library.diff_fromDelta(old, stored)) == new


words = st.sampled_from(("the", "board", "150", "👍", "中文", "שלום", "e\u0301", "%", "a+b", "~"))
documents = st.lists(st.lists(words, max_size=9).map(" ".join), max_size=5).map(
    lambda blocks: Document(
        extractor="test",
        headline="News",
        blocks=tuple(Block("paragraph", text) for text in blocks),
    )
)


@given(documents, documents)
def test_a_delta_gives_the_new_text(old: Document, new: Document) -> None:
    library = diff_match_patch()
    found = library.diff_fromDelta(article_text(old), delta(diff(old, new), old, new))

    assert library.diff_text1(found) == article_text(old)
    assert library.diff_text2(found) == article_text(new)


def test_javascript_applies_the_patch(example: Path, archiver: Archiver) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not here")
    present = subprocess.run([node, "-e", "require('diff-match-patch')"], capture_output=True)
    if present.returncode:
        pytest.skip("the npm package diff-match-patch is not here (NODE_PATH names its folder)")
    for name, (one, other) in all_pairs(example, archiver):
        old, new = texts(example, archiver, name, (one, other))
        patch = archiver(
            "diff", example, name, "--from", one, "--to", other, "--format", "patch"
        ).stdout
        ran = subprocess.run(
            [node, "-e", APPLY],
            input=json.dumps({"old": old, "patch": patch}).encode(),
            capture_output=True,
            check=True,
        )
        found = json.loads(ran.stdout)

        assert all(found["done"])
        assert found["text"] == new
