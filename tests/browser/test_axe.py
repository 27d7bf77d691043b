"""axe-core finds nothing serious on any page of ours, light, dark or narrow."""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Look
from tests.browser.test_pages import MISSING, READ

pytestmark = pytest.mark.browser

RUN = """
const done = arguments[arguments.length - 1]
axe.run(document, {resultTypes: ["violations"]}).then(done)
"""


@pytest.fixture(scope="module")
def axe() -> str:
    """Give axe-core, from the package that carries it."""
    found = find_spec("axe_playwright_python")
    assert found
    assert found.origin
    return (Path(found.origin).parent / "axe.min.js").read_text(encoding="utf-8")


def serious(chrome: Any, axe: str) -> list[str]:
    """Give what is serious or worse on the page, with where it is."""
    chrome.execute_script(axe)
    found = chrome.execute_async_script(RUN)
    return [
        f"{one['id']}: {one['help']}: {node['target']} {node['html'][:120]}"
        for one in found["violations"]
        if one["impact"] in {"serious", "critical"}
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("look", [Look(), Look(dark=True), Look(width=360)], ids=str)
def test_axe_finds_nothing_serious(
    chromium: Callable[[Look], Any], example_address: str, axe: str, look: Look
) -> None:
    with chromium(look) as chrome:
        chrome.set_script_timeout(30)
        found = {}
        for page in (*READ, *MISSING):
            chrome.get(f"{example_address}/-/{page}")
            found[page] = serious(chrome, axe)

    assert {page: faults for page, faults in found.items() if faults} == {}


def test_axe_would_find_something(chromium: Callable[[Look], Any], axe: str) -> None:
    with chromium(Look()) as chrome:
        chrome.get("data:text/html,<title>A</title><main><h1>A</h1><img src=a.png></main>")

        assert any(fault.startswith("image-alt") for fault in serious(chrome, axe))
