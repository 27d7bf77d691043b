"""Pages made to be slow, large or broken: each is read or refused in bounded time and memory."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.test_reextract import page

MOST_S, MOST_MB = 10.0, 1_000

PAGES = {
    "paragraphs": "'<p>a' * 200_000",
    "a million paragraphs": "'<p>word word' * 1_000_000",
    "a million attributes": "'<p ' + ' '.join(f'a{n}=\"{n}\"' for n in range(1_000_000)) + '>text'",
    "a million names": "'<p ' + ' '.join(f'a{n}' for n in range(1_000_000)) + '>text'",
    "an attribute of 10 MB": "'<p title=\"' + 'x' * 10_000_000 + '\">text'",
    "nested tags": "'<div>' * 3_000_000",
    "nested in groups": "('<div>' * 900 + 'x' + '</div>' * 900) * 130",
    "entities": "'&amp;' * 4_000_000",
    "entities that are declared": (
        '\'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><p>&b;</p>\' * 10_000'
    ),
    "one paragraph of 25 MB": "'<p>' + 'word ' * 5_000_000",
    "NUL bytes": "'<p>\\0 text of it' * 100_000",
    "lone surrogates": "'<p>\\ud800 text of it' * 10_000",
    "a table": "'<table>' + '<tr><td>a<td>b' * 80_000",
    "links": "'<a href=x>link</a>' * 120_000",
    "meta elements": "'<meta name=author content=b>' * 240_000 + '<p>text'",
    "captions": (
        "'<article><p>' + 'long text ' * 50 + '</p>'"
        " + '<figure><figcaption>c</figcaption></figure>' * 60_000"
    ),
    "JSON in JSON": "'<script type=\"application/ld+json\">' + '[' * 500_000 + '</script><p>x'",
    "comments that do not end": "'<!--' * 240_000",
    "articles": "'<article><p>Some text of an article.</p></article>' * 60_000",
    "headings": "'<h1>Heading number one</h1>' * 120_000",
    "forms": "'<form><input type=email><p>Give us your address</p></form>' * 40_000",
}

READ = """
import json, resource, sys, time
from archiver.errors import InputError
from archiver.text import extract
from archiver.model import Capture, Uri
from datetime import UTC, datetime
text = eval(sys.argv[1])
capture = Capture(
    payload=text.encode("utf-8", "surrogatepass"), media_type="text/html", source="hostile.html",
    captured_at=datetime(2025, 1, 1, tzinfo=UTC), time_from="name", fallback_uri=Uri("file:x"),
)
del text
start = time.process_time()
try:
    found = type(extract(capture)).__name__
except InputError as error:
    found = str(error)
took = time.process_time() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([found, took, peak]))
"""


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_read_or_refused_within_bounds(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", READ, PAGES[name]],
        capture_output=True,
        text=True,
        check=True,
        timeout=6 * MOST_S,
    )
    found, took, peak = json.loads(done.stdout)

    assert found in {"Document", "Doubt"} or "hostile.html: " in found
    assert "\n" not in found
    assert took < MOST_S
    assert peak < MOST_MB


def test_one_hostile_page_among_others_is_a_failure_with_its_reason(
    tmp_path: Path, archiver: Callable[..., Ran]
) -> None:
    folder = tmp_path / "ferry"
    folder.mkdir()
    (folder / "2025-01-01.html").write_bytes(page("fog"))
    (folder / "2025-01-02.html").write_text("<div>" * 100_000)
    (folder / "2025-01-03.html").write_bytes(page("fog", "six"))

    done = archiver("snapshot", tmp_path / "news.db", folder)

    assert done.exit_code == 3
    assert "2025-01-02.html: nests more than 1,000 elements" in done.stderr
    assert "2 new versions, 1 failed" in done.stderr
