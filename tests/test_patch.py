"""Deltas and patches as interchange: the library of Python and of JavaScript applies them.

The JavaScript tests need `node` and the npm package `diff-match-patch`, in a `node_modules` beside
the project or above it, or in a folder that NODE_PATH names; else they skip. To put it there:
`npm install diff-match-patch`, in the folder above the checkout.
"""

import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Sequence
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from diff_match_patch import diff_match_patch
from hypothesis import given, settings
from hypothesis import strategies as st

from archiver.diff import diff
from archiver.diff.delta import delta, operations
from archiver.diff.plain_text import article_text
from archiver.model import Article, Block, Document, Sha256, Uri, Version
from archiver.render import comparison
from archiver.render.patch import patch
from tests.conftest import ROOT, Ran

InJavascript = Callable[[Sequence[tuple[str, str, str]]], list[tuple[str, list[bool], str]]]

VERSIONS = {"harbour": 5, "river": 4, "kitchens": 3, "岚溪": 4}

APPLY = """
const DiffMatchPatch = require('diff-match-patch');
const library = new DiffMatchPatch();
const cases = JSON.parse(require('fs').readFileSync(0, 'utf8'));
console.log(JSON.stringify(cases.map(([text, patch, delta]) => {
  const [patched, applied] = library.patch_apply(library.patch_fromText(patch), text);
  return [patched, applied, library.diff_text2(library.diff_fromDelta(text, delta))];
})));
"""


def document(*paragraphs: str) -> Document:
    return Document(
        extractor="test/1", blocks=tuple(Block("paragraph", text) for text in paragraphs)
    )


def version(number: int, one: Document) -> Version:
    return Version(
        id=number,
        document_id=number,
        number=number,
        label="",
        sha256=Sha256(f"{number:064}"),
        first_seen="2025-01-01T00:00:00Z",
        last_seen="2025-01-01T00:00:00Z",
        last_seen_old="",
        captures_n=1,
        headline=one.headline,
        words_n=0,
        removed_n=0,
        inserted_n=0,
        moved_n=0,
        grades=(),
        disclosed=None,
        revert_of=None,
    )


def patch_of(old: Document, new: Document) -> str:
    article = Article(
        id=1,
        uri=Uri("folder:test"),
        title="",
        site="",
        versions_n=2,
        captures_n=2,
        first_seen="2025-01-01T00:00:00Z",
        last_changed="2025-01-01T00:00:00Z",
    )
    return patch(comparison(article, (version(1, old), version(2, new)), (old, new)))


def applied(text: str, written: str) -> str:
    """Give `text` as Python's library patches it, each hunk applied."""
    library = diff_match_patch()
    patched, results = library.patch_apply(library.patch_fromText(written), text)
    assert all(results), f"{results.count(False)} of {len(results)} hunks were not applied"
    return str(patched)


def library_patch(old: Document, new: Document) -> str:
    """Give what the library itself makes of our operations."""
    library = diff_match_patch()
    codes = {"equal": 0, "delete": -1, "insert": 1}
    turned = [(codes[tag], text) for tag, text in operations(diff(old, new), old, new)]
    return str(library.patch_toText(library.patch_make(article_text(old), turned)))


STRANGE = (
    (document("yes " * 40, "no"), document("yes " * 38 + "no yes", "no no")),
    (document("👍 " * 60 + "50 votes"), document("👍 " * 60 + "150 votes")),
    (document("no 👍 yes " * 20), document("no 👍 yes " * 12 + "maybe " + "no 👍 yes " * 8)),
    (
        document("A first paragraph of nineteen.", "👨‍👩‍👧 " * 700, "It cost 38 crowns."),
        document("A first paragraph of ninety.", "👨‍👩‍👧 " * 700, "It cost 83 crowns."),
    ),
    (document("𠮷野家の牛丼", "岚溪春茶𠮷"), document("𠮷野屋の牛丼", "岚溪秋茶𠮷𠮷")),
    (document("👍"), document("👎")),
    (document("👍🏽 and 👍"), document("👍🏿 and 👍")),
    (document("שלום \u202eעולם\u202c 50"), document("שלום \u202eעולם\u202c 150")),
    (document("مرحبا بالعالم", "نص"), document("نص", "مرحبا يا عالم")),
    (document("100% of %23 + a&b;c #1"), document("100 % of %24 + a&b;c #2")),
    (document("@@ -1,3 +1,3 @@"), document("@@ -1,3 +1,4 @@", "-gone", "+come")),
    (document("\ufffd\x01\x02\x03\x04"), document("\x01\x02 \x04\ufffd")),
    (document(), document("All of it is new.")),
    (document("All of it goes. " * 30), document()),
    (document("one\u2028two\x85three"), document("one\u2028two\x85four")),
)


