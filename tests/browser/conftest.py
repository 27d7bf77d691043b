"""A real Chromium, and archives served to it by a real process."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.web.conftest import archive_of, strange
from tests.web.serving import serving

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

__all__ = ["archive_of", "strange"]

SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True)
class Look:
    """How a page is looked at."""

    width: int = 1280
    dark: bool = False
    javascript: bool = True


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Look], Any]:
    """Give a context that opens Chromium with a look, and quits it."""
    programs = [
        next((found for name in names if (found := shutil.which(name))), None)
        for names in (("chromium", "chromium-browser", "google-chrome"), ("chromedriver",))
    ]
    if not all(programs):
        pytest.skip("Chromium or its driver is not installed (apt-get install chromium-driver)")
    browser, driver = (str(program) for program in programs)

    @contextmanager
    def opened(look: Look) -> "Iterator[Chrome]":
        from selenium.webdriver import Chrome, ChromeOptions, ChromeService

        options = ChromeOptions()
        options.binary_location = browser
        profile = tmp_path_factory.mktemp("chromium")
        for switch in (*SWITCHES, f"--user-data-dir={profile}"):
            options.add_argument(switch)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        if not look.javascript:
            blocked = {"profile.managed_default_content_settings.javascript": 2}
            options.add_experimental_option("prefs", blocked)
        chrome = Chrome(options=options, service=ChromeService(driver))
        try:
            metrics = {"width": look.width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
            chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
            scheme = {"name": "prefers-color-scheme", "value": "dark" if look.dark else "light"}
            chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
            yield chrome
        finally:
            chrome.quit()

    return opened


@pytest.fixture(scope="session")
def example_address(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(example, tmp_path_factory.mktemp("temporary")) as (address, _):
        yield f"{address}/archive"


@pytest.fixture(scope="session")
def strange_address(strange: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(strange, tmp_path_factory.mktemp("temporary")) as (address, _):
        yield f"{address}/archive"
