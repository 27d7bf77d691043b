"""`changes`, and `search` in changes: which come, in what order, and how fast."""

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from archiver.store.changes import GRADES, SUBSTANCE, Wanted, changes, search_changes
from archiver.store.schema import migrations
from tests.conftest import Ran

Archiver = Callable[..., Ran]

KEYS = {
    "article",
    "url",
    "title",
    "from",
    "to",
    "first_seen",
    "disclosed",
    "kind",
    "grade",
    "rule",
    "old",
    "new",
    "block",
    "field",
    "in_note",
}
SOME = (
    Wanted(),
    Wanted(grades=["number"]),
    Wanted(grades=["number", "name"]),
    Wanted(kinds=["replace", "delete"]),
    Wanted(site="files"),
    Wanted(since="2024-01-01T00:00:00Z"),
    Wanted(article_id=1),
    Wanted(article_id=1, grades=["number"]),
    Wanted(is_stealth=True),
    Wanted(is_stealth=True, grades=["number"], site="files", since="2024-01-01T00:00:00Z"),
)


def rows(archiver: Archiver, *words: object) -> list[dict[str, Any]]:
    ran = archiver("changes", *words, "--json")
    assert ran.exit_code == 0, ran.stderr
    found: list[dict[str, Any]] = json.loads(ran.stdout)
    return found


def test_changes_come_newest_first_each_versions_in_the_order_of_the_diff(
    archiver: Archiver, example: Path
) -> None:
    found = rows(archiver, example)

    assert all(set(row) == KEYS for row in found)
    seen = [row["first_seen"] for row in found]
    assert seen == sorted(seen, reverse=True)
    (article,) = {row["article"] for row in found if "harbour-bridge" in row["url"]}
    for number in (2, 3, 4):
        arguments = ("diff", example, article, "--from", number - 1, "--to", number, "--json")
        shown = json.loads(archiver(*arguments).stdout)
        of_it = [row for row in found if (row["article"], row["to"]) == (article, number)]
        keys = ("kind", "grade", "rule", "old", "new", "block", "field", "in_note")
        assert [{key: row[key] for key in keys} for row in of_it] == [
            {key: change[key] for key in keys} for change in shown["changes"]
        ]
        assert {row["disclosed"] for row in of_it} == {shown["disclosed"]}
        assert {row["from"] for row in of_it} == {number - 1}


def test_a_filter_leaves_just_what_fits(archiver: Archiver, example: Path) -> None:
    every = rows(archiver, example)
    host = "tidewater-review.example.org"
    one, other = every[0]["grade"], every[-1]["grade"]
    assert one != other

    assert rows(archiver, example, "--grade", one) == [r for r in every if r["grade"] == one]
    assert rows(archiver, example, "--grade", one, "--grade", other) == [
        row for row in every if row["grade"] in {one, other}
    ]
    assert rows(archiver, example, "--kind", "insert", "--kind", "move") == [
        row for row in every if row["kind"] in {"insert", "move"}
    ]
    assert rows(archiver, example, "--site", host) == [r for r in every if f"//{host}/" in r["url"]]
    assert rows(archiver, example, "--since", "2025-05-01") == [
        row for row in every if row["first_seen"] >= "2025-05-01"
    ]
    assert rows(archiver, example, "--article", "harbour-bridge") == [
        row for row in every if "harbour-bridge" in row["url"]
    ]
    assert rows(archiver, example, "--limit", 3) == every[:3]


def test_stealth_is_what_matters_and_was_not_announced(archiver: Archiver, example: Path) -> None:
    every = rows(archiver, example)

    found = rows(archiver, example, "--stealth")

    assert found == [
        row for row in every if row["disclosed"] is False and row["grade"] in SUBSTANCE
    ]
    with closing(sqlite3.connect(example)) as connection:
        in_view = connection.execute("select old, new from stealth_edits").fetchall()
    assert sorted(in_view) == sorted((row["old"], row["new"]) for row in found)


def test_stealth_finds_a_number_that_changed_without_a_note(
    archiver: Archiver, example: Path, tmp_path: Path
) -> None:
    path = tmp_path / "archive.db"
    path.write_bytes(example.read_bytes())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("update versions set disclosed = (number <> 2)")
        connection.execute("update changes set grade = 'wording'")
        connection.execute("update changes set grade = 'number' where old in ('38', '14,200')")

    (row,) = rows(archiver, path, "--stealth")

    assert (row["old"], row["new"], row["from"], row["to"]) == ("38", "83", 1, 2)


@pytest.mark.parametrize(
    ("option", "value", "named"),
    [("--grade", "nmber", "number, quotation"), ("--kind", "swap", "delete, insert")],
)
def test_an_unknown_name_is_wrong_usage_that_says_what_there_is(
    archiver: Archiver, example: Path, option: str, value: str, named: str
) -> None:
    ran = archiver("changes", example, option, value)

    assert ran.exit_code == 2
    assert value in ran.stderr
    assert named in " ".join(ran.stderr.replace("│", " ").split())


