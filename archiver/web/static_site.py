"""The pages as a static site: made by Datasette in this process, served by any web server."""

import asyncio
import json
import re
import shutil
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple
from xml.etree import ElementTree

from archiver import __version__
from archiver.errors import ArchiverError, StoreError
from archiver.store import lately, queries, withdrawals
from archiver.store.files import reading
from archiver.store.permanent import reference
from archiver.store.state import state
from archiver.store.words import UNSPACED
from archiver.web import pages
from archiver.web.cells import STYLE_PATH
from archiver.web.publish import NAME, publish
from archiver.web.serve import register_plugin, settings
from archiver.web.static_links import ROOT, file_of, local, retold, rewritten
from archiver.web.static_search import write_index

JOURNAL: Final = ".archiver-site.jsonl"
"""What was written, page by page, so that a run goes on where one was stopped."""

DOWNLOAD: Final = f"{NAME}.db"
ATOM: Final = "http://www.w3.org/2005/Atom"
SITES_MAX: Final = 1_000_000
NUMBERED: Final = re.compile(
    rf"^({ROOT}(?:version|compare|cite|card)/(\d+)/)(\d+)(?:(\.\.\.)(\d+))?"
)


class Page(NamedTuple):
    """One file of the site: what it was made of; `is_new` where this run wrote it."""

    address: str
    file: str
    is_new: bool


class Published(NamedTuple):
    """What a site is made of: a copy without what was withdrawn."""

    database: Path
    seeds: tuple[str, ...]
    names: dict[str, list[str]]
    """The permanent names of the versions of each article, by its id in addresses."""


def write_site(db_path: Path, folder: Path, *, base_url: str, moment: str) -> Iterator[Page]:
    """Write the site into `folder`, and give each file when it is there.

    `base_url` is where it will be, with a slash at its end; without it there are no feeds, which
    need whole addresses. Raise StoreError where `folder` holds something else.
    """
    header = {"archiver": __version__, "state": _state(db_path), "base_url": base_url}
    known = _known(folder, header)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="archiver-site-") as scratch:
        made = publish(db_path, Path(scratch) / "copy", moment=moment)
        published = _read(made.database)
        journal = folder / JOURNAL
        if not known:
            journal.write_text(json.dumps(header) + "\n", encoding="utf-8")
        with journal.open("a", encoding="utf-8") as written:
            for page, links in _pages(published, folder, base_url, known):
                if page.is_new:
                    written.write(json.dumps([page.address, page.file, links]) + "\n")
                yield page
        for name in _write_search(published, folder):
            yield Page("", name, is_new=True)
        shutil.copyfile(made.database, folder / DOWNLOAD)
        yield Page("", DOWNLOAD, is_new=True)


def _state(db_path: Path) -> str:
    with reading(db_path) as connection:
        return state(connection)


def _known(folder: Path, header: dict[str, str]) -> dict[str, list[str]]:
    """Give the links of each file that an earlier run wrote of the same archive.

    Remove what it wrote of another state of it: every page may differ.
    """
    journal = folder / JOURNAL
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder}: is a file. Name a folder that is not there yet")
    if not journal.is_file():
        if folder.is_dir() and any(folder.iterdir()):
            raise StoreError(
                f"{folder}: holds something that `archiver export` did not write. "
                "Name another folder"
            )
        return {}
    first, *lines = journal.read_text(encoding="utf-8").splitlines() or [""]
    if first != json.dumps(header):
        for child in folder.iterdir():
            shutil.rmtree(child) if child.is_dir() else child.unlink()
        return {}
    known = {}
    for line in lines:
        try:
            _, file, links = json.loads(line)
        except ValueError:
            break  # the line that was being written when the run was stopped
        if (folder / file).is_file():
            known[file] = links
    return known


def _read(database: Path) -> Published:
    from datasette.utils import tilde_encode

    with reading(database) as connection:
        withdrawn = {one.article_id for one in withdrawals.withdrawals(connection)}
        shown = [one for one in queries.articles(connection) if one.id not in withdrawn]
        names = {
            str(one.id): [reference(each) for each in queries.versions(connection, one.id)]
            for one in shown
        }
        hosts = [site.host for site in lately.sites(connection, SITES_MAX) if site.articles_n]
    return Published(
        database,
        (
            f"{ROOT}changes",
            f"{ROOT}changes.atom",
            STYLE_PATH,
            *(f"{ROOT}article/{one.id}" for one in shown),
            *(f"{ROOT}site/{tilde_encode(host)}" for host in hosts),
        ),
        names,
    )