@pytest.mark.parametrize(("old", "new"), STRANGE)
def test_pythons_library_applies_a_patch_of_strange_texts(old: Document, new: Document) -> None:
    assert applied(article_text(old), patch_of(old, new)) == article_text(new)
    assert applied(article_text(new), patch_of(new, old)) == article_text(old)


SCRAPS = ("no", "yes", "50", "%", "#", "茶", "👍", "𠮷", "שלום", "\n", " ", " ", ". ")
strange = st.lists(st.lists(st.sampled_from(SCRAPS), max_size=60).map("".join), max_size=5)


@given(strange, strange)
def test_pythons_library_applies_any_patch(was: Sequence[str], now: Sequence[str]) -> None:
    old, new = document(*was), document(*now)

    assert applied(article_text(old), patch_of(old, new)) == article_text(new)


@given(strange, st.data())
@settings(max_examples=60)
def test_pythons_library_applies_a_patch_of_a_few_edits(
    was: Sequence[str], data: st.DataObject
) -> None:
    now = [text.replace(data.draw(st.sampled_from(SCRAPS)), "maybe", 2) for text in was]
    old, new = document(*was), document(*now)

    assert applied(article_text(old), patch_of(old, new)) == article_text(new)


def test_a_patch_is_the_one_the_library_makes_of_our_edits() -> None:
    old = document(
        "The board met on Friday. " * 5, "It cost 38 crowns.", "Nobody spoke against it."
    )
    new = document("The board met on Friday. " * 5, "It cost 83 crowns.", "Nobody spoke for it.")

    assert patch_of(old, new) == library_patch(old, new)


def test_a_character_beyond_the_first_plane_makes_one_hunk_of_what_follows() -> None:
    middle = "The board met on Friday, and again on Sunday."
    old = document("Cost: 38.", middle, "👍", middle, "Cost: 38.", middle, "Cost: 38.")
    new = document("Cost: 83.", middle, "👍", middle, "Cost: 83.", middle, "Cost: 83.")

    written = patch_of(old, new)

    assert written.count("@@ -") == 2
    assert library_patch(old, new).count("@@ -") == 3


def test_equal_texts_have_an_empty_patch() -> None:
    same = document("Nothing changed 👍.")

    assert patch_of(same, same) == ""
    assert applied(article_text(same), "") == article_text(same)


@pytest.mark.parametrize("name", VERSIONS)
def test_a_patch_turns_what_show_prints(
    archiver: Callable[..., Ran], example: Path, name: str
) -> None:
    numbers = range(1, VERSIONS[name] + 1)
    shown = {n: archiver("show", example, name, "--version", n).stdout for n in numbers}

    for old in numbers:
        for new in numbers:
            pair = ("--from", old, "--to", new)
            for how in ((), ("--engine", "dmp"), ("--minimal",)):
                ran = archiver("diff", example, name, *pair, "--format", "patch", *how)
                assert ran.exit_code == 0
                assert applied(shown[old], ran.stdout) == shown[new]


def test_each_stored_delta_turns_what_show_prints(
    archiver: Callable[..., Ran], example: Path
) -> None:
    library = diff_match_patch()
    with closing(sqlite3.connect(example)) as connection:
        stored = connection.execute(
            """
            select diffs.article_id, older.number, newer.number, delta from diffs
            join versions as older on older.id = old_version_id
            join versions as newer on newer.id = new_version_id
            """
        ).fetchall()
    assert len(stored) == sum(count - 1 for count in VERSIONS.values())

    for article, old, new, written in stored:
        was = archiver("show", example, article, "--version", old).stdout
        now = archiver("show", example, article, "--version", new).stdout

        assert library.diff_text2(library.diff_fromDelta(was, written)) == now


def test_minimal_changes_the_fewest_words_and_says_so(
    archiver: Callable[..., Ran], example: Path
) -> None:
    pair = ("diff", example, "harbour", "--from", 2, "--to", 3, "--json")

    readable = json.loads(archiver(*pair).stdout)
    fewest = json.loads(archiver(*pair, "--minimal").stdout)
    other = json.loads(archiver(*pair, "--minimal", "--engine", "dmp").stdout)

    assert readable["words"]["moved"] > 0
    assert fewest["words"]["moved"] == 0
    assert fewest["engine"].startswith("lcs/")
    assert fewest["engine"].endswith("-minimal")
    assert other["engine"].startswith("dmp/")
    assert other["engine"].endswith("-minimal")
    assert other["words"]["kept"] == fewest["words"]["kept"]