def test_rows_come_in_each_machine_form(archiver: Archiver, example: Path) -> None:
    as_json = rows(archiver, example)
    as_lines = archiver("changes", example, "--nl").stdout.splitlines()
    as_csv = list(csv.DictReader(io.StringIO(archiver("changes", example, "--csv").stdout)))
    as_table = archiver("changes", example, "-t", "--limit", 1).stdout

    assert [json.loads(line) for line in as_lines] == as_json
    assert [row["new"] for row in as_csv] == [row["new"] for row in as_json]
    assert as_table.split()[0] == "article"


def test_people_get_a_line_for_a_version_and_one_for_each_change(
    archiver: Archiver, example: Path
) -> None:
    text = archiver("changes", example, "--article", "harbour-bridge").stdout

    lines = text.splitlines()
    heads = [line for line in lines if not line.startswith(" ")]
    assert [head.split(", ")[1] for head in heads] == [
        "Version 5",
        "Correction",
        "Updated Version",
        "Silent update",
    ]
    assert heads[0].endswith("no note found")
    assert heads[1].endswith("announced")
    below = lines[lines.index(heads[-1]) + 1 :]
    assert [line.split(maxsplit=1)[1] for line in below] == [
        "[-principle-]{+principal+}",
        "[-38-]{+83+}",
    ]
    assert all(line.split(maxsplit=1)[0] in GRADES for line in below)
    assert any("moved: A passenger ferry" in line and line.endswith("...") for line in lines)


def test_the_archive_holds_what_a_comparison_says(archiver: Archiver, example: Path) -> None:
    with closing(sqlite3.connect(example)) as connection:
        stored = connection.execute(
            """
            select diffs.article_id, number, versions.disclosed, diffs.disclosed, notices, delta
            from diffs join versions on versions.id = diffs.new_version_id
            """
        ).fetchall()

    assert {row[2] for row in stored} >= {0, 1}
    assert any(json.loads(row[4]) for row in stored)
    for article, number, of_version, of_diff, notices, delta in stored:
        arguments = ("diff", example, article, "--from", number - 1, "--to", number, "--json")
        shown = json.loads(archiver(*arguments).stdout)
        assert of_version == of_diff == shown["disclosed"]
        assert json.loads(notices) == shown["notices"]
        assert delta is None or isinstance(delta, str)


def test_a_capture_that_comes_late_is_judged_like_any_other(
    archiver: Archiver, tmp_path: Path
) -> None:
    plain = "The bridge cost 38 million crowns, the board said on Monday.\n"
    noted = f"{plain}\nCorrection: An earlier version gave the wrong cost of the bridge.\n"
    for day, text in (("2025-01-01", noted), ("2025-01-03", plain), ("2025-01-05", noted)):
        (tmp_path / f"{day}.txt").write_text(text)
    url = ("--url", "https://x.example/")
    archiver("snapshot", tmp_path / "a.db", tmp_path / "2025-01-05.txt", *url)
    archiver("snapshot", tmp_path / "a.db", tmp_path / "2025-01-01.txt", *url)
    before = json.loads(archiver("log", tmp_path / "a.db", "1", "--json").stdout)

    archiver("snapshot", tmp_path / "a.db", tmp_path / "2025-01-03.txt", *url)

    assert [row["disclosed"] for row in before] == [None]
    after = json.loads(archiver("log", tmp_path / "a.db", "1", "--json").stdout)
    assert (after[0]["disclosed"], after[2]["disclosed"]) == (None, True)
    assert [row["to"] for row in rows(archiver, tmp_path / "a.db")] == [3, 2]


def test_nothing_found_is_said(archiver: Archiver, example: Path) -> None:
    ran = archiver("changes", example, "--since", "2099-01-01")

    assert ran.exit_code == 0
    assert ran.stdout == "No such change.\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("principle", "--removed"), [("principle", "principal")]),
        (("principle", "--inserted"), []),
        (("PRINCIPAL", "--inserted"), [("principle", "principal")]),
        (("principal", "--removed", "--inserted"), [("principle", "principal")]),
        (("principle principal", "--removed", "--inserted"), []),
        (("NEAR( old:", "--removed"), []),
        (("(((", "--removed"), []),
        (("principle", "--removed", "--site", "nowhere.example"), []),
        (("principle", "--removed", "--since", "2025-03-06"), []),
    ],
)
def test_words_are_found_in_what_edits_took_out_or_put_in(
    archiver: Archiver, example: Path, words: tuple[str, ...], found: list[tuple[str, str]]
) -> None:
    ran = archiver("search", example, *words, "--json")

    assert ran.exit_code == 0, ran.stderr
    rows = json.loads(ran.stdout)
    assert [(row["old"], row["new"]) for row in rows] == found
    assert all(set(row) == KEYS for row in rows)


