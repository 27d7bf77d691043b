from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from archiver.errors import ExtractError
from archiver.model import Block, Caption, Document
from archiver.text.decode import Decoded
from archiver.text.normalise import normalise
from archiver.text.plain import read as read_plain

Read = Callable[..., Document]

ARTICLE = """\
Old Version

Harbour Bridge Reopens After Two Years

Engineers found no further cracks, but the toll doubles for lorries from next month on

By Ann Lee Updated Aug.1

The bridge at dawn, seen from the old fort, May 3 (Photo by Ben Oke)

The first cars crossed the bridge at six.

A long wait\u00a0
Traders on the east bank said that they had lost half of their customers.
“We are glad,” said one of them.

Workers paint a pylon. Photo: City Archive

The toll for lorries doubles in June.
"""


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks]


def test_an_article_is_read_into_its_fields(read: Read) -> None:
    document = read(ARTICLE)

    assert document.label == "Old Version"
    assert document.headline == "Harbour Bridge Reopens After Two Years"
    assert document.standfirst.startswith("Engineers found no further cracks")
    assert document.byline == "By Ann Lee"
    assert document.claimed_modified == "Aug.1"
    assert document.captions == (
        Caption("The bridge at dawn, seen from the old fort, May 3", "Photo by Ben Oke"),
        Caption("Workers paint a pylon.", "Photo: City Archive"),
    )
    assert blocks(document) == [
        ("paragraph", "The first cars crossed the bridge at six."),
        ("heading", "A long wait"),
        ("paragraph", "Traders on the east bank said that they had lost half of their customers."),
        ("paragraph", "“We are glad,” said one of them."),
        ("paragraph", "The toll for lorries doubles in June."),
    ]
    assert (document.extractor, document.encoding, document.notes) == ("plain/1", "utf-8", ())


def test_a_chinese_article_is_read_into_its_fields(read: Read) -> None:
    document = read(
        "港口大桥两年后重新开放\n\n工程师没有发现新的裂缝，但卡车通行费下月起翻倍\n\n"
        "本报记者 李明 更新于 8月1日\n\n清晨的大桥（王芳摄）\n\n六点钟，第一批汽车驶过大桥。\n\n"
        "漫长的等待\n东岸的商人说，他们失去了一半的顾客。\n"
    )

    assert document.headline == "港口大桥两年后重新开放"
    assert document.standfirst == "工程师没有发现新的裂缝，但卡车通行费下月起翻倍"
    assert (document.byline, document.claimed_modified) == ("本报记者 李明", "8月1日")
    assert document.captions == (Caption("清晨的大桥", "王芳摄"),)
    assert blocks(document) == [
        ("paragraph", "六点钟，第一批汽车驶过大桥。"),
        ("heading", "漫长的等待"),
        ("paragraph", "东岸的商人说，他们失去了一半的顾客。"),
    ]


@pytest.mark.parametrize(
    "byline",
    ["By Ann Lee", "BY ANN LEE", "Von Anna Lehmann", "Par Anne Leroy", "作者：李明", "文/李明"],
)
def test_a_byline_is_known_in_several_languages(read: Read, byline: str) -> None:
    assert read(f"A headline\n\n{byline}\n\nThe first paragraph.\n").byline == byline


@pytest.mark.parametrize(
    ("line", "byline", "modified"),
    [
        ("By Ann Lee | Updated: 3 May 2023, 10:15 GMT", "By Ann Lee", "3 May 2023, 10:15 GMT"),
        ("By Ann Lee, Last updated 5 minutes ago", "By Ann Lee", "5 minutes ago"),
        ("By the Updated News Desk", "", ""),
        ("By Ann Lee of the Updated News Desk", "By Ann Lee of the Updated News Desk", ""),
    ],
)
def test_the_updated_part_of_a_byline_is_the_claimed_date(
    read: Read, line: str, byline: str, modified: str
) -> None:
    document = read(f"A headline\n\n{line}\n\nThe first paragraph.\n")

    assert (document.byline, document.claimed_modified) == (byline, modified)


def test_a_line_of_its_own_may_say_when_it_was_updated(read: Read) -> None:
    document = read("A headline\n\nBy Ann Lee\nUpdated Aug.1\n\nThe first paragraph.\n")

    assert (document.byline, document.claimed_modified) == ("By Ann Lee", "Aug.1")


@pytest.mark.parametrize(
    "first",
    [
        "The bridge was opened on Monday.",
        "By the time the bridge was opened, it was late,",
        "- a list item",
        "word " * 31,
    ],
)
def test_a_first_line_unlike_a_headline_is_a_paragraph(read: Read, first: str) -> None:
    document = read(f"{first}\n\nThe second paragraph.\n")

    assert document.headline == ""
    assert document.blocks[0].text == first.strip()


def test_a_single_line_is_a_paragraph(read: Read) -> None:
    assert read("One line only").blocks == (Block("paragraph", "One line only"),)


def test_a_label_line_needs_an_empty_line_below_it(read: Read) -> None:
    document = read("Old Version\nThe bridge was opened on Monday, after two years of work.\n")

    assert document.label == ""
    assert "Old Version" in (document.headline, *(block.text for block in document.blocks))


def test_a_label_must_be_spelled_exactly(read: Read) -> None:
    assert read("old version\n\nA headline\n\nA paragraph.\n").label == ""


