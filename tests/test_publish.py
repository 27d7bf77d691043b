"""A published copy: checked, whole, without what may not be in it; and how it is served."""

import json
import re
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from archiver.web.public import AI_ROBOTS, Buckets, reader_of
from archiver.web.serve import Public, settings
from tests.conftest import Ran
from tests.web.serving import served

Command = Callable[..., Ran]
WORDS = ("principal engineer", "fatigue cracks", "Brannock")


def rows(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_a_copy_has_every_version_and_no_fetched_bytes(
    archiver: Command, example: Path, tmp_path: Path
) -> None:
    before = example.read_bytes()

    ran = archiver("publish", example, tmp_path / "public", "--json")

    copy = tmp_path / "public" / "archive.db"
    said = json.loads(ran.stdout)
    assert (ran.exit_code, said["articles"], said["versions"], said["withdrawn"]) == (0, 4, 16, 0)
    assert said["size_bytes"] == copy.stat().st_size
    assert example.read_bytes() == before
    for table in ("versions", "blocks", "changes", "captures"):
        assert rows(copy, f"select * from {table}") == rows(example, f"select * from {table}")
    digests = "select sha256, size_bytes from payloads"
    assert rows(copy, digests) == rows(example, digests)
    assert rows(copy, "select count(*) from payloads where length(body) > 0") == [(0,)]
    assert rows(copy, "pragma journal_mode") == [("delete",)]
    assert not list(copy.parent.glob("*-wal"))


def test_fetched_bytes_are_there_when_asked_for(
    archiver: Command, example: Path, tmp_path: Path
) -> None:
    archiver("publish", example, tmp_path / "public", "--payloads")

    (body,) = rows(tmp_path / "public" / "archive.db", "select body from payloads limit 1")[0]
    assert zlib.decompress(body)


@pytest.mark.parametrize("payloads", ["--payloads", "--no-payloads"])
def test_what_is_left_out_is_in_no_byte_of_the_copy(
    archiver: Command, example: Path, tmp_path: Path, payloads: str
) -> None:
    bodies = rows(
        example,
        "select body from payloads join captures on captures.payload_id = payloads.id "
        "where article_id = 1",
    )

    archiver("publish", example, tmp_path / "public", "--withdraw", "harbour-bridge", payloads)

    raw = (tmp_path / "public" / "archive.db").read_bytes()
    for word in WORDS:
        assert word.encode() not in raw
        assert word.encode("utf-16-le") not in raw
    assert b"brannock" not in raw
    assert not [body for (body,) in bodies if body[40:90] in raw]
    assert all(body[40:90] in example.read_bytes() for (body,) in bodies)


def test_a_folder_of_somebody_else_is_left_alone(
    archiver: Command, example: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "letter.txt").write_text("Dear")

    ran = archiver("publish", example, folder)

    assert ran.exit_code == 1
    assert "did not write" in ran.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


def test_an_earlier_copy_is_replaced_in_one_step(
    archiver: Command, example: Path, tmp_path: Path
) -> None:
    first = archiver("publish", example, tmp_path / "public", "--payloads")
    second = archiver("publish", example, tmp_path / "public")
    broken = archiver("publish", tmp_path / "nowhere.db", tmp_path / "public")

    assert (first.exit_code, second.exit_code, broken.exit_code) == (0, 0, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["public"]
    copy = tmp_path / "public" / "archive.db"
    assert rows(copy, "select count(*) from payloads where length(body) > 0") == [(0,)]


def test_a_damaged_archive_is_not_published(
    archiver: Command, example: Path, tmp_path: Path
) -> None:
    path = tmp_path / "archive.db"
    path.write_bytes(example.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("update versions set article_id = 99 where id = 1")
        connection.commit()

    ran = archiver("publish", path, tmp_path / "public")

    assert ran.exit_code == 1
    assert "refers to nothing" in ran.stderr
    assert not (tmp_path / "public").exists()


def instructions(folder: Path) -> list[tuple[str, str]]:
    """Give the instructions of a Dockerfile, lines that go on joined."""
    text = (folder / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", "")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(line.partition(" ")[0], line.partition(" ")[2]) for line in lines]


@pytest.mark.parametrize("with_wheel", [False, True])
def test_the_recipe_names_what_is_there_and_runs_as_nobody_special(
    archiver: Command, example: Path, tmp_path: Path, with_wheel: bool
) -> None:
    wheel = tmp_path / "archiver-1-py3-none-any.whl"
    wheel.write_bytes(b"PK")
    option = ["--wheel", wheel] if with_wheel else []

    archiver("publish", example, tmp_path / "public", *option)

    found = instructions(tmp_path / "public")
    names = [name for name, _ in found]
    assert found[0] == ("FROM", "python:3.13-slim")
    assert names[-3:] == ["USER", "EXPOSE", "CMD"]
    assert dict(found)["USER"] not in {"root", "0"}
    copied = [word for name, rest in found if name == "COPY" for word in rest.split()[:-1]]
    assert {"archive.db", "inspect-data.json"} <= set(copied)
    assert all((tmp_path / "public" / name).is_file() for name in copied)
    command = json.loads(dict(found)["CMD"])
    assert command[:3] == ["archiver", "serve", "archive.db"]
    assert command[command.index("--port") + 1] == dict(found)["EXPOSE"]
    assert {"--public", "--immutable"} <= set(command)
    assert ("wheel" in dict(found)["COPY"] or wheel.name in copied) == with_wheel


def test_the_command_that_hands_it_over_is_printed(
    archiver: Command, example: Path, tmp_path: Path
) -> None:
    ran = archiver("publish", example, tmp_path / "public", "--to", "cloudrun")

    assert re.match(r"datasette publish cloudrun \S+/archive\.db --metadata ", ran.stdout)


def test_a_copy_is_counted_before_it_is_served(
    archiver: Command, example: Path, tmp_path: Path
) -> None:
    archiver("publish", example, tmp_path / "public")

    counted = json.loads((tmp_path / "public" / "inspect-data.json").read_text())
    chosen = settings(tmp_path / "public" / "archive.db", immutable=True, public=Public())

    assert counted["archive"]["tables"]["versions"] == {"count": 16}
    arguments = chosen.arguments(Path("metadata.json"))
    assert arguments[1] == "--immutable"
    assert "--inspect-file" in arguments


def public(path: Path, **setting: Any) -> Any:
    """Serve an archive in this process as `archiver serve --public` would."""
    chosen = settings(path, public=Public(**setting))
    options = {name: _value(value) for name, value in chosen.options.items()}
    return served(path, settings=options, plugins=chosen.metadata["plugins"])


def _value(text: str) -> Any:
    return {"on": True, "off": False}.get(text, int(text) if text.isdecimal() else text)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "address",
    [
        "/archive?sql=select+zeroblob(500000000)",
        "/archive.json?sql=select+group_concat(a.text)+from+blocks+a,+blocks+b",
        "/archive/articles?_where=1",
        "/archive/-/query?sql=select+1",
    ],
)
async def test_nobody_may_run_sql_on_the_open_web(example: Path, address: str) -> None:
    answer = await public(example).client.get(address, follow_redirects=True)

    assert answer.status_code in {400, 403, 404}
    assert len(answer.content) < 20_000


@pytest.mark.asyncio
async def test_nobody_may_have_whole_tables_or_the_file(example: Path) -> None:
    client = public(example).client

    assert (await client.get("/archive.db")).status_code in {403, 404}
    streamed = await client.get("/archive/blocks.csv?_stream=1&_size=1")
    assert streamed.status_code != 200 or streamed.text.count("\n") <= 3


@pytest.mark.asyncio
async def test_caches_may_keep_our_pages_for_a_minute(example: Path) -> None:
    client = public(example).client

    first = await client.get("/archive/-/changes")
    again = await client.get("/archive/-/changes", headers={"If-None-Match": first.headers["etag"]})

    assert first.headers["cache-control"] == "public, max-age=60"
    assert again.status_code == 304
    assert (await served(example).client.get("/archive/-/changes")).headers[
        "cache-control"
    ] == "no-cache"


@pytest.mark.asyncio
async def test_pages_are_compressed(example: Path) -> None:
    answer = await public(example).client.get(
        "/archive/-/changes", headers={"Accept-Encoding": "gzip"}
    )

    assert answer.headers["content-encoding"] == "gzip"
    assert "What changed lately" in answer.text


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("robots", "everyone", "ai"), [("all", "", None), ("no-ai", "", "/"), ("none", "/", None)]
)
async def test_robots_are_told(example: Path, robots: str, everyone: str, ai: str | None) -> None:
    text = (await public(example, robots=robots).client.get("/robots.txt")).text

    assert ("User-agent: *\nDisallow: /\n" in text) == (everyone == "/")
    assert all(name in text for name in AI_ROBOTS) == (ai == "/")


@pytest.mark.asyncio
async def test_a_reader_who_asks_too_much_is_asked_to_wait(example: Path) -> None:
    limits = {"archiver": {"public": {"burst": 3, "per_second": 0.001}}}
    client = served(example, plugins=limits).client
    statuses = [(await client.get("/robots-not.txt")).status_code for _ in range(5)]

    assert statuses == [404, 404, 404, 429, 429]
    late = await client.get("/archive/-/changes")
    assert late.status_code == 429
    assert int(late.headers["retry-after"]) >= 1
    assert (await client.get("/robots.txt")).status_code == 200


def test_a_bucket_fills_again_and_forgets_who_was_there_long_ago(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("archiver.web.public.READERS_MAX", 3)
    now = 0.0
    buckets = Buckets(burst=2, per_second=0.5, clock=lambda: now)

    assert [buckets.wait_s("a") for _ in range(3)] == [0.0, 0.0, 2.0]
    now = 2.0
    assert buckets.wait_s("a") == 0.0
    assert buckets.wait_s("b") == 0.0
    for name in "cdef":
        buckets.wait_s(name)
    assert len(buckets.kept) == 3


def test_a_header_names_a_reader_only_behind_a_proxy() -> None:
    scope = {"client": ("10.0.0.9", 1), "headers": [(b"x-forwarded-for", b"1.2.3.4, 5.6.7.8")]}

    assert reader_of(scope, behind_proxy=False) == "10.0.0.9"
    assert reader_of(scope, behind_proxy=True) == "5.6.7.8"
