"""A paragraph that stands on other articles of the site too is labelled, and never left out."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.web.serving import served

Archiver = Callable[..., Ran]

APPEAL = "Our reporters depend on readers such as you; please give what you can before winter ends."
OWN = (
    "The bridge over the Lenn was closed on Sunday night after a crack had been found in a pier.",
    "Nobody was hurt, and the ferry carries cars until the engineers have looked at the stone.",
    "A decision is expected on Friday, when the council meets behind closed doors in the hall.",
)
SITE = "https://lenn-courier.example"


def page(*paragraphs: str) -> str:
    text = "".join(f"<p>{one}</p>" for one in paragraphs)
    return f"<html><body><article><h1>The bridge</h1>{text}</article></body></html>"


@pytest.fixture
def archive(tmp_path: Path, archiver: Archiver) -> Path:
    """The bridge article, which got the appeal, beside three others of its site that have it."""

    def record(name: str, url: str, *paragraphs: str) -> None:
        (tmp_path / name).write_text(page(*paragraphs), encoding="utf-8")
        archiver("snapshot", tmp_path / "news.db", tmp_path / name, "--url", url)

    for n in range(3):
        record(f"{n}.html", f"{SITE}/{n}", *(f"Story {n}: {text}" for text in OWN), APPEAL)
    record("2025-01-01.html", f"{SITE}/bridge", *OWN)
    record(
        "2025-01-02.html", f"{SITE}/bridge", *OWN[:2], APPEAL, OWN[2].replace("Friday", "Monday")
    )
    record("elsewhere.html", "https://other.example/bridge", *OWN)
    return tmp_path / "news.db"


def test_the_text_is_kept_and_labelled_in_json(archive: Path, archiver: Archiver) -> None:
    found = json.loads(archiver("diff", archive, f"{SITE}/bridge", "--json").stdout)

    labelled = [block["edits"][0][1] for block in found["blocks"] if block["furniture"]]
    assert labelled == [APPEAL]
    assert APPEAL in [change["new"] for change in found["changes"]]


def test_the_terminal_says_so(archive: Path, archiver: Archiver) -> None:
    shown = archiver("diff", archive, f"{SITE}/bridge").stdout

    assert "Also on other articles of the site:" in shown
    assert shown.count("Also on other articles") == 1


@pytest.mark.asyncio
async def test_the_page_says_so(archive: Path) -> None:
    shown = await served(archive).client.get("/news/-/compare/4/1...2", follow_redirects=True)

    assert shown.text.count("Also on other articles of the site") == 1


def test_two_other_articles_are_not_enough(tmp_path: Path, archiver: Archiver) -> None:
    for n in range(3):
        for day in (1, 2):
            text = page(*(f"Story {n}: {one}" for one in OWN), *([APPEAL] if day == 2 else []))
            (tmp_path / f"2025-01-0{day}.html").write_text(text, encoding="utf-8")
            archiver(
                "snapshot",
                tmp_path / "news.db",
                tmp_path / f"2025-01-0{day}.html",
                "--url",
                f"{SITE}/{n}",
            )

    found = json.loads(archiver("diff", tmp_path / "news.db", f"{SITE}/0", "--json").stdout)

    assert not any(block["furniture"] for block in found["blocks"])
