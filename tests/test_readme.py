"""The README's session runs as it stands."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, Ran

README = (ROOT / "README.md").read_text()
BLOCKS = re.findall(r"```console\n(.*?)```", README, re.DOTALL)


def test_each_command_of_the_session_ends_well_and_prints_what_it_says(
    archiver: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "snapshots").symlink_to(ROOT / "snapshots")
    monkeypatch.chdir(tmp_path)
    assert BLOCKS

    for block in BLOCKS:
        for part in block.split("$ archiver ")[1:]:
            command, _, shown = part.partition("\n")
            ran = archiver(*shlex.split(command))
            assert ran.exit_code == 0, command
            assert (ran.stdout + ran.stderr).strip() == shown.strip(), command


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) <= 300