def _pages(
    published: Published, folder: Path, base_url: str, known: dict[str, list[str]]
) -> Iterator[tuple[Page, list[str]]]:
    """Give every page that the seeds lead to, and where each leads."""
    from datasette.app import Datasette

    register_plugin()
    chosen = settings(published.database)
    options: dict[str, Any] = {"metadata": chosen.metadata, "settings": {"num_sql_threads": 1}}
    datasette = Datasette(files=[], immutables=[str(published.database)], **options)

    def canonical(address: str) -> str:
        return NUMBERED.sub(lambda found: _named(found, published.names), address)

    def file(address: str) -> str:
        return file_of(canonical(address), feeds=bool(base_url))

    waiting = deque(published.seeds)
    seen: set[str] = set()
    with asyncio.Runner() as runner:
        while waiting:
            address = canonical(waiting.popleft())
            target = file(address)
            if not target or target in seen or target.startswith("search/"):
                continue
            seen.add(target)
            if target in known:
                waiting.extend(known[target])
                yield Page(address, target, is_new=False), known[target]
                continue
            answer = runner.run(datasette.client.get(address, follow_redirects=True))
            if answer.status_code != 200:
                raise ArchiverError(f"{address}: the page could not be made: {answer.status_code}")
            content, links = _content(answer, address, target, file, base_url)
            _put(folder / target, content)
            waiting.extend(links)
            yield Page(address, target, is_new=True), links


def _named(found: re.Match[str], names: dict[str, list[str]]) -> str:
    """Give an address by number as the permanent one; as it is where there is no such version."""
    head, article, *numbers = found[1], found[2], found[3], found[5]
    versions = names.get(article, [])
    asked = [int(number) for number in numbers if number]
    if not all(0 < number <= len(versions) for number in asked):
        return found[0]
    return head + "...".join(versions[number - 1] for number in asked)


def _content(
    answer: Any, address: str, target: str, file: Callable[[str], str], base_url: str
) -> tuple[bytes, list[str]]:
    """Give the bytes of a file, and the pages that it leads to."""
    from lxml import html as lxml_html

    if target.endswith(".atom"):
        return _feed(answer.text, file, base_url), []
    if not target.endswith(".html"):
        return retold(answer.text, file, base_url).encode(), []
    tree: Any = lxml_html.document_fromstring(answer.text)
    there = [local(node.get("href"), address) for node in tree.xpath("//a[@href] | //link[@href]")]
    links = list(dict.fromkeys(link for link in there if link and file(link)))
    page = rewritten(answer.text, address, target, file, base_url)
    if target == "index.html":
        offer = f'<p class="bar"><a href="{DOWNLOAD}" download>Download the database</a></p></main>'
        page = page.replace("</main>", offer, 1)
    return page.encode("utf-8", "replace"), links


def _feed(text: str, file: Callable[[str], str], base_url: str) -> bytes:
    """Give a feed with whole addresses of the site in it."""
    ElementTree.register_namespace("", ATOM)
    root = ElementTree.fromstring(text)  # noqa: S314 - we wrote it
    for link in root.iter(f"{{{ATOM}}}link"):
        link.set("href", base_url + file(local(link.get("href", ""), "/")))
    for name in root.findall(f"{{{ATOM}}}id"):
        name.text = base_url + file(local(name.text or "", "/"))
    whole: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return whole


def _put(path: Path, content: bytes) -> None:
    """Write a file whole, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    begun = path.with_name(f".{path.name}.begun")
    begun.write_bytes(content)
    begun.replace(path)


def _write_search(published: Published, folder: Path) -> Iterator[str]:
    search = folder / "search"
    with reading(published.database) as connection:
        shown = [one for one in queries.articles(connection) if str(one.id) in published.names]
        write_index(connection, shown, search)
    html = pages.fragment("static_search.html", unspaced=UNSPACED.pattern)
    _put(search / "index.html", str(html).encode())
    script = Path(__file__).parent / "templates" / "static_search.js"
    _put(search / "search.js", script.read_bytes())
    yield from ("search/index.html", "search/search.js")
