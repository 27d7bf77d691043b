"""A table that is closed to a reader is closed on every page of ours too."""

from pathlib import Path

import pytest

from archiver.web.archive import SHOWN
from tests.web.addresses import PAGES
from tests.web.serving import served

pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize("table", SHOWN)
async def test_a_closed_table_closes_our_pages(example: Path, table: str) -> None:
    client = served(example, allow={table: False}).client

    answers = {page: await client.get(f"/archive/-/{page}") for page in PAGES}

    assert {page: answer.status_code for page, answer in answers.items()} == dict.fromkeys(
        PAGES, 403
    )
    assert not any("bridge" in answer.text.lower() for answer in answers.values())


async def test_a_closed_archive_closes_our_pages(example: Path) -> None:
    datasette = served(example)
    datasette._metadata_local["databases"]["archive"]["allow"] = False
    if hasattr(datasette, "config"):
        datasette.config["databases"]["archive"]["allow"] = False

    for page in PAGES:
        assert (await datasette.client.get(f"/archive/-/{page}")).status_code == 403, page
