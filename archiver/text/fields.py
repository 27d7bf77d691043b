"""Fields as lines of a text show them: headline, byline, "Updated ...", captions and credits.

Every rule here is careful the same way: a line it does not know stays a paragraph, unharmed.
"""

import re

from archiver.model import OLD_VERSION, Caption
from archiver.text.normalise import has_text

LABELS = (OLD_VERSION, "New Version", "Updated Version")
"""What a first line, followed by an empty one, must say exactly to be no part of the article."""

HEADING_WORDS = 8
HEADLINE_WORDS = 30
HEADLINE_CHARACTERS = 200
BYLINE_WORDS = 16
CREDIT_WORDS = 12
CAPTION_WORDS = 120
CAPTION_CHARACTERS = 1500
"""Longest seen in print, with room: over it, a line that ends in a credit is body text."""

IDEOGRAPHS = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
IDEOGRAPHS_A_WORD = 2.5
"""So that 8 words are 20 characters of Chinese or Japanese, which put no blanks between words."""

FULL_STOPS = ".。．｡।۔"
COMMAS = ",，、،"
CLOSING_QUOTES = "”’»›」』〉》\"'"
OPEN_ENDS = ";:；："
INITIAL_AT_END = re.compile(r"\b[^\W\d_]\.$")
"""As in "... a deal with the U.S.": a headline may end so."""

LIST_MARKER = re.compile(r"(?:[-*•‣◦▪●]|\d{1,3}[.)]|[a-zA-Z][)])\s+\S")

BYLINE = re.compile(
    r"(?:(?:(?:Written|Story|Text|Words|Reported|Reporting|Edited)\s+)?[Bb][Yy]|BY|Von|Par|Por|Di)"
    r"\s*[:：]?\s+(?!The\b|This\b|That\b)(?=[^\W\d_])(?![a-z])\S"
    r"|(?:Author|Autor|Auteur|Autore|Автор|Byline)s?\s*[:：]\s*\S"
    r"|(?:本报|本刊|新华社|中新社|特约|实习|見習|实习生)*"
    r"(?:记者|記者|作者|撰文|撰稿|编译|文字|文)(?:\s*[:：/／|｜]\s*|\s+)\S"
)
"""How a byline starts, in the languages at hand; "By the time ..." is none: a name is capital."""

UPDATED = re.compile(
    r"(?:^|(?<=\s)|(?<=[|·•,;，；(（]))"
    r"(?:(?:Last\s+)?Updated|Aktualisiert|Mis à jour|Actualizado|Обновлено)\b\s*[:：]?\s*"
    r"|(?:^|(?<=[\s|｜·，；]))(?:最后更新|更新)(?:时间|時間|日期|于|於)?\s*[:：]?\s*",
    re.IGNORECASE,
)
SEPARATORS = " |｜/·•,;，；—–-"
UPDATED_WORDS = 10
SAYS_WHEN = re.compile(
    r"[\d一二三四五六七八九十]|\b(?:ago|now|today|yesterday)\b|刚刚", re.IGNORECASE
)

PHOTO = (
    r"(?:Photos?|Photographs?|Pictures?|Images?|Illustrations?|Graphics?|Credits?|Fotos?|Bild"
    r"|Crédit|图片?|圖片?|摄影|攝影|照片|供图|供圖|写真)"
)
CREDIT_IN_PARENTHESES = re.compile(
    r"[(（](?P<credit>"
    rf"{PHOTO}(?:来源|提供)?\s*[:：/／]\s*[^()（）]+"
    rf"|{PHOTO}\s+(?:by|courtesy|via|from|provided|supplied|von|par|por)\b[^()（）]+"
    r"|Courtesy\s+(?:of\b|:)[^()（）]+"
    r"|[A-Z][\w. ]{0,30} [Pp]hoto(?:/[^()（）]+)?"
    r"|(?:摄影|攝影|供图|供圖|撮影)\s+[^()（）]{1,30}"
    r"|[^()（）]{1,40}(?:摄影?|攝影?|供图|供圖|撮影)"
    r")[)）]$"
)
"""Only forms that nothing but a credit has: "(Credit card fees apply)" is body text."""
CREDIT_AT_END = re.compile(
    rf"(?:^|(?<=[.!?”’\"']\s)|(?<=[。！？]))(?P<credit>{PHOTO}\s*[:：/／]\s*[^.。:：]+)$"
)


