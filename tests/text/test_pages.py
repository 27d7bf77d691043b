"""What is read from a page: its article, and nothing of what stands around it."""

from collections.abc import Callable

import pytest

from archiver.model import Caption, Document, Doubt
from archiver.text import pages
from archiver.text.decode import decode_html

FIRST = (
    "The mill on the upper Lenn will close in March, its owners said on Monday, after the river "
    "had risen twice in one winter and taken the wheel with it."
)
SECOND = (
    "Forty people work there, some of them for thirty years, and most heard of the decision from "
    "a letter that lay on the table beside the clock."
)
THIRD = (
    "A buyer has been looked for since autumn, said a spokeswoman, but nobody wants a mill that "
    "stands where the next flood will be, whatever it costs."
)


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def page(body: str, head: str = "") -> str:
    return (
        f"<html lang=en><head><title>Mill closes - Lenn Courier</title>{head}</head><body>"
        "<nav><ul><li><a href=/>Home</a><li><a href=/sport>Sport</a></ul></nav>"
        f"<article><h1>Mill closes</h1>{body}</article>"
        "<footer><p>All rights reserved, Lenn Courier 2025</p></footer></body></html>"
    )


@pytest.fixture
def read() -> Callable[[str], Document]:
    def read(text: str) -> Document:
        found = pages.read(decode_html(text.encode()))
        assert isinstance(found, Document), found
        return found

    return read


Read = Callable[[str], Document]


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_the_body_is_the_article_without_menu_headline_and_footer(read: Read) -> None:
    found = read(page(paragraphs(FIRST, SECOND, THIRD)))

    assert texts(found) == [FIRST, SECOND, THIRD]
    assert found.headline == "Mill closes"
    assert found.language == "en"


def test_blocks_have_their_kinds(read: Read) -> None:
    found = read(
        page(
            f"{paragraphs(FIRST)}<h2>What the owners say</h2>{paragraphs(SECOND)}"
            "<ul><li>Forty jobs go in March</li><li>The wheel is sold for scrap</li></ul>"
            "<blockquote><p>Nobody asked us, and we would have said no at once.</p></blockquote>"
            "<table><tr><td>Year</td><td>Floods</td></tr><tr><td>2024</td><td>2</td></tr></table>"
            f"{paragraphs(THIRD)}"
        )
    )

    assert [(block.kind, block.text) for block in found.blocks] == [
        ("paragraph", FIRST),
        ("heading", "What the owners say"),
        ("paragraph", SECOND),
        ("list_item", "Forty jobs go in March"),
        ("list_item", "The wheel is sold for scrap"),
        ("quote", "Nobody asked us, and we would have said no at once."),
        ("table_row", "Year | Floods"),
        ("table_row", "2024 | 2"),
        ("paragraph", THIRD),
    ]


def test_captions_stand_beside_the_body_with_their_credits(read: Read) -> None:
    picture = "<figure><img src=m.jpg><figcaption>The mill in May. Photo: Ida Brandt</figcaption>"
    teaser = "<aside><figure><figcaption>Another story</figcaption></figure></aside>"

    found = read(page(f"{paragraphs(FIRST)}{picture}</figure>{paragraphs(SECOND, THIRD)}{teaser}"))

    assert found.captions == (Caption("The mill in May.", "Photo: Ida Brandt"),)
    assert texts(found) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "box",
    [
        "<div class=x1><p>Get our letter every Friday at seven</p><form><input type=email></form>",
        "<div class=related><h3>More on this</h3><ul><li><a href=/a>Flood of 1953</a></ul>",
        "<div class=ad-slot><span>Advertisement</span>",
        "<div class=y7><p>Advertisement</p>",
        "<div class=share><a href=#>Share</a><a href=#>Tweet</a>",
        "<p class=age>Updated 7 minutes ago</p><div>",
    ],
)
def test_a_box_between_two_paragraphs_changes_nothing(read: Read, box: str) -> None:
    plain = read(page(paragraphs(FIRST, SECOND, THIRD)))

    found = read(page(f"{paragraphs(FIRST, SECOND)}{box}</div>{paragraphs(THIRD)}"))

    assert found.blocks == plain.blocks
    assert found.claimed_modified == plain.claimed_modified


def test_a_short_paragraph_is_no_box(read: Read) -> None:
    found = read(page(paragraphs(FIRST, "He denied it.", SECOND, THIRD)))

    assert texts(found) == [FIRST, "He denied it.", SECOND, THIRD]


def test_a_page_that_is_wrapped_in_one_form_is_read(read: Read) -> None:
    found = read(page(f"<form action=/x>{paragraphs(FIRST, SECOND, THIRD)}</form>"))

    assert texts(found) == [FIRST, SECOND, THIRD]


def test_claims_keep_every_place_and_the_links_their_words(read: Read) -> None:
    head = (
        "<meta property='og:title' content='The mill on the Lenn closes'>"
        "<meta name='description' content='Forty jobs go in March.'>"
        "<meta property='article:published_time' content='2025-01-06T08:00:00+01:00'>"
        "<link rel=canonical href='https://lenn-courier.example/mill'>"
    )
    linked = FIRST.replace("its owners", "<a href='/owners'>its owners</a>")

    found = read(page(paragraphs(linked, SECOND, THIRD), head))

    headlines = {claim.source: claim.text for claim in found.claims if claim.name == "headline"}
    assert headlines["og:title"] == "The mill on the Lenn closes"
    assert headlines["h1"] == "Mill closes"
    assert found.headline == "Mill closes"
    assert found.standfirst == "Forty jobs go in March."
    assert found.canonical_uri == "https://lenn-courier.example/mill"
    assert [(link.block, link.text) for link in found.links] == [(0, "its owners")]


def test_a_second_opinion_changes_with_the_article(read: Read) -> None:
    one = read(page(paragraphs(FIRST, SECOND, THIRD)))
    same = read(page(paragraphs(FIRST, SECOND, THIRD)))
    other = read(page(paragraphs(FIRST.replace("March", "April"), SECOND, THIRD)))

    assert one.second_opinion == same.second_opinion != other.second_opinion


@pytest.mark.parametrize("body", ["", "<img src=a.png>", "<script>var x = 'text';</script>"])
def test_a_page_without_text_is_suspect(body: str) -> None:
    found = pages.read(decode_html(f"<html><body>{body}</body></html>".encode()))

    assert isinstance(found, Doubt)
    assert found.outcome == "suspect"
