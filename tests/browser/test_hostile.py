"""Texts that would be code are inert and legible on every page, feed and card, CSP or none."""

import json
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.browser.conftest import Look
from tests.web.serving import serving

pytestmark = pytest.mark.browser

OWN = "document.title='owned';window.owned=1"
CODE = (
    f"<script>{OWN}</script>",
    f'"><img src=x onerror="{OWN}">',
    f'\'><svg onload="{OWN}">',
    f"</title></style></textarea><script>{OWN}</script>",
    f'<a href="javascript:{OWN}">bridge</a> [bridge](javascript:{OWN})',
    "{{ 7*77777 }} {% raw %} ${7*77777} #{7*77777}",
    "]]> --> <!-- <![CDATA[ &lt;script&gt; &#60;script&#62;",
    "\u202egpj.exe\u2066 \u200b bridge \u00ad",
    "a\x01b\x1b[31m bridge",  # a file with NULs is refused
)
OLD = "\n\n".join((f"Bridge {CODE[0]} {CODE[7]}", *CODE, "b" * 1_000_000, "bridge 12"))
NEW = OLD.replace("bridge", f"bridge {CODE[1]} {CODE[5]}").replace("bbb", "bbc", 1)
HTML = (
    "changes",
    "site/files",
    "article/1",
    "version/1/1",
    "version/1/2",
    "compare/1/1...2",
    "compare/1/1...2?view=side&context=all",
    "blame/1/2",
    "phrase/1?q=bridge",
    "search?q=bridge",
    "search?q=bridge&in=removed",
    "search?q=onerror&in=inserted",
    "search?q=%3Cscript%3Edocument.title",
)
OTHER = (
    "card/1/1...2.svg",
    "changes.atom",
    "changes.feed.json",
    "article/1.atom",
    "search.atom?q=bridge",
    "cite/1/2.txt",
    "cite/1/2.bib",
    "cite/1/2.json",
    "compare/1/1...2.json",
)
FOUND = """
return [
    document.title, String(window.owned),
    [...document.querySelectorAll("script, img, iframe, object, embed, [onload], [onerror]")]
        .map(node => node.outerHTML).filter(html => /owned|<img/.test(html)),
    [...document.querySelectorAll("a")].map(a => a.getAttribute("href") || "")
        .filter(href => href.trim().toLowerCase().startsWith("javascript")),
    (document.scrollingElement || document.documentElement).scrollWidth, innerWidth,
    document.documentElement.textContent.includes("544439"),
]
"""
HITS_N = 'return document.querySelectorAll(".hits > li").length'


@pytest.fixture(scope="module")
def hostile_address(
    tmp_path_factory: pytest.TempPathFactory, archive_of: Callable[[Path, Path], None]
) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    story = folder / "snapshots" / "story"
    story.mkdir(parents=True)
    for number, text in enumerate((OLD, NEW), 1):
        path = story / f"2025-01-0{number}.txt"
        path.write_text(text, encoding="utf-8")
    archive_of(folder / "archive.db", folder / "snapshots")
    with serving(folder / "archive.db", folder) as (address, _):
        yield f"{address}/archive/-"


@pytest.mark.parametrize("csp", [True, False], ids=["csp", "no csp"])
def test_hostile_texts_are_inert_and_legible(
    chromium: Callable[[Look], Any], hostile_address: str, csp: bool
) -> None:
    with chromium(Look(width=360)) as chrome:
        chrome.execute_cdp_cmd("Page.enable", {})
        chrome.execute_cdp_cmd("Page.setBypassCSP", {"enabled": not csp})
        for page in (*HTML, *OTHER):
            chrome.get(f"{hostile_address}/{page}")
            title, owned, nodes, links, wide, window, computed = chrome.execute_script(FOUND)

            assert (title != "owned", owned, nodes, links) == (True, "undefined", [], []), page
            assert not computed, page
            if "search?" in page and page in HTML:
                assert chrome.execute_script(HITS_N), page
            if page in HTML:
                assert wide <= window == 360, (page, wide)


def test_feeds_and_cards_of_hostile_texts_are_well_formed(hostile_address: str) -> None:
    for page in OTHER:
        with urllib.request.urlopen(f"{hostile_address}/{page}", timeout=20) as answer:  # noqa: S310 - loopback
            text = answer.read().decode()
        if ".json" in page:
            json.loads(text)
        elif ".atom" in page or ".svg" in page:
            assert not list(ElementTree.fromstring(text).iter("{http://www.w3.org/2000/svg}script"))
        assert "\x00" not in text, page
