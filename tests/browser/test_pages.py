"""Our pages in a real Chromium: they fit, they can be told apart, and they run no script."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import Look
from tests.web.addresses import PAGES

pytestmark = pytest.mark.browser

FILES = (".atom", ".json", ".svg", ".txt", ".bib")
READ = tuple(page for page in PAGES if not page.partition("?")[0].endswith(FILES))
MISSING = ("article/999", "phrase/1", "search", "search?q=nowhere-at-all", "changes?grade=moved")
TEXTS = ("compare/2/1...4?view=side&context=all", "compare/4/1...4", "compare/1/1...5")
LOOKS = (Look(), Look(width=360), Look(dark=True), Look(width=360, dark=True))
Opened = Callable[[Look], Any]


def errors(chrome: Any) -> list[str]:
    """Give what the console complains of; that our pages run no script is as it should be."""
    return [
        entry["message"]
        for entry in chrome.get_log("browser")
        if "Content Security Policy" not in entry["message"] and "404" not in entry["message"]
    ]


def style(chrome: Any, selector: str, name: str) -> str:
    return str(chrome.find_element("css selector", selector).value_of_css_property(name))


def luminance(colour: str) -> float:
    """Give the relative luminance of an rgb() colour (WCAG 2.2)."""
    parts = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_pages_fit_their_window_and_raise_no_error(
    chromium: Opened, example_address: str, look: Look
) -> None:
    with chromium(look) as chrome:
        for page in (*READ, *MISSING, *TEXTS):
            chrome.get(f"{example_address}/-/{page}")

            wide, window = chrome.execute_script(
                "return [document.scrollingElement.scrollWidth, innerWidth]"
            )
            assert wide <= window == look.width, page
            assert errors(chrome) == [], page


@pytest.mark.parametrize("dark", [False, True])
def test_changes_are_told_apart_with_and_without_colour(
    chromium: Opened, example_address: str, dark: bool
) -> None:
    with chromium(Look(dark=dark)) as chrome:
        chrome.get(f"{example_address}/-/compare/1/1...5")

        page = style(chrome, "body", "background-color")
        assert (luminance(page) < 0.1) == dark
        assert "line-through" in style(chrome, "del", "text-decoration")
        assert "underline" in style(chrome, "ins", "text-decoration")
        for selector in ("del", "ins"):
            ink, ground = (style(chrome, selector, n) for n in ("color", "background-color"))
            assert contrast(ink, ground) >= 4.5
        for selector in (".meta-line", ".arc a", ".text"):
            assert contrast(style(chrome, selector, "color"), page) >= 4.5, selector


def test_two_versions_are_picked_and_compared_without_javascript(
    chromium: Opened, example_address: str
) -> None:
    from selenium.webdriver.support.expected_conditions import url_contains
    from selenium.webdriver.support.wait import WebDriverWait

    with chromium(Look(width=360, javascript=False)) as chrome:
        chrome.get(f"{example_address}/-/article/1")
        chrome.find_element("css selector", "input[name=old][value='2']").send_keys(" ")
        chrome.find_element("css selector", "input[name=new][value='4']").send_keys(" ")
        chrome.find_element("css selector", ".send button").send_keys("\n")

        WebDriverWait(chrome, 20).until(url_contains("/-/compare/1/2025"))
        inserted = [found.text for found in chrome.find_elements("tag name", "ins")]
        assert any("12,400" in text for text in inserted)

        chrome.find_element("link text", "Side by side").click()
        assert chrome.find_elements("css selector", ".pair.changed")


def test_the_sides_stand_beside_each_other_or_one_above_the_other(
    chromium: Opened, example_address: str
) -> None:
    places = """
        const row = document.querySelector(".pair.changed.edited:not(.field)")
        return [...row.querySelectorAll(".half")].map(half => half.getBoundingClientRect().top)
    """
    for width, beside in ((1280, True), (360, False)):
        with chromium(Look(width=width)) as chrome:
            chrome.get(f"{example_address}/-/compare/1/1...2?view=side")
            old, new = chrome.execute_script(places)
            assert (old == new) == beside


def test_a_fold_opens_where_it_was(chromium: Opened, example_address: str) -> None:
    with chromium(Look(javascript=False)) as chrome:
        chrome.get(f"{example_address}/-/compare/1/1...2")
        fold = chrome.find_element("css selector", ".fold a")
        row = fold.get_attribute("href").rpartition("#")[2]

        fold.click()

        assert chrome.find_elements("id", row)
        assert not chrome.find_elements("css selector", ".fold")


def test_hostile_texts_do_nothing(chromium: Opened, strange_address: str) -> None:
    pages = (
        "/-/article/1",
        "/-/version/1/2",
        "/-/compare/1/1...2",
        "/-/compare/1/1...2?view=side",
        "/articles",
        "/changes",
        "/versions",
        "/latest_changes",
    )
    with chromium(Look()) as chrome:
        for page in pages:
            chrome.get(strange_address + page)
            assert chrome.title != "owned", page
            assert not chrome.find_elements("css selector", "img"), page


def test_right_to_left_texts_start_at_the_right(chromium: Opened, strange_address: str) -> None:
    with chromium(Look(width=360)) as chrome:
        chrome.get(f"{strange_address}/-/compare/2/1...2")

        row = chrome.find_element("css selector", ".row.edited:not(.field)")
        assert row.value_of_css_property("direction") == "rtl"
        assert row.value_of_css_property("text-align") in {"start", "right"}
