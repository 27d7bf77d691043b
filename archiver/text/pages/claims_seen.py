"""What readers see of a page's claims: its headline, standfirst, byline and dates, as elements.

Pages mark these up in many ways, so each rule wants a second sign: a headline that the page also
tells machines, a standfirst beside the headline, a byline that names someone.
"""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import ElementNode, HTMLTree

from archiver.model import ClaimName
from archiver.text.fields import SEPARATORS, UPDATED_WORDS, is_byline, split_updated, words_n
from archiver.text.normalise import normalise
from archiver.text.pages.claimed_dates import announced, is_relative, moment, says_when
from archiver.text.pages.dom import OTHERS, WHOLE, attribute, is_elsewhere, line, select

HEADINGS = ("h1", "h2", "h3")
LOGO = re.compile(
    r"\blogo|site-?(?:title|name|branding)|blog-?(?:title|name)|\bbranding", re.IGNORECASE
)
"""Names of elements that hold the name of the site."""
TITLE_PARTS = re.compile(r"\s+[|–—·»«:•-]\s+|\s*[|»•]\s*|:\s+")

STANDFIRST = (
    '[itemprop="description"], [class*="standfirst" i], [class*="subhead" i], [class~="dek" i],'
    ' [class*="-dek" i], [class*="_dek" i], [class*="subtitle" i], [class*="sub-title" i],'
    ' [class~="lead" i], [class~="lede" i], [class~="intro" i], [class*="article-intro" i],'
    ' [class*="article-lead" i], [class*="article-summary" i], [class~="summary" i], header p'
)
ABOUT = re.compile(r"(?:posted|filed|photo|foto|image|gespeichert|share|by|von)\b", re.IGNORECASE)
NO_STANDFIRST = OTHERS | {"figure", "figcaption"}
LEVELS = 4
"""Elements around the headline, at most, that hold the standfirst too."""
STANDFIRST_WORDS = (4, 90)

BYLINES = (
    '[rel~="author" i]',
    '[itemprop~="author" i]',
    '[class~="author" i], [class*="author-name" i], [class*="author_name" i]',
    '[class*="byline" i]',
)
NO_NAME = re.compile(
    r"\s*(?:@\w|https?:|[•·|/]|\(?\d{1,2}[:.]\d\d|\d{4}-\d\d|\b\d+\s+(?:min|hour|day|week|month|year)"
    r"|[^\W\d_]{3,9}\.?\s\d{1,2},?\s\d{4}|\d{1,2}\.?\s[^\W\d_]{3,9}\.?\s\d{4}"
    r"|\b(?:updated|published|posted|share|follow|follow us|comments?)\b).*$",
    re.IGNORECASE | re.DOTALL,
)
"""Where a byline goes over to something else: an account, a date, a time to read."""
NAME_CHARACTERS = 80
MOST_AUTHORS = 6

DATED = (
    '[class*="update" i], [class*="modified" i], [class*="timestamp" i], [class*="date" i],'
    ' [class*="publish" i], [class*="posted" i], [class*="byline" i], time'
)
MODIFIED = re.compile(r"updated|modified", re.IGNORECASE)
LINES_AFTER_HEADLINE = 40
LINES_BEFORE_HEADLINE = 5

MOST_CHARACTERS = 4_000
"""Of an element that is looked at, scripts in it included: a standfirst has 400."""
MOST_ELEMENTS = 50
"""Of one kind that are looked at: a page with more is a list of articles."""


def heading(tree: HTMLTree, told: Sequence[str]) -> ElementNode | None:
    """Give the element of the headline: the heading that says what the page tells machines.

    `told` are its titles, best first. A heading equal to one of them, or to a part of one beside
    the name of the site, is the headline, of a lower level too: an h1 may be the site's logo.
    Else it is the first h1 that is no logo.
    """
    found = [
        (node, _line(node))
        for level in HEADINGS
        for node in select(tree, level, MOST_ELEMENTS)
        if not _is_logo(node) and not is_elsewhere(node)
    ]
    for wanted in (*told, *(part for one in told for part in TITLE_PARTS.split(one))):
        for node, text in found:
            if text and words(text) == words(wanted):
                return node
    return next((node for node, text in found if text and node.tag == "h1"), None)


def standfirst(tree: HTMLTree, headline: ElementNode | None) -> str:
    """Give the standfirst that stands beside the headline, "" where there is none."""
    around = _around(headline)
    if around is None:
        return ""
    least, most = STANDFIRST_WORDS
    for node in select(tree, STANDFIRST, MOST_ELEMENTS):
        if around.contains(node) and not is_elsewhere(node, NO_STANDFIRST):
            text = _line(node)
            if least <= words_n(text) <= most and not _is_dateline(text):
                return text
    return ""


def byline(tree: HTMLTree) -> tuple[str, str]:
    """Give who wrote the article as a reader sees it, and the place; ("", "") where none is named.

    What stands in the same line beside the names goes: dates, accounts, times to read.
    """
    for selector, source in zip(
        BYLINES, ("rel=author", "itemprop=author", "visible", "visible"), strict=True
    ):
        nodes = [
            node
            for node in select(tree, selector, MOST_ELEMENTS)
            if node.tag not in {"body", "html", "meta", "link"} and not _is_in_a_box(node)
        ]
        if found := list(_names(nodes)):
            return ", ".join(found), source
    for node in select(tree, "p", MOST_ELEMENTS):
        text = _line(node)
        if len(text) <= 2 * NAME_CHARACTERS and is_byline(text) and not is_elsewhere(node):
            return _name(split_updated(text)[0]), "visible"
    return "", ""


