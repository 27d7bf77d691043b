"""`list`, `log`, `diff`, `show` and `search`, on the example archive."""

import csv
import io
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.test_snapshot import article

Archiver = Callable[..., Ran]

BRIDGE = "harbour-bridge"
LIST_KEYS = {"id", "url", "title", "site", "versions", "first_seen", "last_changed"}
LOG_KEYS = {
    "number",
    "label",
    "first_seen",
    "last_seen_old",
    "headline",
    "words",
    "removed",
    "inserted",
    "grades",
    "disclosed",
    "revert_of",
    "sha256",
}


def test_list_gives_the_newest_change_first(archiver: Archiver, example: Path) -> None:
    rows = json.loads(archiver("list", example, "--json").stdout)

    assert len(rows) >= 3
    assert all(set(row) >= LIST_KEYS for row in rows)
    changed = [row["last_changed"] for row in rows]
    assert changed == sorted(changed, reverse=True)


def test_rows_come_in_each_machine_form(archiver: Archiver, example: Path) -> None:
    as_json = json.loads(archiver("log", example, BRIDGE, "--json").stdout)
    as_lines = [
        json.loads(line) for line in archiver("log", example, BRIDGE, "--nl").stdout.splitlines()
    ]
    as_csv = list(csv.DictReader(io.StringIO(archiver("log", example, BRIDGE, "--csv").stdout)))
    as_tsv = list(
        csv.DictReader(
            io.StringIO(archiver("log", example, BRIDGE, "--tsv").stdout), delimiter="\t"
        )
    )
    as_table = archiver("log", example, BRIDGE, "-t").stdout.splitlines()

    assert all(set(row) >= LOG_KEYS for row in as_json)
    assert as_lines == as_json
    assert [row["sha256"] for row in as_csv] == [row["sha256"] for row in as_json]
    assert as_tsv == as_csv
    assert as_table[0].split()[0] == "number"
    assert len(as_table) == len(as_json) + 2


def test_two_forms_at_once_are_wrong_usage(archiver: Archiver, example: Path) -> None:
    assert archiver("list", example, "--json", "--csv").exit_code == 2


def test_an_article_is_found_by_number_address_and_part(archiver: Archiver, example: Path) -> None:
    (row,) = [
        one
        for one in json.loads(archiver("list", example, "--json").stdout)
        if BRIDGE in one["url"]
    ]

    by_each = {
        archiver("log", example, name, "--json").stdout
        for name in (row["id"], row["url"], BRIDGE, row["title"][:25].lower())
    }

    assert len(by_each) == 1


def test_an_ambiguous_name_lists_the_candidates(archiver: Archiver, example: Path) -> None:
    ran = archiver("log", example, "https://")

    assert ran.exit_code == 1
    assert "fits several articles" in ran.stderr
    assert BRIDGE in ran.stderr


def test_an_unknown_name_is_said_to_be_one(archiver: Archiver, example: Path) -> None:
    ran = archiver("diff", example, "no such thing")

    assert ran.exit_code == 1
    assert "no such article" in ran.stderr


def test_diff_compares_the_old_version_with_the_latest(archiver: Archiver, example: Path) -> None:
    shown = json.loads(archiver("diff", example, BRIDGE, "--json").stdout)

    versions = json.loads(archiver("log", example, BRIDGE, "--json").stdout)
    assert shown["from"]["label"] == "Old Version"
    assert shown["from"]["number"] == 1
    assert shown["to"]["number"] == len(versions)
    assert shown["to"]["sha256"] == versions[-1]["sha256"]


def test_words_are_marked_in_80_columns_and_without_colour(
    archiver: Archiver, example: Path
) -> None:
    shown = archiver("diff", example, BRIDGE, "--from", 1, "--to", 2).stdout

    assert "[-38-]{+83+}" in shown
    assert "unchanged" in shown
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_both_engines_show_the_same_words(archiver: Archiver, example: Path) -> None:
    by_engine = [
        json.loads(
            archiver(
                "diff", example, BRIDGE, "--from", 1, "--to", 2, "--json", "--engine", engine
            ).stdout
        )
        for engine in ("lcs", "dmp")
    ]

    assert by_engine[0]["changes"] == by_engine[1]["changes"]
    assert by_engine[0]["engine"] != by_engine[1]["engine"]


