"""What the noise benchmark changes in a page, and how it counts."""

import pytest
from lxml import html

from benchmarks.noise.__main__ import wilson
from benchmarks.noise.perturb import EDITS, NOISE, changed
from tests.text.test_pages import FIRST, SECOND, THIRD, page, paragraphs

ARTICLE = page(
    paragraphs(FIRST, SECOND, THIRD)
    + "<p>In 2024 the water stood 3 metres high in the hall, and 40 people were sent home.</p>",
    "<meta property='og:title' content='Mill closes in March'><script src='/a.js'></script>",
)


def is_of_the_article(text: str) -> bool:
    return text in {FIRST, SECOND, THIRD}


def own(text: str) -> list[str]:
    """Give the long paragraphs of the article."""
    found = html.fromstring(text).find(".//article")
    return [" ".join(one.text_content().split()) for one in found.findall("p")]


@pytest.mark.parametrize("kind", NOISE)
def test_noise_leaves_every_paragraph_of_the_article(kind: str) -> None:
    pair = changed(ARTICLE, is_of_the_article, NOISE[kind], 1)
    if pair is None:
        pytest.skip("it has no place on this page")
    before, after = pair

    assert [text for text in own(before) if text not in after] == []
    assert before != after


@pytest.mark.parametrize("kind", EDITS)
def test_an_edit_changes_the_article(kind: str) -> None:
    pair = changed(ARTICLE, is_of_the_article, EDITS[kind], 1)
    if pair is None:
        pytest.skip("it has no place on this page")
    before, after = (html.fromstring(text).text_content().split() for text in pair)

    assert before != after


@pytest.mark.parametrize("kind", [*NOISE, *EDITS])
def test_a_seed_gives_the_same_bytes(kind: str) -> None:
    change = {**NOISE, **EDITS}[kind]

    one, two, other = (changed(ARTICLE, is_of_the_article, change, n) for n in (5, 5, 6))

    assert one == two
    assert other is None or one is None or other[0] == one[0]


def test_the_interval_holds_the_share_and_narrows_with_the_number() -> None:
    few, many = wilson(1, 100), wilson(100, 10_000)

    assert few[0] < 0.01 < few[1]
    assert many[1] - many[0] < few[1] - few[0]
    assert wilson(0, 0) == (0.0, 1.0)
