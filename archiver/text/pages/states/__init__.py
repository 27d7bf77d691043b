"""Say by named rules that a page is no article: gone, an error, blocked, paywalled, moved.

A page about such pages is an article: a rule looks at titles and headings that say nothing else,
at elements and scripts that only such pages have, and at how much text there is; never at words
in a text alone. docs/pages.md lists the rules.
"""

from resiliparse.parse.html import HTMLTree

from archiver.model import Document, Doubt
from archiver.text.pages.states import status as http
from archiver.text.pages.states.page import Page, Rule

RULES: tuple[Rule, ...] = (
    http.HTTP_GONE,
    http.HTTP_ERROR,
    http.HTTP_REDIRECT,
    http.HTTP_REFUSED,
    http.HTTP_PAYMENT,
    http.HTTP_CLIENT_ERROR,
)
"""In the order they are asked: the first that holds gives the outcome."""


def doubt(
    tree: HTMLTree, document: Document, *, uri: str = "", status: int = 0, final_uri: str = ""
) -> Doubt | None:
    """Give why a page is no article to read, None where it is one.

    `document` is what was taken for the article on the page `tree`; `uri` is the address that was
    asked for, `final_uri` where redirects led, `status` the HTTP status; "" and 0 where they are
    not known.
    """
    page = Page(tree, document, uri, status, final_uri)
    for rule in RULES:
        found = rule.found(page)
        if found:
            return Doubt(rule.outcome, rule.name, found)
    return None
