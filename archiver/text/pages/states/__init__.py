"""Say by named rules that a page is no article: gone, an error, blocked, paywalled, moved.

A page about such pages is an article: a rule looks at titles and headings that say nothing else,
at elements and scripts that only such pages have, and at how much text there is; never at words
in a text alone. docs/pages.md lists the rules.
"""

from resiliparse.parse.html import HTMLTree

from archiver.model import Document, Doubt
from archiver.text.pages.states import (
    blocked,
    consent,
    errors,
    gone,
    moved,
    paywalled,
    status,
    suspect,
)
from archiver.text.pages.states.page import Page, Rule

RULES: tuple[Rule, ...] = (
    *blocked.GUARD_RULES,
    status.HTTP_GONE,
    gone.SOFT_404,
    blocked.GEO_BLOCK,
    blocked.ACCESS_DENIED,
    errors.CLOUDFLARE_PAGE,
    errors.NETWORK_PAGE,
    errors.APPLICATION_PAGE,
    errors.MAINTENANCE_PAGE,
    errors.STATUS_PAGE,
    status.HTTP_ERROR,
    status.HTTP_REDIRECT,
    consent.CONSENT_REDIRECT,
    moved.REDIRECTED_LOGIN,
    moved.REDIRECTED_OFFER,
    gone.REDIRECTED_404,
    moved.REDIRECTED_HOME,
    moved.REDIRECTED_SECTION,
    gone.REMOVED_NOTICE,
    blocked.CAPTCHA,
    status.HTTP_PAYMENT,
    paywalled.PAYWALL_DECLARED,
    paywalled.PAYWALL_LINE,
    consent.CONSENT_WALL,
    status.HTTP_REFUSED,
    status.HTTP_CLIENT_ERROR,
    moved.META_REFRESH,
    moved.SCRIPT_REDIRECT,
    suspect.FRAMESET,
    suspect.PARKED_DOMAIN,
    suspect.DIRECTORY_LISTING,
    suspect.DEFAULT_PAGE,
    suspect.LOGIN_FORM,
    suspect.NEEDS_JAVASCRIPT,
    suspect.JSON_DATA,
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
