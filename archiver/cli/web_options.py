"""Options of the commands that look at the web."""

from typing import Annotated

import typer

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
