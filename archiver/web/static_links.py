"""Addresses of pages, files of a static site: which page is which file, and how they link."""

import posixpath
import re
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from archiver.web.publish import NAME

ROOT: Final = f"/{NAME}/-/"
ORIGIN: Final = "http://localhost"
"""What Datasette's client in this process calls itself."""

PAGES: Final = ("changes", "site", "article", "version", "compare", "blame")
QUERIES: Final = {
    "changes": {"before"},
    "site": {"before"},
    "article": {"before"},
    "compare": {"view"},
}
"""What a page may be asked for in a static site: where it goes on, and both sides."""

FILES: Final = re.compile(r"\.(svg|txt|bib|json|css)$")
SEGMENT: Final = re.compile(r"[A-Za-z0-9~_-][A-Za-z0-9~._-]*")
STYLES: Final = re.compile(r"^/-/.*\.css$")
UNSAFE: Final = re.compile(r"[^A-Za-z0-9_-]+")


def file_of(address: str, *, feeds: bool) -> str:
    """Give the file of a page, by its path and query; "" for what a static site does not have.

    >>> file_of("/archive/-/article/12", feeds=False)
    'article/12/index.html'
    >>> file_of("/archive/-/changes?before=2025-01-02T03:04:05Z~7", feeds=False)
    'changes/before-2025-01-02T03-04-05Z-7/index.html'
    >>> file_of("/archive/-/changes?grade=number", feeds=False)
    ''
    """
    parts = urlsplit(address)
    if STYLES.match(parts.path):
        return f"static/{posixpath.basename(parts.path)}"
    if not parts.path.startswith(ROOT):
        return ""
    place = parts.path.removeprefix(ROOT)
    if place == "search":
        return "search/index.html"
    segments = place.split("/")
    if not all(SEGMENT.fullmatch(segment) for segment in segments):
        return ""
    asked = [(name, value) for name, value in parse_qsl(parts.query) if value != "inline"]
    if place.endswith(".atom"):
        return place if feeds and not asked else ""
    if segments[0] in {"card", "cite"} and FILES.search(place):
        return place
    kind = segments[0]
    if kind not in PAGES or FILES.search(place):
        return ""
    if {name for name, _ in asked} - QUERIES.get(kind, set()):
        return ""
    more = "".join(f"/{name}-{UNSAFE.sub('-', value)}" for name, value in asked)
    if place == "changes" and not more:
        return "index.html"
    return f"{place}{more}/index.html"


def relative(target: str, page: str) -> str:
    """Give what leads from the file `page` to the file `target`.

    >>> relative("article/12/index.html", "index.html")
    'article/12/index.html'
    >>> relative("index.html", "article/12/index.html")
    '../../index.html'
    """
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def local(address: str, base: str) -> str:
    """Give the path and query of what a link leads to; "" where it leads elsewhere."""
    whole = urljoin(f"{ORIGIN}{base}", address)
    parts = urlsplit(whole)
    if f"{parts.scheme}://{parts.netloc}" != ORIGIN:
        return ""
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


SERVED: Final = (
    "//script | //form[@class] | //form//button | //form//label | //form//input"
    " | //a[@type='application/json']"
    " | //link[@rel='service-desc']"
    " | //*[@class='pick' or @class='pick-head' or @class='send']"
)
"""What needs a server, or a script. The timeline of an article is in a form too, and stays."""

OFFERED: Final = (f"{ROOT}article?", f"{ROOT}changes.", f"{ROOT}search.")

POLICY: Final = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; "
    "form-action 'none'; base-uri 'none'"
)


def rewritten(
    html: str, address: str, page: str, resolved: Callable[[str], str], base_url: str
) -> str:
    """Give the page at `address` as the file `page`: its links relative, without forms or scripts.

    `resolved` gives the file of an address, "" where there is none: then the words stay, and the
    link goes. Links of feeds and pictures for others need `base_url`, and go without it.
    """
    from lxml import etree
    from lxml import html as lxml_html

    tree: Any = lxml_html.document_fromstring(html)
    for gone in tree.xpath(SERVED):
        gone.drop_tree()
    for form in tree.xpath("//form"):
        form.drop_tag()
    for meta in tree.xpath("//meta[@property='og:url' or @property='og:image']"):
        target = resolved(local(meta.get("content"), address))
        if base_url and target:
            meta.set("content", f"{base_url}{target}")
        else:
            meta.drop_tree()
    for node in tree.xpath("//*[@href]"):
        _relink(node, address, page, resolved, base_url)
    for line in tree.xpath("//p[@class='meta-line']"):
        if not line.text_content().strip(" ·\n"):
            line.drop_tree()
    for node in tree.iter():
        if node.text and ORIGIN in node.text:
            node.text = retold(node.text, resolved, base_url)
        if node.tail and ORIGIN in node.tail:
            node.tail = retold(node.tail, resolved, base_url)
    policy = etree.Element("meta")
    policy.set("http-equiv", "Content-Security-Policy")
    policy.set("content", POLICY)
    tree.find("head").insert(0, policy)
    charset = etree.Element("meta", charset="utf-8")
    tree.find("head").insert(0, charset)
    return str(lxml_html.tostring(tree, encoding="unicode", doctype="<!DOCTYPE html>"))


TOLD: Final = re.compile(rf"{ORIGIN}(/{NAME}/-/[^\s\"'<>{{}}]*[^\s\"'<>{{}}.,;)])")


def retold(text: str, resolved: Callable[[str], str], base_url: str) -> str:
    """Give `text` with the addresses of pages in it as those of the site's files."""
    return TOLD.sub(lambda found: f"{base_url}{resolved(found[1])}", text)


def _relink(
    node: Any, address: str, page: str, resolved: Callable[[str], str], base_url: str
) -> None:
    href, fragment = urldefrag(node.get("href"))
    if not href:
        return
    there = local(href, address)
    if not there:
        return
    target = resolved(there)
    mark = f"#{fragment}" if fragment else ""
    if target and node.get("rel") == "canonical":
        if base_url:
            node.set("href", f"{base_url}{target}")
        else:
            node.drop_tree()
    elif target:
        node.set("href", f"{relative(target, page)}{mark}")
    elif node.tag == "a" and (there.startswith(OFFERED) or ".atom" in there):
        node.drop_tree()  # the words too: they offer what is not here
    elif node.tag == "a":
        del node.attrib["href"]
    else:
        node.drop_tree()
