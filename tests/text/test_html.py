from collections.abc import Callable

import pytest

from archiver.errors import ExtractError
from archiver.model import Block, Caption, Document
from archiver.text import html
from archiver.text.decode import decode_html

Read = Callable[..., Document]


@pytest.fixture
def read() -> Read:
    """Give what reads all visible text of a page, without the rules that tell an article."""

    def read(page: str, _suffix: str) -> Document:
        return html.read(decode_html(page.encode()))

    return read


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks]


def test_a_page_is_read_in_document_order(read: Read) -> None:
    document = read(
        """<!doctype html><html lang="en"><head><title>Bridge - News</title>
        <link rel="canonical" href="HTTPS://News.example/bridge#top"></head><body>
        <h1>Harbour <em>Bridge</em></h1><p>First&nbsp;cars
        crossed.</p><figure><img alt="x"><figcaption>The <b>pylon</b> (Photo by Ben Oke)
        </figcaption></figure><h2>A long wait</h2><ul><li>one<ol><li>two</ol>three</ul>
        <blockquote><p>Glad.</blockquote>loose <pre>x = 1\n\n  y</pre></body></html>""",
        ".html",
    )

    assert document.headline == "Harbour Bridge"
    assert document.language == "en"
    assert document.canonical_uri == "https://news.example/bridge"
    assert document.captions == (Caption("The pylon", "Photo by Ben Oke"),)
    assert blocks(document) == [
        ("paragraph", "First cars crossed."),
        ("heading", "A long wait"),
        ("list_item", "one"),
        ("list_item", "two"),
        ("list_item", "three"),
        ("quote", "Glad."),
        ("paragraph", "loose"),
        ("code", "x = 1"),
        ("code", "y"),
    ]


def test_what_no_reader_sees_is_left_out(read: Read) -> None:
    document = read(
        "<p>seen<!-- a --><script>b</script><style>c</style><noscript>d</noscript>"
        "<template>e</template><svg><title>f</title><text>g</text></svg></p><p hidden>h</p>",
        ".html",
    )

    assert [block.text for block in document.blocks] == ["seeng", "h"]


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        ("<title>A</title>", "A"),
        ("<title>A</title><meta property='og:title' content='B'>", "B"),
    ],
)
def test_without_a_heading_the_page_title_is_the_headline(
    read: Read, head: str, headline: str
) -> None:
    assert read(f"<head>{head}</head><p>Text.</p>", ".html").headline == headline


def test_only_the_first_top_heading_is_the_headline(read: Read) -> None:
    document = read("<h1> </h1><h1>A</h1><h1>B</h1>", ".html")

    assert (document.headline, blocks(document)) == ("A", [("heading", "B")])


def test_a_row_of_data_is_a_block(read: Read) -> None:
    document = read("<table><tr><th>a<th>b<tr><td><p>1</p><td><td>3</table>after", ".html")

    assert blocks(document) == [
        ("table_row", "a | b"),
        ("table_row", "1 | | 3"),
        ("paragraph", "after"),
    ]


def test_a_table_that_lays_out_the_page_is_taken_apart(read: Read) -> None:
    document = read(
        "<table><tr><td>menu<td>x<h2>Head</h2><p>One.</p><p>Two.</p><td>end</table>", ".html"
    )

    assert blocks(document) == [
        ("paragraph", "menu"),
        ("paragraph", "x"),
        ("heading", "Head"),
        ("paragraph", "One."),
        ("paragraph", "Two."),
        ("paragraph", "end"),
    ]


def test_one_line_break_is_a_blank_and_two_part_paragraphs(read: Read) -> None:
    document = read("<div>a<br>b<br>\n<br>c</div>", ".html")

    assert [block.text for block in document.blocks] == ["a b", "c"]


@pytest.mark.parametrize("href", ["/bridge", "javascript:x", "http://[", "mailto:a@b.example"])
def test_a_canonical_link_that_is_no_web_address_is_ignored(read: Read, href: str) -> None:
    assert read(f"<link rel=canonical href='{href}'><p>Text.", ".html").canonical_uri == ""


def test_attributes_and_their_order_are_no_part_of_the_document(read: Read) -> None:
    one = read("<p class='a' id='b'>Text <a href='/x?n=1'>here</a>.</p>", ".html")

    assert read("<p\n id='b' class='z'>Text <a href='/x?n=2'>here</a>.</p>", ".html") == one


def test_a_page_nested_50_000_deep_is_read(read: Read) -> None:
    assert read("<div>" * 50_000 + "x", ".html").blocks == (Block("paragraph", "x"),)


def test_a_page_of_200_000_paragraphs_is_read(read: Read) -> None:
    assert len(read("<p>a" * 200_000, ".html").blocks) == 200_000


def test_a_page_nested_deeper_than_the_parser_bears_is_refused(read: Read) -> None:
    with pytest.raises(ExtractError, match=r"nests more than 60,000 elements"):
        read("<div>" * 1_000_000, ".html")


def test_formatting_left_open_again_and_again_is_refused(read: Read) -> None:
    fonts = "".join(f"<font size={n}>" for n in range(4_000))

    with pytest.raises(ExtractError, match=r"leaves 4,000 formatting elements open"):
        read(f"<p>{fonts}</p>" + "<p>x</p>" * 2_000, ".html")


def test_equal_formatting_left_open_is_read(read: Read) -> None:
    assert len(read("<p><b>x" * 20_000, ".html").blocks) == 20_000


def test_many_paragraphs_after_each_other_are_not_taken_for_nesting(read: Read) -> None:
    page = "<svg>" + "<polygon points='1'/>" * 70_000 + "</svg><p>x<div>y</div>"

    assert [block.text for block in read(page, ".html").blocks] == ["x", "y"]
