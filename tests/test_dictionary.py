"""`archiver diff --dictionary`: whole words of scripts that put no blanks between them."""

import json
import subprocess
import sys
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import archiver.diff.body
from archiver.diff import diff, new_text, old_text, pieces
from archiver.diff.dictionary import dictionary_words
from archiver.diff.tokens import tokens
from archiver.model import Block, Document
from tests.conftest import Ran

Archiver = Callable[..., Ran]

pytest.importorskip("icu4py")

OLD = "河边的工厂上个月发出应聘启事，招收十名记者。"
NEW = "河边的工厂上个月发出应征启事，招收十名编辑。"

WORDS = st.lists(
    st.sampled_from(("北京", "大学生", "记者", "语", "日本語", "を", "ภาษา", "ไทย", "ລາວ", "ខ្មែរ",
                     "မြန်", "e\u0301", " ", "，", "\n", "ok", "\U00020000", "\u200d", "7")),
    max_size=30,
).map("".join)  # fmt: skip


@pytest.fixture
def factory(tmp_path: Path, archiver: Archiver) -> Path:
    folder = tmp_path / "factory"
    folder.mkdir()
    (folder / "1.txt").write_text(f"工厂招人\n\n{OLD}\n", encoding="utf-8")
    (folder / "2.txt").write_text(f"工厂招人\n\n{NEW}\n", encoding="utf-8")
    archive = tmp_path / "a.db"
    archiver("snapshot", archive, folder)
    return archive


def document(text: str) -> Document:
    return Document(extractor="test/1", blocks=(Block("paragraph", text),))


def test_by_character_a_word_may_be_parted_and_by_dictionary_not(
    factory: Path, archiver: Archiver
) -> None:
    by_character = json.loads(archiver("diff", factory, "factory", "--json").stdout)
    by_word = json.loads(archiver("diff", factory, "factory", "--json", "--dictionary").stdout)

    assert [(one["old"], one["new"]) for one in by_character["changes"]] == [
        ("聘", "征"),
        ("记者", "编辑"),
    ]
    assert [(one["old"], one["new"]) for one in by_word["changes"]] == [
        ("应聘", "应征"),
        ("记者", "编辑"),
    ]


def test_the_diff_names_the_dictionary_it_used(factory: Path, archiver: Archiver) -> None:
    found = json.loads(archiver("diff", factory, "factory", "--json", "--dictionary").stdout)

    tokeniser, _, dictionary = found["tokeniser"].partition("+")
    assert tokeniser == "re/1"
    assert dictionary.startswith("icu/")


def test_words_are_marked_whole_in_the_terminal(factory: Path, archiver: Archiver) -> None:
    shown = archiver("diff", factory, "factory", "--dictionary").stdout

    assert "[-应聘-]{+应征+}" in shown


def test_the_fewest_changed_words_are_those_of_the_engine_alone(
    factory: Path, archiver: Archiver
) -> None:
    done = archiver("diff", factory, "factory", "--dictionary", "--minimal")

    assert done.exit_code == 2
    assert "--minimal and --dictionary exclude each other" in done.stderr


def test_without_the_library_an_error_says_how_to_get_it(factory: Path) -> None:
    code = "import sys; sys.modules['icu4py'] = None\nfrom archiver.cli import main\nmain()"
    done = subprocess.run(
        [sys.executable, "-c", code, "diff", factory, "factory", "--dictionary"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "pip install 'archiver[icu]'" in done.stderr


@given(WORDS)
def test_words_joined_are_the_text_and_no_token_is_parted(text: str) -> None:
    found = tokens(text)
    words = dictionary_words(found)

    assert "".join(words) == text
    assert set(accumulate(map(len, words))) <= set(accumulate(map(len, found)))


@given(WORDS, WORDS)
def test_a_diff_by_dictionary_gives_both_texts_again(was: str, now: str) -> None:
    old, new = document(was), document(now)

    found = diff(old, new, by_dictionary=True)

    shown = [piece for edit in found.blocks for piece in pieces(edit, old, new)]
    assert old_text(shown) == was
    assert new_text(shown) == now


def test_rows_too_many_for_words_are_kept_or_replaced_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archiver.diff.body, "MANY_BLOCKS", 2)
    old, new = (
        Document(extractor="test/1", blocks=tuple(Block("paragraph", row) for row in rows))
        for rows in (("记者", "北京", "语"), ("编辑", "北京", "文"))
    )

    found = diff(old, new, by_dictionary=True)

    assert [edit.kind for edit in found.blocks] == [
        "deleted",
        "inserted",
        "equal",
        "deleted",
        "inserted",
    ]


@given(WORDS, WORDS)
def test_no_edit_parts_a_word(was: str, now: str) -> None:
    old, new = document(was), document(now)

    found = diff(old, new, by_dictionary=True)

    for side, text, of in (("old", was, old_text), ("new", now, new_text)):
        borders = {0, *accumulate(map(len, dictionary_words(tokens(text))))}
        at = 0
        for edit in found.blocks:
            for piece in pieces(edit, old, new):
                at += len(of([piece]))
                assert at in borders, side