def test_a_unified_diff_is_applied_by_patch(
    archiver: Archiver, example: Path, tmp_path: Path
) -> None:
    if shutil.which("patch") is None:
        pytest.skip("patch is not installed here")
    (tmp_path / "article.txt").write_text(archiver("show", example, BRIDGE, "--version", 1).stdout)
    (tmp_path / "diff").write_text(archiver("diff", example, BRIDGE, "-f", "unified").stdout)

    subprocess.run(
        ["patch", "--silent", "article.txt", "diff"], cwd=tmp_path, check=True, capture_output=True
    )

    assert (tmp_path / "article.txt").read_text() == archiver("show", example, BRIDGE).stdout


def test_a_unified_diff_leaves_equal_lines_alone(archiver: Archiver, example: Path) -> None:
    _, _, *lines = archiver("diff", example, BRIDGE, "-f", "unified").stdout.splitlines()

    assert [line for line in lines if line.startswith("-")]
    assert [line for line in lines if line.startswith(" ") and line.strip()]


def test_side_by_side_fits_the_width(archiver: Archiver, example: Path) -> None:
    shown = archiver("diff", example, BRIDGE, "--format", "side-by-side", "--from", 1, "--to", 2)

    assert "[-38-]" in shown.stdout
    assert "{+83+}" in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 80


def test_markdown_strikes_out_and_underlines(archiver: Archiver, example: Path) -> None:
    shown = archiver("diff", example, BRIDGE, "-f", "markdown", "--from", 1, "--to", 2).stdout

    assert "<del>38</del><ins>83</ins>" in shown


def test_html_is_one_page_whose_text_is_escaped(archiver: Archiver, tmp_path: Path) -> None:
    for time, last in (
        ("2024-01-01", "Safe."),
        ("2024-01-02", "<script>alert(1)</script> {{ 7*7 }}"),
    ):
        (tmp_path / "page.txt").write_text(article(last))
        archiver("snapshot", tmp_path / "a.db", tmp_path / "page.txt", "--at", time)

    page = archiver("diff", tmp_path / "a.db", "1", "--format", "html").stdout

    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "{{ 7*7 }}" in page
    assert "<del>Safe" in page


def test_hidden_characters_never_steer_the_terminal(archiver: Archiver, tmp_path: Path) -> None:
    for time, last in (("2024-01-01", "Safe."), ("2024-01-02", "\x1b[2J\u202egnp.exe")):
        (tmp_path / "page.txt").write_text(article(last))
        archiver("snapshot", tmp_path / "a.db", tmp_path / "page.txt", "--at", time)

    for form in ("words", "side-by-side", "markdown", "html"):
        shown = archiver("diff", tmp_path / "a.db", "1", "--format", form).stdout
        assert "\x1b" not in shown
        assert "\u202e" not in shown
    exact = json.loads(archiver("diff", tmp_path / "a.db", "1", "--json").stdout)
    assert any("\u202e" in change["new"] for change in exact["changes"])


def test_exit_code_tells_whether_versions_differ(archiver: Archiver, example: Path) -> None:
    differ = archiver("diff", example, BRIDGE, "--exit-code")
    same = archiver("diff", example, BRIDGE, "--from", 2, "--to", 2, "--exit-code")

    assert (differ.exit_code, same.exit_code) == (1, 0)
    assert "equal" in same.stdout


def test_a_version_that_is_not_there_is_named(archiver: Archiver, example: Path) -> None:
    ran = archiver("diff", example, BRIDGE, "--to", 99)

    assert ran.exit_code == 1
    assert "no version 99" in ran.stderr


