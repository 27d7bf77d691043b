"""The labelled pages that stand beside the project: whole texts, or segments of them."""

import gzip
import json
from pathlib import Path
from typing import NamedTuple

from archiver.text.decode import decode_html
from benchmarks.diff.pairs import shared_folder


class Page(NamedTuple):
    """A page with its true text, or with segments that must and must not be in it."""

    name: str
    html: str
    text: str = ""
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()


def folder() -> Path:
    return shared_folder() / "data" / "html_articles"


def whole_texts() -> list[Page]:
    """Give 24 news pages with their whole text (scrapinghub's benchmark)."""
    home = folder() / "article_extraction_benchmark"
    if not home.is_dir():
        return []
    truth = json.loads((home / "ground-truth.json").read_text(encoding="utf-8"))
    return [
        Page(
            name,
            decode_html(gzip.decompress((home / "html" / f"{name}.html.gz").read_bytes())).text,
            text=told["articleBody"],
        )
        for name, told in sorted(truth.items())
    ]


def segments() -> list[Page]:
    """Give 29 pages with segments (trafilatura's evaluation)."""
    home = folder() / "trafilatura_eval"
    if not home.is_dir():
        return []
    truth = json.loads((home / "gold_segments.json").read_text(encoding="utf-8"))
    return [
        Page(
            told["file"],
            decode_html((home / "html" / told["file"]).read_bytes()).text,
            must=tuple(told["with"]),
            must_not=tuple(told["without"]),
        )
        for _, told in sorted(truth.items())
    ]