def dates(tree: HTMLTree, headline: ElementNode | None) -> Iterator[tuple[ClaimName, str, str]]:
    """Give the dates that a reader sees: of which kind, in which place, and verbatim.

    A `time` that neither its names nor the words around it call an update is that of publishing.
    """
    seen: set[tuple[ClaimName, str]] = set()
    text = _line(headline) if headline is not None else ""
    dated = [
        (node, _line(node))
        for node in select(tree, DATED, MOST_ELEMENTS)
        if node.tag not in WHOLE and not is_elsewhere(node)
    ]
    found = (*_times(tree), *_announced(tree, dated, text), *_beside(dated, headline))
    # What counts from now says least, and comes and goes: last of its kind.
    for one in sorted(found, key=lambda one: is_relative(one[2])):
        if one[:2] not in seen:  # the first of each kind: later ones are other articles'
            seen.add(one[:2])
            yield one


def _line(node: ElementNode) -> str:
    """Give the text of an element in one line, "" where it is more than a claim is."""
    return line(node) if len(node.text or "") <= MOST_CHARACTERS else ""


def words(text: str) -> list[str]:
    """Give the words of a headline, without case and marks, each ideograph as one."""
    return re.findall(
        r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+", text.lower()
    )


def _is_dateline(text: str) -> bool:
    """Say whether a line beside the headline is about the article, not of it."""
    return (
        is_byline(text)
        or any(announced(text))
        or moment(text) != ""
        or ABOUT.match(text) is not None
    )


def _times(tree: HTMLTree) -> Iterator[tuple[ClaimName, str, str]]:
    for node in select(
        tree, '[itemprop="datePublished"], [itemprop="dateModified"], time', MOST_ELEMENTS
    ):
        if node.tag == "meta" or is_elsewhere(node, OTHERS - {"a"}):
            continue
        given = normalise(attribute(node, "datetime") or attribute(node, "content"))
        text = given if moment(given) else _line(node)
        if not (moment(text) or says_when(text)):  # but a time to cook
            continue
        named = f"{attribute(node, 'itemprop')} {attribute(node, 'class')}"
        before = node.previous_sibling
        words_before = (before.text or "")[-NAME_CHARACTERS:] if before is not None else ""
        told = [name for name, _ in announced(f"{words_before} 1.1.")]
        is_modified = "published" not in named.lower() and (
            MODIFIED.search(named) is not None or told[:1] == ["claimed_modified"]
        )
        yield "claimed_modified" if is_modified else "claimed_published", "time", text


def _announced(
    tree: HTMLTree, dated: Sequence[tuple[ElementNode, str]], headline: str
) -> Iterator[tuple[ClaimName, str, str]]:
    for _, given in dated:
        for name, text in announced(given):
            yield name, "visible", text
    shown = str(extract_plain_text(tree)).splitlines()
    at = next((place for place, text in enumerate(shown) if headline and headline in text), 0)
    for text in shown[max(0, at - LINES_BEFORE_HEADLINE) : at + LINES_AFTER_HEADLINE]:
        for name, date in announced(normalise(text)):
            if not is_relative(date):  # of teasers beside the article, as a rule
                yield name, "visible", date


def _beside(
    dated: Sequence[tuple[ElementNode, str]], headline: ElementNode | None
) -> Iterator[tuple[ClaimName, str, str]]:
    """Give the dates that stand beside the headline without a word that announces them."""
    around = _around(headline)
    for node, text in dated if around is not None else ():
        is_beside = around is not None and around.contains(node)
        is_short = is_beside and words_n(text) <= UPDATED_WORDS
        if is_short and moment(text) and not any(announced(text)):
            yield "claimed_published", "visible", text


def _around(headline: ElementNode | None) -> ElementNode | None:
    """Give the element that holds what stands beside the headline, None where there is none."""
    around = headline
    for _ in range(LEVELS):
        outer = around.parent_element if around is not None else None
        if outer is None or outer.tag in {"body", "main"}:
            break
        around = outer
    return around if around != headline else None


def _names(nodes: Sequence[ElementNode]) -> Iterator[str]:
    """Give the distinct names in the elements that stand with the first one that has any."""
    seen: set[str] = set()
    first = None
    for node in nodes:
        name = _name(_line(node))
        if not name or name.lower() in seen or len(seen) >= MOST_AUTHORS:
            continue
        if first is None:
            first = node.parent_element.parent_element if node.parent_element else None
        elif not first.contains(node):
            break
        if seen and any(name.lower() in one or one in name.lower() for one in seen):
            continue
        seen.add(name.lower())
        yield name


def _name(text: str) -> str:
    """Give the names at the start of a byline, "" where they are none."""
    name = NO_NAME.sub("", text.strip(SEPARATORS)).strip(SEPARATORS)
    return name if re.search(r"[^\W\d_]", name) and len(name) <= NAME_CHARACTERS else ""


def _is_in_a_box(node: ElementNode) -> bool:
    """Say whether an author is that of a comment, a teaser, or a menu. A link to one is none."""
    around = node.parent_element
    named = f"{attribute(node, 'class')} {attribute(node, 'id')}".lower()
    if "comment" in named or "tweet" in named:
        return True
    return is_elsewhere(around if around is not None and around.tag == "a" else node)


def _is_logo(node: ElementNode) -> bool:
    """Say whether a heading is the site's name: by its own or its box's name, or a link home."""
    at: ElementNode | None = node
    for _ in range(3):
        if at is None or at.tag in {"article", "main", "body"}:
            break
        if LOGO.search(f"{attribute(at, 'class')} {attribute(at, 'id')}"):
            return True
        at = at.parent_element
    link = node.query_selector("a[href]")
    if link is None:
        return False
    try:
        parts = urlsplit(attribute(link, "href").strip())
    except ValueError:
        return False
    return parts.path in {"", "/"} and not (parts.query or parts.fragment)
