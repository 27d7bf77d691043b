"""Help: quick, complete, with an example, and true."""

import subprocess
import sys

import pytest
import typer

from archiver.cli.app import build_app
from tests.conftest import ROOT

HEAVY = (
    "sqlite_utils",
    "sqlite3",
    "datasette",
    "selectolax",
    "markdown_it",
    "charset_normalizer",
    "diff_match_patch",
    "jinja2",
    "rich",
    "yaml",
)
COMMANDS = [info.name or "" for info in build_app().registered_commands]


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nsys.argv = ['archiver', '--help']\n"
        "from archiver.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"sys.exit(','.join(name for name in {HEAVY!r} if name in sys.modules) or 0)"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert "Usage" in ran.stdout
    assert ran.stderr == ""
    assert ran.returncode == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example_and_every_option_its_help(command: str) -> None:
    group = typer.main.get_command(build_app())
    one = group.commands[command]  # type: ignore[attr-defined]

    assert "Example:" in one.help
    for parameter in one.params:
        assert getattr(parameter, "help", None), f"{command}: {parameter.name} has no help"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_readme_and_the_docs(command: str) -> None:
    assert f"archiver {command}" in (ROOT / "README.md").read_text()
    assert f"## archiver {command}" in (ROOT / "docs" / "cli.md").read_text()


def test_an_error_is_one_line_and_no_traceback(tmp_path: object) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "archiver", "log", f"{tmp_path}/a.db", "x"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 1
    assert len(ran.stderr.splitlines()) == 1
    assert ran.stderr.startswith("Error: ")
