"""The description of our JSON: every address is in it, and every answer is as it says."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import hypothesis
import jsonschema
import pytest
import schemathesis
from openapi_spec_validator import validate
from schemathesis import checks

from archiver.model import ChangeKind, Grade
from archiver.web import register_routes
from archiver.web.openapi import description
from tests.web.addresses import PAGES
from tests.web.serving import served, serving

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

ASKED = (
    "blame/1.json",
    "blame/1/5.json",
    "phrase/1.json?q=bridge",
    "phrase/1.json",
    "search.json",
    "search.json?q=bridge",
    "search.json?q=bridge&order=newest",
    "search.json?q=the&in=removed",
    "search.json?q=the&in=inserted&grade=number",
    "article/1.feed.json",
    "search.feed.json?q=bridge",
    "openapi.json",
    *(address for address in PAGES if ".json" in address),
)
REFUSED = {
    "compare/1/1...99.json": 404,
    "blame/99.json": 404,
    "phrase/99.json?q=bridge": 404,
    "article/99.feed.json": 404,
    "cite/1/99.json": 404,
}
FUZZED: dict[str, Any] = {
    "max_examples": 15,
    "deadline": None,
    "derandomize": True,
    "database": None,
    "suppress_health_check": list(hypothesis.HealthCheck),
}
CHECKS: dict[schemathesis.GenerationMode, list[Any]] = {
    schemathesis.GenerationMode.POSITIVE: [
        checks.not_a_server_error,
        checks.status_code_conformance,
        checks.content_type_conformance,
        checks.response_schema_conformance,
    ],
    schemathesis.GenerationMode.NEGATIVE: [checks.not_a_server_error],
}
"""What is held of the answers to requests as described, and to requests that are not."""


def operation(address: str) -> dict[str, Any]:
    """Give what the description says of an address, the most literal path first."""
    path = f"/{address.partition('?')[0]}"
    for template, item in sorted(description()["paths"].items(), key=lambda one: "{" in one[0]):
        pattern = re.sub(r"\\{.*?\\}", "[^/]+?", re.escape(template))
        if re.fullmatch(pattern, path):
            return dict(item["get"])
    pytest.fail(f"{address} is not described")


def resolved(operation: dict[str, Any], status: int) -> dict[str, Any]:
    """Give what is said of an answer."""
    found: dict[str, Any] = operation["responses"][str(status)]
    if "$ref" in found:
        found = description()["components"]["responses"][found["$ref"].rpartition("/")[2]]
    return found


def check(answer: Any, said: dict[str, Any]) -> None:
    ((kind, content),) = said["content"].items()
    assert answer.headers["content-type"].partition(";")[0] == kind
    whole = {**content["schema"], "components": description()["components"]}
    jsonschema.Draft202012Validator(whole).validate(answer.json())


def test_the_description_is_openapi() -> None:
    validate({**description(), "servers": [{"url": "/archive/-"}]})


def test_the_description_knows_every_grade_and_kind_of_change() -> None:
    schemas = description()["components"]["schemas"]

    assert tuple(schemas["Grade"]["enum"]) == get_args(Grade)
    assert tuple(schemas["ChangeKind"]["enum"]) == get_args(ChangeKind)


def test_every_route_that_answers_in_json_is_described() -> None:
    routes = [route for route, _ in register_routes() if "json" in route and "-" in route]
    described = {f"/archive/-{re.sub('{[a-z]+}', '7', path)}" for path in description()["paths"]}

    assert not [route for route in routes if not any(re.match(route, one) for one in described)]
    assert not [one for one in described if not any(re.match(route, one) for route in routes)]


@pytest.mark.asyncio
async def test_every_answer_is_as_described(example: Path) -> None:
    client = served(example).client

    for address in ASKED:
        answer = await client.get(f"/archive/-/{address}")
        if answer.status_code == 302:
            assert "headers" in resolved(operation(address), 302), address
            answer = await client.get(answer.headers["location"])
        assert answer.status_code == 200, (address, answer.text)
        check(answer, resolved(operation(address), 200))
        again = await client.get(
            f"/archive/-/{address}", headers={"If-None-Match": answer.headers["etag"]}
        )
        assert again.status_code in {302, 304}, address


@pytest.mark.asyncio
async def test_every_refusal_is_as_described(example: Path) -> None:
    client = served(example).client

    for address, status in REFUSED.items():
        answer = await client.get(f"/archive/-/{address}")
        assert answer.status_code == status, address
        check(answer, resolved(operation(address), status))


@pytest.mark.asyncio
async def test_the_description_says_where_its_addresses_begin(example: Path) -> None:
    datasette = served(example, settings={"base_url": "/news/"})

    found = (await datasette.client.get("/archive/-/openapi.json")).json()

    assert found["servers"] == [{"url": "/news/archive/-"}]


@pytest.fixture(scope="module")
def address(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(example, tmp_path_factory.mktemp("served")) as (found, _):
        yield f"{found}/{example.stem}/-"


@pytest.mark.slow
@pytest.mark.parametrize("path", sorted(description()["paths"]))
def test_no_request_is_an_error_of_the_server(path: str, address: str) -> None:
    schema = schemathesis.openapi.from_dict({**description(), "servers": [{"url": address}]})
    asked = schema[path]["GET"]
    seen = []
    for mode, held in CHECKS.items():
        try:
            seen += fuzzed(asked.as_strategy(generation_mode=mode), address, held)
        except hypothesis.errors.Unsatisfiable:  # nothing about it can be wrong
            assert mode == schemathesis.GenerationMode.NEGATIVE
    assert seen


def fuzzed(cases: Any, address: str, held: list[Any]) -> list[int]:
    """Send `cases`, each of whose answers must hold `held`; give the statuses of the answers."""
    seen: list[int] = []

    @hypothesis.settings(**FUZZED)
    @hypothesis.given(case=cases)
    def ask(case: Any) -> None:
        answer = case.call(base_url=address, timeout=20)
        seen.append(answer.status_code)
        case.validate_response(answer, checks=held)

    ask()
    return seen
