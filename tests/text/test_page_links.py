import time

import pytest
from resiliparse.parse.html import HTMLTree

from archiver.model import Block, Link
from archiver.text.pages.links import MOST_LINKS, address, links

BASE = "https://paper.example/2024/05/flood.html"


def found(page: str, *texts: str, base: str = BASE) -> list[tuple[int, str, str]]:
    blocks = [Block("paragraph", text) for text in texts]
    linked = links(HTMLTree.parse(page), blocks, base)
    return [(link.block, link.text, link.uri) for link in linked]


def test_a_link_has_its_block_its_words_and_its_absolute_address() -> None:
    page = """<p>The river rose.</p>
        <p>Read <a href="../04/rain.html?a=1&amp;b=2">our <b>report</b></a> on rain.</p>"""

    linked = links(
        HTMLTree.parse(page),
        [Block("paragraph", "The river rose."), Block("paragraph", "Read our report on rain.")],
        BASE,
    )

    assert linked == (Link(1, "our report", "https://paper.example/2024/04/rain.html?a=1&b=2"),)


def test_links_outside_the_body_text_are_left_out() -> None:
    page = """<nav><a href="/politics">Politics</a></nav><p>It <a href="/a">rained</a>.</p>
        <aside><a href="/b">Ten more storms</a></aside><footer><a href="/c">It rained.</a></footer>
        """

    assert found(page, "It rained.", "Politics") == [(0, "rained", "https://paper.example/a")]


def test_a_table_of_contents_is_not_taken_for_the_headings_it_names() -> None:
    page = """<ul><li><a href="#1">Rain</a><li><a href="#2">Wind</a></ul>
        <h2>Rain</h2><p>It <a href="/r">rained</a>.</p><h2>Wind</h2><p>It <a href="/w">blew</a>."""

    linked = found(page, "Rain", "It rained.", "Wind", "It blew.")

    assert [(block, words) for block, words, _ in linked] == [(1, "rained"), (3, "blew")]


def test_two_lines_of_one_text_are_two_blocks() -> None:
    page = '<p>First <i>one</i>.<p><a href="/1">More</a><p>Second.<p><a href="/2">More</a><p>End.'

    linked = found(page, "First one.", "More", "Second.", "More", "End.")

    assert linked == [
        (1, "More", "https://paper.example/1"),
        (3, "More", "https://paper.example/2"),
    ]


def test_a_line_that_the_extractor_cut_keeps_its_links() -> None:
    page = """<p>Opening words of the article.</p><div>Water stood in the cellars of
        <a href="/k">Kent</a> for days. <br><br> The <a href="/m">mayor</a> promised pumps.</div>"""

    linked = found(
        page,
        "Opening words of the article.",
        "Water stood in the cellars of Kent for days.",
        "The mayor promised pumps.",
    )

    assert [(block, words) for block, words, _ in linked] == [(1, "Kent"), (2, "mayor")]


def test_the_cells_of_a_row_are_one_block() -> None:
    page = (
        '<table><tr><td><a href="/k">Kent</a><td>4 m<tr><td>Essex<td><a href="/e">2 m</a></table>'
    )
    rows = [Block("table_row", "Kent | 4 m"), Block("table_row", "Essex | 2 m")]

    linked = links(HTMLTree.parse(page), rows, BASE)

    assert [(link.block, link.text) for link in linked] == [(0, "Kent"), (1, "2 m")]


def test_the_base_element_goes_before_the_address_of_the_page() -> None:
    page = '<base href="https://cdn.example/x/"><p><a href="y">Rain</a></p>'

    assert found(page, "Rain") == [(0, "Rain", "https://cdn.example/x/y")]


@pytest.mark.parametrize(
    ("given", "uri"),
    [
        ("//other.example/a", "https://other.example/a"),
        ("mailto:desk@paper.example", "mailto:desk@paper.example"),
        ("HTTPS://Other.example/\nlong/path", "https://Other.example/long/path"),
        ("#notes", BASE + "#notes"),
        ("javascript:alert(1)", ""),
        ("JaVa\nScript:alert(1)", ""),
        ("data:text/html,hi", ""),
        ("tel:+441234567", ""),
        ("http://", ""),
        ("http://[bad", ""),
        ("mailto:", ""),
        ("", ""),
        ("/" + "a" * 5_000, ""),
    ],
)
def test_only_addresses_of_pages_and_mail_are_links(given: str, uri: str) -> None:
    assert address(given, BASE) == uri


def test_a_relative_link_of_a_page_without_an_address_is_left_out() -> None:
    assert found('<p><a href="/a">Rain</a>', "Rain", base="") == []


def test_a_page_of_a_million_links_costs_no_more_than_a_look_at_each() -> None:
    line = '<p>Rain <a href="/a">fell</a> on the town all night long.</p>'
    texts = ["Rain fell on the town all night long."] * 3_000
    started = time.process_time()

    linked = found(line * 30_000, *texts)

    assert len(linked) <= MOST_LINKS
    assert time.process_time() - started < 5