def words_n(text: str) -> float:
    """Count the words of a line, `IDEOGRAPHS_A_WORD` characters of Chinese or Japanese as one."""
    spaced, ideographs_n = IDEOGRAPHS.subn(" ", text)
    return sum(map(has_text, spaced.split())) + ideographs_n / IDEOGRAPHS_A_WORD


def is_heading(line: str) -> bool:
    """Tell whether `line`, directly above a paragraph, has the form of a sub-heading.

    >>> is_heading("Restoring Confidence?"), is_heading("She left."), is_heading("“Never”")
    (True, False, False)
    """
    return (
        has_text(line)
        and words_n(line) <= HEADING_WORDS
        and not line.endswith(tuple(FULL_STOPS + COMMAS + CLOSING_QUOTES))
        and not is_list_item(line)
    )


def is_headline(line: str) -> bool:
    """Tell whether `line`, the first, has the form of a headline: short, and no full sentence.

    >>> is_headline("A Deal With the U.S."), is_headline("He left."), is_headline("By Ann Lee")
    (True, False, False)
    """
    ends_open = line.endswith(tuple(FULL_STOPS + COMMAS + OPEN_ENDS))
    return (
        has_text(line)
        and len(line) <= HEADLINE_CHARACTERS
        and words_n(line) <= HEADLINE_WORDS
        and (not ends_open or INITIAL_AT_END.search(line) is not None)
        and not (is_list_item(line) or is_byline(line) or is_updated(line) or caption(line))
    )


def is_list_item(line: str) -> bool:
    """Tell whether `line` starts with a bullet or a number: "- ", "• ", "1. ", "a) "."""
    return LIST_MARKER.match(line) is not None


def is_byline(line: str) -> bool:
    """Tell whether `line` names the author, as "By Ann Lee" or "记者 张三" do.

    >>> is_byline("By Ann Lee Updated Aug.1"), is_byline("By the time he left, it was dark")
    (True, False)
    """
    return (
        BYLINE.match(line) is not None
        and words_n(line) <= BYLINE_WORDS
        and (not line.endswith(tuple(FULL_STOPS + COMMAS)) or UPDATED.search(line) is not None)
    )


def is_updated(line: str) -> bool:
    """Tell whether `line` says nothing but when the article was updated.

    >>> is_updated("Last updated: 3 May"), is_updated("Updated rules start for drivers")
    (True, False)
    """
    found = UPDATED.match(line)
    rest = line[found.end() :] if found else ""
    return SAYS_WHEN.search(rest) is not None and words_n(rest) <= UPDATED_WORDS


def split_updated(line: str) -> tuple[str, str]:
    """Part a byline from its "Updated ..." part: (byline, the date, verbatim).

    The word that announces the date goes, its colon, and separators around; nothing else does.

    >>> split_updated("By Yu Xiaodong Updated Aug.1")
    ('By Yu Xiaodong', 'Aug.1')
    """
    for found in UPDATED.finditer(line):
        date = line[found.end() :].strip()
        if SAYS_WHEN.search(date) and words_n(date) <= UPDATED_WORDS:
            return line[: found.start()].rstrip(SEPARATORS), date
    return line, ""


def caption(line: str) -> Caption | None:
    """Read `line` as a photo caption if it ends in a credit, else None.

    The parentheses around the credit go. A line that is a credit alone has an empty text.

    >>> caption("The harbour at dawn (Photo by Xinhua)")
    Caption(text='The harbour at dawn', credit='Photo by Xinhua')
    >>> caption("港口的清晨（李明摄）")
    Caption(text='港口的清晨', credit='李明摄')
    """
    if len(line) > CAPTION_CHARACTERS:
        return None
    found = CREDIT_IN_PARENTHESES.search(line) or CREDIT_AT_END.search(line)
    if (
        found is None
        or words_n(found["credit"]) > CREDIT_WORDS
        or words_n(line) > CAPTION_WORDS
        or not has_text(found["credit"])
    ):
        return None
    return Caption(line[: found.start()].strip(), found["credit"].strip())