@pytest.mark.parametrize(
    "line",
    [
        "This line has nine words and no full stop",
        "It ends in a full stop.",
        "It ends in a comma,",
        "It ends in a “quotation mark”",
        "它以句号结尾。",
        "一个超过二十个汉字的句子怎么能够算是一个小标题呢",
    ],
)
def test_a_line_above_a_paragraph_that_breaks_the_rule_is_no_heading(read: Read, line: str) -> None:
    document = read(f"A headline\n\n{line}\nA paragraph stands directly below the line.\n")

    assert document.blocks[0] == Block("paragraph", line)


def test_short_lines_in_a_row_are_no_headings(read: Read) -> None:
    document = read("Soup for two\n\nTwo eggs\nA cup of milk\nSalt\n\nStir it well.\n")

    assert {block.kind for block in document.blocks} == {"paragraph"}


def test_list_items_keep_their_markers(read: Read) -> None:
    document = read("A headline\n\nA paragraph.\n- one\n• two\n3. three\n")

    assert blocks(document)[1:] == [
        ("list_item", "- one"),
        ("list_item", "• two"),
        ("list_item", "3. three"),
    ]


@pytest.mark.parametrize(
    "credit",
    [
        "Photo by Ben", "Photo: Ben", "Photo courtesy of Ben", "Courtesy of Ben", "AP Photo/Ben",
        "图/李明", "图片来源：李明", "李明摄", "新华社记者 李明 摄", "摄影 李明",
    ],
)  # fmt: skip
@pytest.mark.parametrize("marks", ["()", "（）"])
def test_a_line_that_ends_in_a_credit_is_a_caption(read: Read, credit: str, marks: str) -> None:
    document = read(f"A headline\n\nA paragraph.\n\nA pylon {marks[0]}{credit}{marks[1]}\n")

    assert document.captions == (Caption("A pylon", credit),)


@pytest.mark.parametrize(
    "line",
    [
        "The shop takes cash alone (Credit card fees apply)",
        "The bridge spans the border (图们江)",
        "He showed me a picture: it was the bridge.",
    ],
)
def test_what_only_looks_like_a_credit_stays_in_the_body(read: Read, line: str) -> None:
    document = read(f"A headline\n\nA paragraph.\n\n{line}\n")

    assert document.captions == ()
    assert document.blocks[-1].text == line


def test_hard_wrapped_lines_are_joined_by_paragraphs_and_that_is_noted(read: Read) -> None:
    document = read(
        "Harbour Bridge Reopens\n\n"
        "The first cars crossed the bridge at six on Monday, two years\n"
        "after the engineers had found cracks in three of the pylons\n"
        "and the city closed it to all traffic without any notice.\n"
        "\n"
        "Traders on the east bank said that they had lost half of their\n"
        "customers in that time, and that the ferry had been no help at\n"
        "all.\n"
    )

    assert document.notes == ("joined hard-wrapped lines",)
    assert document.headline == "Harbour Bridge Reopens"
    assert [block.text[-13:] for block in document.blocks] == ["t any notice.", " help at all."]


def test_short_paragraphs_are_not_taken_for_wrapped_lines(read: Read) -> None:
    document = read("\n".join(["He left the house early.", "She stayed at home until noon."] * 5))

    assert document.notes == ()
    assert len([*document.fields()]) + len(document.blocks) == 10


def test_line_ends_and_blanks_are_no_part_of_the_document(read: Read) -> None:
    unix = read(ARTICLE)

    windows = read(ARTICLE.replace("\u00a0", "").replace("\n", " \u00a0\r\n"))

    assert windows == unix


def test_a_text_of_blanks_is_refused(read: Read) -> None:
    with pytest.raises(ExtractError, match=r"^news/1\.txt: holds no text"):
        read(" \n\u00a0\n\u200b\n")


lines = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "", "", "", "Old Version", "A headline", "By Ann Lee", "By Ann Lee | Updated: Aug.1",
            "Updated 3 May", "A pylon (Photo by Ben)", "Photo: Ben", "（李明摄）", "- item",
            "1. item", "Sub-heading?", "A paragraph that is rather longer than the headings are.",
        ]
    ),
)  # fmt: skip


@given(st.lists(lines, max_size=12))
def test_nothing_visible_is_lost(written: list[str]) -> None:
    text = "\n".join(written)
    assume("pdated" not in text)

    document = read_plain(Decoded(text, "utf-8"))

    fields = [text for _, _, text in document.fields()]
    seen = Counter("".join([document.label, *fields, *(block.text for block in document.blocks)]))
    wanted = Counter(normalise("\n".join(map(normalise, text.splitlines()))))
    for counted in (seen, wanted):
        for unseen in " ()（）":
            del counted[unseen]
    assert seen == wanted


@given(st.lists(lines, max_size=12))
def test_no_letter_or_digit_is_lost_but_of_the_word_updated(written: list[str]) -> None:
    text = "\n".join(written)

    document = read_plain(Decoded(text, "utf-8"))

    fields = [text for _, _, text in document.fields()]
    seen = "".join([document.label, *fields, *(block.text for block in document.blocks)])
    missing = Counter(filter(str.isalnum, normalise(text))) - Counter(filter(str.isalnum, seen))
    assert "".join(sorted(missing.elements())) in ("", "".join(sorted("Updated")))
