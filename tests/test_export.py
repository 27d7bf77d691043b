"""A static site: every link leads somewhere, nothing withdrawn is in it, a second run is quick."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree import ElementTree

import pytest
from lxml import html as lxml_html

from tests.conftest import Ran

Command = Callable[..., Ran]
BASE = "https://archive.example.org/news/"
ORIGIN = "http://site.example/"


@pytest.fixture(scope="module")
def site(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from archiver.web.static_site import write_site

    folder = tmp_path_factory.mktemp("site") / "out"
    list(write_site(example, folder, base_url=BASE, moment="2025-12-01T00:00:00Z"))
    return folder


def links(folder: Path, page: str) -> list[tuple[str, str]]:
    """Give where the links of a page lead, as they stand and as files or addresses."""
    tree: Any = lxml_html.document_fromstring((folder / page).read_text(encoding="utf-8"))
    hrefs = [node.get("href") for node in tree.xpath("//*[@href]")]
    return [(href, urldefrag(urljoin(f"{ORIGIN}{page}", href))[0]) for href in hrefs]


def test_every_link_leads_to_a_file(site: Path) -> None:
    seen, waiting, broken = set(), ["index.html"], []
    while waiting:
        page = waiting.pop()
        if page in seen:
            continue
        seen.add(page)
        if not page.endswith(".html"):
            continue
        for href, target in links(site, page):
            if not target.startswith(ORIGIN):
                continue
            file = unquote(target.removeprefix(ORIGIN))
            if not (site / file).is_file():
                broken.append((page, href))
            elif (site / file).resolve().is_relative_to(site.resolve()):
                waiting.append(file)

    assert broken == []
    written = {str(one.relative_to(site)) for one in site.rglob("*.html")}
    assert written - seen == set()
    assert {"index.html", "article/1/index.html", "search/index.html"} <= seen
    assert any(page.startswith("compare/") for page in seen)
    assert any(page.startswith("blame/") for page in seen)


def test_no_page_has_a_form_or_a_script_but_the_search(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "Content-Security-Policy" in text
        if page.parent.name != "search":
            assert "<form" not in text, page
            assert "<script" not in text, page
    for page in site.rglob("*"):
        if page.suffix in {".html", ".txt", ".bib", ".json", ".svg", ".atom"}:
            assert "localhost" not in page.read_text(encoding="utf-8"), page


def test_an_article_keeps_its_timeline_and_loses_what_needs_a_server(site: Path) -> None:
    tree: Any = lxml_html.parse(site / "article" / "1" / "index.html")
    text = " ".join(tree.getroot().text_content().split())

    assert "1. Old Version" in text
    assert "Changed between 4 March 2025" in text
    assert "When did these words come and go?" not in text
    assert not tree.xpath("//input | //button | //label | //*[@class='pick']")


def test_feeds_have_whole_addresses_of_the_site(site: Path) -> None:
    feed = ElementTree.fromstring((site / "changes.atom").read_bytes())
    hrefs = [link.get("href", "") for link in feed.iter("{http://www.w3.org/2005/Atom}link")]

    assert len(hrefs) > 3
    for href in hrefs:
        assert (site / href.removeprefix(BASE)).is_file(), href


@pytest.mark.parametrize("letter", "a山")
def test_the_index_finds_words(site: Path, example: Path, letter: str) -> None:
    """An English word, and two Chinese characters."""
    from archiver.store.words import UNSPACED
    from archiver.web.static_search import folded, shard

    with closing(sqlite3.connect(example)) as connection:
        titles = [title for (title,) in connection.execute("select title from articles")]
    is_chinese = bool(UNSPACED.match(letter))
    title = next(one for one in titles if bool(UNSPACED.match(one)) == is_chinese)
    words = title[:2] if is_chinese else folded(title).split()[-1]
    articles = json.loads((site / "search" / "articles.json").read_text(encoding="utf-8"))
    part = json.loads((site / "search" / f"{shard(words)}.json").read_text(encoding="utf-8"))

    assert part[words]
    assert all((site / articles[number][1]).is_file() for number in part[words])


def test_the_database_can_be_downloaded_without_fetched_bytes(site: Path) -> None:
    with closing(sqlite3.connect(site / "archive.db")) as connection:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
        assert connection.execute("select count(*) from versions").fetchone()[0] > 5


def test_a_second_run_writes_no_page_again(
    archiver: Command, example: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    first = json.loads(archiver("export", example, out, "--to", "site", "--json").stdout)
    (out / "index.html").unlink()
    again = json.loads(archiver("export", example, out, "--to", "site", "--json").stdout)

    assert first["files"] == first["new"] == again["files"]
    assert again["new"] == 1 + 3, "the page that was lost, the search and the database"
    assert (out / "index.html").is_file()
    assert not list(out.rglob("*.atom"))


def test_what_is_withdrawn_is_nowhere(archiver: Command, example: Path, tmp_path: Path) -> None:
    db = tmp_path / "news.db"
    db.write_bytes(example.read_bytes())
    assert archiver("withdraw", db, "1", "--reason", "a court order").exit_code == 0
    with closing(sqlite3.connect(example)) as connection:
        (title,) = connection.execute("select title from articles where id = 1").fetchone()

    assert archiver("export", db, tmp_path / "out").exit_code == 0

    files = [one for one in (tmp_path / "out").rglob("*") if one.is_file()]
    assert len(files) > 50
    assert [one for one in files if title.encode() in one.read_bytes()] == []


def test_a_folder_of_others_is_left_alone(archiver: Command, example: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")

    ran = archiver("export", example, tmp_path)

    assert ran.exit_code == 1
    assert "holds something that `archiver export` did not write" in ran.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]
