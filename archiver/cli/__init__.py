"""The command line: the only place that prints, asks or exits."""

import os
import sys

from archiver.cli.app import build_app
from archiver.errors import ArchiverError

DEBUG_VARIABLE = "ARCHIVER_DEBUG"


def main() -> None:
    """Run the command that was typed. Errors end in one line on stderr and their exit code."""
    app = build_app()
    try:
        app()
    except ArchiverError as error:
        sys.exit(_said(f"Error: {error}"))
    except OSError as error:
        sys.exit(_said(f"Error: {error.filename or 'input or output'}: {error.strerror or error}"))
    except Exception as error:
        if os.environ.get(DEBUG_VARIABLE):
            raise
        sys.exit(
            _said(
                f"Error: {type(error).__name__}: {error}. This is a fault of archiver; "
                f"run again with {DEBUG_VARIABLE}=1 to see where, and please report it"
            )
        )


def _said(message: str) -> int:
    from archiver.render.visible import visible

    sys.stderr.write(f"{visible(message)}\n")
    return 1
