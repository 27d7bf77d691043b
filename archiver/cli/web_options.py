"""Options of the commands that look at the web."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from archiver.sources.http.browser import Browser
    from archiver.sources.http.fetch import Answer, Fetcher

ContactOption = Annotated[
    str,
    typer.Option(
        "--contact",
        envvar="ARCHIVER_CONTACT",
        metavar="WHO",
        help="your mail or web address, told to every host that is asked",
        show_default=False,
        show_envvar=True,
    ),
]
PrivateOption = Annotated[
    bool,
    typer.Option("--allow-private", help="also look at addresses of private networks"),
]
GapOption = Annotated[
    float, typer.Option("--gap", metavar="S", min=0, help="seconds between requests at a host")
]
Rendering = Literal["never", "needed", "always"]
RenderOption = Annotated[
    Rendering,
    typer.Option(
        "--render",
        help="let a Chromium run the scripts of pages: always, or where there is no text without; "
        "needs archiver[browser]",
    ),
]


@contextmanager
def browser(fetcher: "Fetcher", rendering: Rendering) -> "Iterator[Browser | None]":
    """Give a browser where pages are to be rendered, and one is there."""
    from archiver.sources.http.browser import Browser, is_installed

    if rendering == "never" or (rendering == "needed" and not is_installed()):
        yield None
        return
    if not is_installed():
        raise typer.BadParameter(
            "--render always: needs `pip install 'archiver[browser]'` and a Chromium on the path"
        )
    made = Browser(fetcher, (lambda _: True) if rendering == "always" else _has_no_text)
    try:
        yield made
    finally:
        made.close()


def _has_no_text(answer: "Answer") -> bool:
    """Tell whether a page yields no article as it came, and nobody says why."""
    from archiver.errors import InputError
    from archiver.model import Capture, Doubt
    from archiver.sources.http.looks import article_uri, observed
    from archiver.sources.listings import kind_of
    from archiver.text import extract

    look = observed(answer, article_uri(answer.exchange.asked_uri), 0)
    if not isinstance(look, Capture) or kind_of(look.payload, look.media_type) != "page":
        return False
    if "html" not in look.media_type:
        return False
    try:
        read = extract(look)
    except InputError:
        return True
    return isinstance(read, Doubt) and read.outcome == "suspect"