def test_chinese_is_found_in_changes_by_the_characters_typed(
    archiver: Archiver, example: Path
) -> None:
    (row,) = json.loads(archiver("search", example, "低息", "--inserted", "--json").stdout)

    assert "低息贷款" in row["new"]
    assert json.loads(archiver("search", example, "息低", "--inserted", "--json").stdout) == []


def test_a_grade_alone_searches_changes_on_both_sides(archiver: Archiver, example: Path) -> None:
    (row,) = json.loads(archiver("search", example, "principle", "--removed", "--json").stdout)
    others = [grade for grade in GRADES if grade != row["grade"]]

    arguments = ("search", example, "principle", "--json", "--grade")
    assert json.loads(archiver(*arguments, row["grade"]).stdout) == [row]
    assert json.loads(archiver(*arguments, others[0]).stdout) == []
    assert archiver(*arguments, "nmber").exit_code == 2


def test_a_search_of_changes_that_finds_nothing_says_so(archiver: Archiver, example: Path) -> None:
    ran = archiver("search", example, "principle", "--inserted")

    assert (ran.exit_code, ran.stdout) == (0, "principle: not found in any such change\n")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with 100,000 changes in 1,000 versions, the newest of them recorded first."""
    from sqlite_utils import Database

    path = tmp_path_factory.mktemp("large") / "large.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrations().apply(Database(connection))
        connection.execute("pragma foreign_keys = off")
        connection.execute("begin")
        connection.execute("insert into sites(id, host) values (1, 'files')")
        connection.execute("insert into articles(id, uri, site_id) values (1, 'folder:a', 1)")
        for version in range(1_000):
            seen = f"2024-01-01T{version // 60 % 24:02}:{version % 60:02}:00Z"
            connection.execute(
                """
                insert into versions(
                    id, article_id, number, name, label, document_id, sha256, first_capture_id,
                    first_seen, last_seen, captures_n, headline, words_n, disclosed, site_id
                ) values (?, 1, ?, 'Version', '', 1, 'x', 1, ?, ?, 1, '', 1, ?, 1)
                """,
                (1_000 - version, version + 1, seen, seen, version % 2),
            )
            connection.executemany(
                """
                insert into changes(
                    diff_id, article_id, version_id, first_seen, position, kind, grade, field,
                    old, new, removed_n, inserted_n
                ) values (1, 1, ?, ?, ?, 'replace', ?, 'body', 'fifty', 'sixty', 1, 1)
                """,
                (
                    (1_000 - version, seen, position, ("number", "wording")[position % 2])
                    for position in range(100)
                ),
            )
        connection.execute("commit")
    return path


@pytest.mark.parametrize("wanted", SOME)
def test_no_filter_sorts_or_reads_what_it_need_not(large: Path, wanted: Wanted) -> None:
    with closing(sqlite3.connect(large)) as connection:
        statements: list[str] = []
        connection.set_trace_callback(statements.append)
        list(changes(connection, wanted, 10))
        connection.set_trace_callback(None)

        plan = [row[3] for row in connection.execute(f"explain query plan {statements[0]}")]

    assert not [step for step in plan if "TEMP B-TREE" in step], plan
    assert "USING INDEX changes_" in plan[0], plan


@pytest.mark.parametrize("view", ["recent_changes", "stealth_edits"])
def test_a_page_of_a_view_is_read_without_all_of_it(large: Path, view: str) -> None:
    with closing(sqlite3.connect(large)) as connection:
        steps = 0

        def count() -> None:
            nonlocal steps
            steps += 1

        connection.set_progress_handler(count, 1_000)
        rows = connection.execute(f"select * from {view} order by first_seen desc limit 50")

        assert len(rows.fetchall()) == 50
        assert steps < 100


def test_the_first_of_many_changes_comes_at_once(large: Path) -> None:
    with closing(sqlite3.connect(large)) as connection:
        steps = 0

        def count() -> None:
            nonlocal steps
            steps += 1

        connection.set_progress_handler(count, 1_000)
        found = changes(connection, Wanted())
        next(found)

        assert steps < 5
        assert len(list(found)) == 99_999


def test_a_search_of_changes_looks_up_only_what_it_found(large: Path) -> None:
    with closing(sqlite3.connect(large)) as connection:
        statements: list[str] = []
        connection.set_trace_callback(statements.append)
        assert len(list(search_changes(connection, "fifty", ["old"], Wanted(), 10))) == 10
        assert not list(search_changes(connection, "fifty", ["new"], Wanted(), 10))
        connection.set_trace_callback(None)

        (ours, *_) = [statement for statement in statements if "cross join" in statement]
        plan = [row[3] for row in connection.execute(f"explain query plan {ours}")]

    assert "changes_fts VIRTUAL TABLE" in plan[0]
    assert "SEARCH changes USING INTEGER PRIMARY KEY" in plan[1]
