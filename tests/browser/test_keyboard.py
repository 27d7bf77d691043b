"""By keyboard alone, without a script: from what changed to a citation, focus always in sight."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import Look

pytestmark = pytest.mark.browser

STEPS_MAX = 150


def focused(chrome: Any) -> Any:
    return chrome.switch_to.active_element


def press(chrome: Any, key: str) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    ActionChains(chrome).send_keys(key).perform()


def is_in_sight(chrome: Any) -> bool:
    """Tell whether the element in focus is on the screen, and drawn as such."""
    element = focused(chrome)
    if element.tag_name == "body":
        return True  # past the end of the page, before its beginning
    if element.get_attribute("type") == "date":
        return True  # the browser marks its day, month or year, which no style tells
    outline = element.value_of_css_property("outline-style")
    shape = element.rect
    return outline != "none" and shape["width"] > 1 and shape["height"] > 1


def tab_to(chrome: Any, wanted: Callable[[Any], bool]) -> None:
    """Press Tab until what is wanted has the focus; what has it on the way must be seen."""
    from selenium.webdriver.common.keys import Keys

    for _ in range(STEPS_MAX):
        press(chrome, Keys.TAB)
        assert is_in_sight(chrome), focused(chrome).get_attribute("outerHTML")
        if wanted(focused(chrome)):
            return
    pytest.fail(f"not reached by {STEPS_MAX} steps of Tab on {chrome.current_url}")


def goes_to(part: str) -> Callable[[Any], bool]:
    return lambda element: part in (element.get_attribute("href") or "")


@pytest.mark.parametrize("width", [1280, 360])
def test_a_reader_needs_no_mouse(
    chromium: Callable[[Look], Any], example_address: str, width: int
) -> None:
    from selenium.webdriver.common.keys import Keys
    from selenium.webdriver.support.expected_conditions import url_contains
    from selenium.webdriver.support.wait import WebDriverWait

    with chromium(Look(width=width, javascript=False)) as chrome:
        wait = WebDriverWait(chrome, 20)
        chrome.get(f"{example_address}/-/changes")
        tab_to(chrome, goes_to("/-/article/"))
        press(chrome, Keys.ENTER)
        wait.until(url_contains("/-/article/"))

        tab_to(chrome, lambda element: element.get_attribute("name") == "old")
        press(chrome, Keys.ARROW_DOWN)
        tab_to(chrome, lambda element: element.tag_name == "button" and element.text != "")
        press(chrome, Keys.ENTER)
        wait.until(url_contains("..."))

        tab_to(chrome, goes_to("#row-"))
        press(chrome, Keys.ENTER)
        wait.until(url_contains("#row-"))

        chrome.get(chrome.current_url.partition("#")[0])
        tab_to(chrome, goes_to("/-/cite/"))
        press(chrome, Keys.ENTER)
        wait.until(url_contains("/-/cite/"))
        assert "SHA-256" in chrome.page_source
