"""A search index for a site without a server: small files of words, by how they begin."""

import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from archiver.model import Article
from archiver.store import queries
from archiver.store.words import UNSPACED
from archiver.web.static_links import file_of

WORD: Final = re.compile(r"\w+")
UNSPACED_RUN: Final = re.compile(f"{UNSPACED.pattern}+")


def folded(text: str) -> str:
    """Give `text` without accents and case.

    >>> folded("Élysée")
    'elysee'
    """
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(part for part in parts if unicodedata.category(part) != "Mn")


def terms(text: str) -> set[str]:
    """Give what `text` is found by: words, and of unspaced scripts each character and each two.

    >>> sorted(terms("GDP 增长了"))
    ['gdp', '了', '增', '增长', '长', '长了']
    """
    plain = folded(text)
    found = set(WORD.findall(UNSPACED_RUN.sub(" ", plain)))
    for run in UNSPACED_RUN.findall(plain):
        found.update(run)
        found.update(run[index : index + 2] for index in range(len(run) - 1))
    return found


def shard(term: str) -> str:
    """Name the file that has `term`: by its first two characters, in hexadecimal.

    >>> shard("bridge"), shard("增长")
    ('62-72', '589e')
    """
    first = term[:1] if UNSPACED.match(term) else term[:2]
    return "-".join(f"{ord(character):x}" for character in first)


def write_index(connection: sqlite3.Connection, articles: Iterable[Article], folder: Path) -> None:
    """Write which articles have a word in any of their versions, and how those are called."""
    folder.mkdir(parents=True, exist_ok=True)
    listed = []
    postings: dict[str, list[int]] = {}
    for number, article in enumerate(articles):
        listed.append([article.title, file_of(f"/archive/-/article/{article.id}", feeds=False)])
        found: set[str] = terms(article.title)
        for version in queries.versions(connection, article.id):
            document = queries.document(connection, version.document_id)
            for text in (document.headline, *(block.text for block in document.blocks)):
                found |= terms(text)
        for term in found:
            postings.setdefault(term, []).append(number)
    shards: dict[str, dict[str, list[int]]] = {}
    for term in sorted(postings):
        shards.setdefault(shard(term), {})[term] = postings[term]
    _write(folder / "articles.json", listed)
    for name, part in shards.items():
        _write(folder / f"{name}.json", part)


def _write(path: Path, content: object) -> None:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")
