from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.model import Document
from archiver.text.decode import Decoded
from archiver.text.markdown import read as read_markdown

Read = Callable[..., Document]


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks]


def test_front_matter_gives_the_fields_verbatim(read: Read) -> None:
    document = read(
        "---\nTitle: Harbour  Bridge Reopens\nsummary: No cracks\nauthors: [Ann Lee, Ben Oke]\n"
        "date: 2023-02-31 10:00\nlastmod: 2023-08-01\ntags: [bridge]\n---\nThe first paragraph.\n",
        ".md",
    )

    assert document.headline == "Harbour Bridge Reopens"
    assert document.standfirst == "No cracks"
    assert document.byline == "Ann Lee, Ben Oke"
    assert document.claimed_published == "2023-02-31 10:00"
    assert document.claimed_modified == "2023-08-01"
    assert blocks(document) == [("paragraph", "The first paragraph.")]


@pytest.mark.parametrize("yaml", ["title: [", "just words", "- a\n- b", "a: *none", "[" * 3000])
def test_broken_front_matter_is_read_as_text(read: Read, yaml: str) -> None:
    document = read(f"---\n{yaml}\n---\nA paragraph.\n", ".md")

    assert document.notes == ("front matter is no YAML mapping: read as text",)
    assert document.blocks[-1].text == "A paragraph."


def test_a_first_heading_is_the_headline_and_no_block(read: Read) -> None:
    document = read("# Harbour *Bridge* #\n\nThe first paragraph.\n", ".md")

    assert document.headline == "Harbour *Bridge*"
    assert blocks(document) == [("paragraph", "The first paragraph.")]


def test_a_heading_further_down_is_no_headline(read: Read) -> None:
    document = read("Before.\n\n# Harbour Bridge\n", ".md")

    assert document.headline == ""
    assert blocks(document) == [("paragraph", "Before."), ("heading", "# Harbour Bridge")]


def test_a_title_leaves_the_first_heading_in_the_body(read: Read) -> None:
    document = read("---\ntitle: A\n---\n# A\n", ".md")

    assert blocks(document) == [("heading", "# A")]


def test_blocks_are_their_inline_source_on_one_line(read: Read) -> None:
    document = read(
        "A *soft*  \nbreak, a [link](https://a.example/)\nand [a][b].\n\n[b]: /c\n", ".md"
    )

    assert blocks(document) == [
        ("paragraph", "A *soft* break, a [link](https://a.example/) and [a][b]."),
        ("paragraph", "[b]: /c"),
    ]


def test_list_items_keep_bullet_and_number_and_carry_on_as_paragraphs(read: Read) -> None:
    document = read("* one\n\n  still one\n* two\n  3) three\n\n> said\n> she\n", ".md")

    assert blocks(document) == [
        ("list_item", "* one"),
        ("paragraph", "still one"),
        ("list_item", "* two 3) three"),
        ("quote", "said she"),
    ]


def test_a_number_without_a_paragraph_is_kept(read: Read) -> None:
    document = read("1. - a\n2.\n3. ## b\n", ".md")

    assert blocks(document) == [
        ("list_item", "1."),
        ("list_item", "- a"),
        ("list_item", "2."),
        ("list_item", "3."),
        ("heading", "## b"),
    ]


def test_table_rows_keep_even_cells_without_a_column(read: Read) -> None:
    document = read(
        "| a | b |\n|---|---|\n| 1 | 2 \\| 3 | 4 |\n\n> | q | r |\n> |---|---|\n", ".md"
    )

    assert blocks(document) == [
        ("table_row", "a | b"),
        ("table_row", "1 | 2 \\| 3 | 4"),
        ("table_row", "q | r"),
    ]


def test_code_html_and_rules_are_blocks_line_by_line(read: Read) -> None:
    document = read("```py\nx = 1\n\n  y  = 2\n```\n\n<div>\nhi\n</div>\n\n* * *\n", ".md")

    assert blocks(document) == [
        ("code", "```py"),
        ("code", "x = 1"),
        ("code", "y = 2"),
        ("paragraph", "<div>"),
        ("paragraph", "hi"),
        ("paragraph", "</div>"),
        ("rule", "* * *"),
    ]


def test_setext_and_atx_headings_are_one(read: Read) -> None:
    underlined = read("Before.\n\nBridge\n------\n", ".md")

    assert underlined.blocks == read("Before.\n\n## Bridge\n", ".md").blocks


@pytest.mark.parametrize("deep", [">" * 5000 + " deep", "- " * 5000 + "deep"])
def test_nesting_too_deep_for_markdown_is_read_line_by_line(read: Read, deep: str) -> None:
    document = read(f"Before.\n\n{deep}\n", ".md")

    assert [block.text for block in document.blocks] == ["Before.", deep]
    assert document.notes == ("nested too deep for Markdown: read line by line",)


lines = st.one_of(
    st.text("ab1 \t#>-*+.|`~\\_=[]():<&", max_size=12),
    st.sampled_from(["", "# h", "| a | b |", "|---|---|", "```", "- x", "1. y", "> z", "    c"]),
)


@given(st.lists(lines, max_size=15))
def test_no_letter_or_digit_is_lost(written: list[str]) -> None:
    document = read_markdown(Decoded("\n".join(written), "utf-8"))

    seen = "".join([document.headline, *(block.text for block in document.blocks)])
    assert [*filter(str.isalnum, seen)] == [*filter(str.isalnum, "".join(written))]
    assert not any("\n" in block.text for block in document.blocks)