def test_show_gives_the_text_the_moment_and_the_bytes(archiver: Archiver, example: Path) -> None:
    folder = Path(__file__).parent.parent / "snapshots" / BRIDGE
    first = min(folder.glob("*.txt"))

    text = archiver("show", example, BRIDGE, "--version", 1).stdout
    then = archiver("show", example, BRIDGE, "--at", "2025-03-04T12:00:00Z").stdout
    raw = archiver("show", example, BRIDGE, "--version", 1, "--raw").stdout

    assert not text.startswith("Old Version")
    assert then == text
    assert raw.encode() == first.read_bytes()
    assert archiver("show", example, BRIDGE, "--at", "1999-01-01").exit_code == 1


def test_search_finds_words_phrases_and_two_chinese_characters(
    archiver: Archiver, example: Path
) -> None:
    def fields(query: str) -> set[str]:
        rows = json.loads(archiver("search", example, query, "--json").stdout)
        return {row["url"].rpartition("/")[2] for row in rows}

    assert "harbour-bridge" in fields("crowns")
    assert fields("采摘") == {"tea-harvest"}
    assert fields("harvest zebra unicorn") == set()


@pytest.mark.parametrize(
    "query", ['"', "AND", "a* NEAR(b", "col:x", "-", "'; drop table x", "(((", "  "]
)
def test_a_query_of_any_form_is_words_and_never_an_error(
    archiver: Archiver, example: Path, query: str
) -> None:
    assert archiver("search", example, "--json", "--", query).exit_code == 0


def test_a_hit_names_the_versions_it_stands_in(archiver: Archiver, example: Path) -> None:
    rows = json.loads(archiver("search", example, "83 million", "--json").stdout)

    assert {(row["first_version"], row["last_version"]) for row in rows if BRIDGE in row["url"]}
    assert all(
        row["first_version"] == 2
        for row in rows
        if BRIDGE in row["url"]
        and row["field"] == "body"
        and re.search("83 million", row["text"])
        and "Correction" not in row["text"]
    )


def test_a_thai_word_is_not_found_by_its_consonants_alone(
    archiver: Archiver, tmp_path: Path
) -> None:
    (tmp_path / "page.txt").write_text(article("เขากินข้าวที่บ้าน"))
    archiver("snapshot", tmp_path / "a.db", tmp_path / "page.txt")

    found = [
        len(json.loads(archiver("search", tmp_path / "a.db", query, "--json").stdout))
        for query in ("กิน", "กน", "ข้าว")
    ]

    assert found == [1, 0, 1]


def test_an_address_is_found_in_any_spelling(archiver: Archiver, example: Path) -> None:
    (row,) = [
        one
        for one in json.loads(archiver("list", example, "--json").stdout)
        if BRIDGE in one["url"]
    ]
    spelling = row["url"].replace("https://", "HTTPS://").replace(".org/", ".ORG:443/") + "#top"

    assert archiver("log", example, spelling).exit_code == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("log", ""), 1),
        (("log", "99999999999999999999"), 1),
        (("diff", BRIDGE, "--from", "99999999999999999999"), 2),
        (("diff", BRIDGE, "--json", "--format", "html"), 2),
        (("show", BRIDGE, "--version", "0"), 1),
        (("show", BRIDGE, "--at", "0001-01-01T00:00:00+05:00"), 2),
        (("search", "x", "--since", "soon"), 2),
    ],
)
def test_what_cannot_be_meant_is_refused(
    archiver: Archiver, example: Path, words: tuple[str, ...], code: int
) -> None:
    assert archiver(words[0], example, *words[1:]).exit_code == code


def test_a_kind_that_changed_is_named(archiver: Archiver, tmp_path: Path) -> None:
    for day, sign in ((1, "Bread, milk and eggs."), (2, "> Bread, milk and eggs.")):
        (tmp_path / "page.md").write_text(f"# Shopping\n\n{sign}\n\nThe end of it.\n")
        archiver("snapshot", tmp_path / "a.db", tmp_path / "page.md", "--at", f"2024-01-0{day}")

    assert "Now a quotation" in archiver("diff", tmp_path / "a.db", "1").stdout