def test_minimal_warns_where_the_reference_engine_may_take_minutes(
    archiver: Callable[..., Ran], tmp_path: Path
) -> None:
    folder = tmp_path / "long"
    folder.mkdir()
    (folder / "1.txt").write_text("so it was said, " * 4_000 + "by one.\n")
    (folder / "2.txt").write_text("so it was said, " * 4_000 + "by two.\n")
    archiver("snapshot", tmp_path / "a.db", folder)

    slow = archiver("diff", tmp_path / "a.db", "1", "--minimal", "--engine", "dmp", "--exit-code")
    quick = archiver("diff", tmp_path / "a.db", "1", "--minimal", "--exit-code")

    assert "minutes" in slow.stderr
    assert (slow.exit_code, quick.exit_code) == (1, 1)
    assert quick.stderr == ""
    assert slow.stdout == quick.stdout


def test_json_and_patch_exclude_each_other(archiver: Callable[..., Ran], example: Path) -> None:
    assert archiver("diff", example, "harbour", "--json", "--format", "patch").exit_code == 2


@pytest.fixture(scope="session")
def in_javascript() -> Callable[
    [Sequence[tuple[str, str, str]]], list[tuple[str, list[bool], str]]
]:
    """Apply (text, patch, delta) cases by the npm package, where it was put."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not here")
    named = [Path(path) for path in os.environ.get("NODE_PATH", "").split(os.pathsep) if path]
    folders = [*named, *(folder / "node_modules" for folder in (ROOT, *ROOT.parents))]
    found = [folder for folder in folders if (folder / "diff-match-patch").is_dir()]
    if not found:
        pytest.skip("the npm package diff-match-patch is not here (tests/test_patch.py says where)")

    def apply(cases: Sequence[tuple[str, str, str]]) -> list[tuple[str, list[bool], str]]:
        ran = subprocess.run(
            [node, "-e", APPLY],
            input=json.dumps(cases),
            env={**os.environ, "NODE_PATH": str(found[0])},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert ran.returncode == 0, ran.stderr
        read: list[tuple[str, list[bool], str]] = json.loads(ran.stdout)
        return read

    return apply


def assert_javascript_applies(
    in_javascript: InJavascript, pairs: Sequence[tuple[Document, Document]]
) -> None:
    cases = [
        (article_text(old), patch_of(old, new), delta(diff(old, new), old, new))
        for old, new in pairs
    ]

    done = in_javascript(cases)

    assert len(done) == len(pairs)
    for (_, new), (patched, results, turned) in zip(pairs, done, strict=True):
        assert all(results)
        assert patched == article_text(new)
        assert turned == article_text(new)


def test_javascripts_library_applies_strange_texts(in_javascript: InJavascript) -> None:
    assert_javascript_applies(in_javascript, [*STRANGE, *((new, old) for old, new in STRANGE)])


@pytest.mark.slow
def test_javascripts_library_applies_any_patch(in_javascript: InJavascript) -> None:
    @given(st.lists(st.tuples(strange, strange), min_size=40, max_size=80))
    @settings(max_examples=10, deadline=None, database=None)
    def run(drawn: Sequence[tuple[Sequence[str], Sequence[str]]]) -> None:
        pairs = [(document(*was), document(*now)) for was, now in drawn]
        assert_javascript_applies(in_javascript, pairs)

    run()


def test_javascripts_library_turns_what_show_prints(
    archiver: Callable[..., Ran], example: Path, in_javascript: InJavascript
) -> None:
    cases, wanted = [], []
    for name, count in VERSIONS.items():
        for new in range(2, count + 1):
            shown = [archiver("show", example, name, "--version", n).stdout for n in (1, new)]
            pair = ("--from", 1, "--to", new, "--format", "patch")
            cases.append((shown[0], archiver("diff", example, name, *pair).stdout, f"+{new}"))
            wanted.append(shown[1])

    done = in_javascript([(old, written, f"={len(old)}") for old, written, _ in cases])

    assert [patched for patched, _, _ in done] == wanted
    assert all(all(results) for _, results, _ in done)


@pytest.mark.slow
@pytest.mark.parametrize("source", ["govuk-news", "digitalgov", "tw-law", "ota-demo-html"])
def test_real_revisions_are_applied_to_the_byte(
    shared: Path, source: str, request: pytest.FixtureRequest
) -> None:
    pairs = []
    for folder in sorted((shared / "data" / "revisions" / source).iterdir())[:4]:
        read = [
            document(*path.read_bytes().decode(errors="replace").split("\n"))
            for path in sorted(folder.iterdir())[:5]
        ]
        pairs += [*pairwise(read), (read[0], read[-1])]
    assert pairs

    for old, new in pairs:
        assert applied(article_text(old), patch_of(old, new)) == article_text(new)
    assert_javascript_applies(request.getfixturevalue("in_javascript"), pairs)
