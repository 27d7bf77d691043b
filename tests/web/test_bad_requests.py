"""Requests that are refused: the answer is short and clear, and nothing is written about it."""

import subprocess
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.web.serving import serving

BAD = (
    "/archive/articles?_search=%22&_searchmode=raw",
    "/archive/articles?_where=nonsense(",
    "/archive.json?sql=select",
    "/archive?sql=delete+from+articles",
    "/archive/nothing",
    "/archive/-/article/nothing",
    "/archive/-/article/999999",
    "/archive/-/compare/1/1...99",
    "/archive/-/compare/1/0...0",
    "/archive/-/phrase/999?q=bridge",
    "/archive/-/site/nowhere.example",
    "/archive/-/search?q=%00%22%27%28*",
    "/nothing/-/changes",
)


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310 - loopback
            return int(answer.status)
    except urllib.error.HTTPError as error:
        error.read()
        return error.code


def log(process: "subprocess.Popen[str]") -> str:
    """End the server, and give what it wrote to standard error since it was ready."""
    process.terminate()
    _, written = process.communicate(timeout=20)
    return written


def test_a_refused_request_writes_no_traceback(example: Path, tmp_path: Path) -> None:
    pytest.importorskip("rich")
    with serving(example, tmp_path) as (address, process):
        answers = {path: status(address + path) for path in BAD}
        written = log(process)

    assert {path for path, answer in answers.items() if answer >= 500} == set()
    assert sum(answer >= 400 for answer in answers.values()) >= 10
    assert "Traceback" not in written
    assert len(written.encode()) < 200 * len(BAD), written[-2000:]
