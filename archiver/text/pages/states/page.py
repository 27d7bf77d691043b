"""What the rules look at: a page's title, headings, lines and scripts, and how much text."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from urllib.parse import urlsplit

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from archiver.model import Document, Outcome
from archiver.text.fields import words_n
from archiver.text.normalise import normalise
from archiver.text.pages.dom import attribute, select
from archiver.text.pages.linked_data import Node, linked_data, types

LITTLE = 25
"""Words that are no article: a button, a menu, a line that says to wait."""
SHORT = 120
"""Words up to which a text may be a message: error pages and bot checks have up to 110."""
STUB = 350
"""Words up to which a text may be the start of a longer one: previews have up to 300."""

MOST_CHARACTERS = 100_000
"""Of visible text, and of scripts, that are looked at: messages have 2,000."""

MOST_IN_HEADING = 1_000
"""Characters of a title or heading: what says one thing and nothing else has up to 120."""

TITLE_PARTS = re.compile(r"\s+[-–—•·:»«>/]+\s+|\s*[|｜]\s*|\s*_\s*|:\s+")
"""What stands between a title and the name of its site."""

BUTTON_EDGE = re.compile(r"\[ | \]")
"""How resiliparse draws buttons and fields."""

ARTICLE_TYPES = re.compile(
    r"(?:News|Reportage|Opinion|Analysis|Scholarly|Tech|Review|Satirical|Background)?\w*Article$"
    r"|(?:Blog|LiveBlog)Posting$|^Report$"
)


@dataclass(frozen=True)
class Page:
    """One page; what takes time to find is found when a rule first asks for it."""

    tree: HTMLTree
    document: Document
    uri: str = ""
    status: int = 0
    final_uri: str = ""

    @cached_property
    def words(self) -> float:
        """How many words the body has that was taken for the article."""
        return sum(words_n(block.text) for block in self.document.blocks)

    @cached_property
    def title(self) -> str:
        """The `title` element, in one line."""
        found = select(self.tree, "title", 1)
        return one_line((found[0].text or "")[:MOST_IN_HEADING]) if found else ""

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The title, and its parts where the name of the site stands before or after."""
        return (self.title, *TITLE_PARTS.split(self.title))

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The texts of the first few `h1` and `h2`, in this order."""
        found = (*select(self.tree, "h1", 5), *select(self.tree, "h2", 5))
        return tuple(
            filter(None, (one_line((node.text or "")[:MOST_IN_HEADING]) for node in found))
        )

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """All that a reader sees, menus and boxes too."""
        if self.tree.body is None:
            return ()
        text = extract_plain_text(
            self.tree,
            preserve_formatting=True,
            main_content=False,
            list_bullets=False,
            alt_texts=False,
            links=False,
            form_fields=True,
            noscript=False,
            comments=True,
        )
        parted = BUTTON_EDGE.sub("\n", text[:MOST_CHARACTERS])
        return tuple(filter(None, map(one_line, parted.splitlines())))

    @cached_property
    def text(self) -> str:
        """All that a reader sees, in one line."""
        return " ".join(self.lines)

    @cached_property
    def seen(self) -> float:
        """How many words a reader sees."""
        return words_n(self.text)

    @cached_property
    def unscripted(self) -> str:
        """What a reader without JavaScript is told."""
        return one_line(" ".join(node.text or "" for node in select(self.tree, "noscript", 20)))

    @cached_property
    def scripts(self) -> str:
        """The addresses and texts of scripts, one after the other."""
        parts = (
            f"{attribute(node, 'src')} {node.text_content or ''}"
            for node in select(self.tree, "script", 200)
        )
        return "\n".join(parts)[:MOST_CHARACTERS]

    @cached_property
    def nodes(self) -> list[Node]:
        """Its JSON-LD."""
        return linked_data(self.tree)

    @cached_property
    def article(self) -> Node:
        """The node of an article in its JSON-LD, empty where there is none."""
        for node in self.nodes:
            if any(map(ARTICLE_TYPES.search, types(node))):
                return node
        return {}

    @cached_property
    def claims_article(self) -> bool:
        """Whether the page says of itself to be an article: by type, by author and date."""
        return (
            bool(self.article)
            or bool(self.document.byline and self.document.claimed_published)
            or self.has('meta[property="og:type"][content="article"]')
            or self.has('meta[property="article:published_time"]')
        )

    def has(self, selector: str) -> bool:
        """Say whether an element stands on the page."""
        document = self.tree.document
        return document is not None and document.query_selector(selector) is not None

    def headed(self, pattern: re.Pattern[str]) -> str:
        """Give what of title and headings is wholly `pattern`, "" where nothing is.

        A heading that says more than the pattern is that of an article about it, and speaks for
        the title too.
        """
        headings = [one for one in self.headings if pattern.fullmatch(one)]
        if headings:
            return headings[0]
        if any(map(pattern.match, self.headings)):
            return ""
        return next((one for one in self.titles if pattern.fullmatch(one)), "")

    def says(self, pattern: re.Pattern[str]) -> str:
        """Give the first of the lines a reader sees that begins with `pattern`, "" if none."""
        return next((one for one in self.lines if pattern.match(one)), "")


class Rule(NamedTuple):
    """`found` gives what was found, as a sentence for people without its full stop, or ""."""

    name: str
    outcome: Outcome
    found: Callable[[Page], str]


def any_of(*phrases: str) -> re.Pattern[str]:
    """Make one pattern of several, in which case does not count.

    Texts to match have single blanks and straight apostrophes (`one_line`).
    """
    return re.compile("|".join(phrases), re.IGNORECASE)


def one_line(text: str | None) -> str:
    """Give `text` in one line, with single blanks and straight apostrophes."""
    return " ".join(normalise((text or "").replace("\n", " ")).replace("’", "'").split())


def counted(page: Page) -> str:
    """Give how many words of text there are."""
    n = round(page.words)
    return "no text" if n == 0 else f"{n} word{'s' * (n != 1)} of text"


def quoted(text: str, most: int = 80) -> str:
    """Give `text` in quotation marks, cut where it is long."""
    return f"“{text if len(text) <= most else text[: most - 1].rstrip() + '…'}”"


def path_of(uri: str) -> str:
    """Give the path of an address, "" for what has none."""
    try:
        return urlsplit(uri).path
    except ValueError:
        return ""


def host_of(uri: str) -> str:
    """Give the host of an address in lower case, "" for what has none."""
    try:
        return (urlsplit(uri).hostname or "").lower()
    except ValueError:
        return ""
