"""Pages that are another than the one that was asked for: the home page, a section, a stub."""

import re
from urllib.parse import unquote, urljoin

from archiver.errors import InputError
from archiver.text.pages.dom import attribute, select
from archiver.text.pages.states.page import LITTLE, STUB, Page, Rule, any_of, host_of, path_of
from archiver.uri import same_page, uri_r

HOME_PATH = any_of(
    r"/*(?:[a-z]{2}(?:[-_][a-z]{2,4})?/)?(?:(?:index|home|default|main|start|startseite|accueil"
    r"|inicio|homepage)"
    r"(?:\.\w{2,5})?/?)?",
    r"/[a-z]{2}(?:[-_][a-z]{2,4})?",
)
"""`/`, `/index.html`, `/en/`, `/de/home`: the front page, in whatever language."""

SECTION = re.compile(r"/(?:[a-z]+(?:-[a-z]+){0,2}/?){1,2}", re.IGNORECASE)
"""`/politics/`, `/news/world`: words, and no number."""
SLUG = re.compile(r"\d|-[^/]*-[^/]*-|\.\w{3,5}$|_[^/]*_")
"""What the last part of an article's address has: a number, three hyphens, `.html`."""
LOGIN = any_of(
    r"/(?:log-?in|sign-?in|signin|sso|auth|anmelden|connexion|account/login|register"
    r"|registration)\b"
)
SUBSCRIBE = any_of(
    r"/(?:subscribe|subscription|subscriptions|abo|abonnement|abonnements|abonnieren|suscripcion"
    r"|suscribete"
    r"|suscripciones|offers?|paywall|premium|join)(?:/|\.\w+|$)"
)

REFRESH = re.compile(
    r"\s*(\d{1,4})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"'\s]+)", re.IGNORECASE
)
SOON_S = 15
"""Seconds after which a page that goes elsewhere was never meant to be read."""
SCRIPTED = re.compile(
    r"(?:window\.|document\.|top\.|self\.|parent\.)*location(?:\.href)?\s*(?:=(?!=)|\.(?:replace"
    r"|assign)\s*\()"
    r"\s*[\"'`]([^\"'`\s]{1,2000})[\"'`]"
)
SMALL_SCRIPT = 3_000
"""Characters of all scripts of a page that does nothing but go elsewhere."""


def _is_front(uri: str) -> bool:
    try:
        spelling = uri_r(uri)
    except InputError:
        return False
    if "?" in spelling or "#" in spelling:
        return False
    return HOME_PATH.fullmatch(path_of(spelling)) is not None


def _home(page: Page) -> str:
    if not page.uri or not page.final_uri or same_page(page.uri, page.final_uri):
        return ""
    if _is_front(page.uri) or not _is_front(page.final_uri):
        return ""
    return f"it leads to the home page {page.final_uri}"


def _section(page: Page) -> str:
    """A folder of the address that was asked for, or one of plain words where that had a slug."""
    if not page.uri or not page.final_uri or page.claims_article:
        return ""
    asked, final = (unquote(path_of(one)).rstrip("/") for one in (page.uri, page.final_uri))
    if asked == final or SLUG.search(final.rsplit("/", 1)[-1]) or not SLUG.search(asked):
        return ""
    if asked.startswith(f"{final}/") or SECTION.fullmatch(final):
        return f"it leads to the section {page.final_uri}"
    return ""


def _login(page: Page) -> str:
    if not _is_led(page, LOGIN):
        return ""
    return f"it leads to {page.final_uri}, which asks to log in"


def _subscribe(page: Page) -> str:
    if not _is_led(page, SUBSCRIBE):
        return ""
    return f"it leads to {page.final_uri}, which offers a subscription"


def _is_led(page: Page, pattern: re.Pattern[str]) -> bool:
    if not page.uri or not page.final_uri or page.words > STUB or page.claims_article:
        return False
    return bool(pattern.search(path_of(page.final_uri))) and not pattern.search(path_of(page.uri))


def _refresh(page: Page) -> str:
    if page.words > 2 * LITTLE:
        return ""
    for node in select(page.tree, "meta[http-equiv]", 50):
        if attribute(node, "http-equiv").strip().lower() != "refresh":
            continue
        found = REFRESH.match(attribute(node, "content"))
        if found and int(found[1]) <= SOON_S and _is_elsewhere(page, found[2]):
            return f"it sends readers to {found[2]}"
    return ""


def _script(page: Page) -> str:
    if page.words > LITTLE or page.seen > LITTLE or len(page.scripts) > SMALL_SCRIPT:
        return ""
    found = SCRIPTED.search(page.scripts)
    if not found or not _is_elsewhere(page, found[1]):
        return ""
    return f"its script sends readers to {found[1]}"


def _is_elsewhere(page: Page, target: str) -> bool:
    base = page.final_uri or page.uri
    if not base:
        return not target.startswith(("?", "#"))
    try:
        whole = urljoin(base, target)
    except ValueError:
        return False
    return (bool(host_of(whole)) and path_of(whole) != path_of(base)) or host_of(whole) != host_of(
        base
    )


REDIRECTED_HOME = Rule("redirected-home", "moved", _home)
REDIRECTED_SECTION = Rule("redirected-section", "moved", _section)
REDIRECTED_LOGIN = Rule("redirected-login", "blocked", _login)
REDIRECTED_OFFER = Rule("redirected-to-offer", "paywalled", _subscribe)
META_REFRESH = Rule("meta-refresh", "moved", _refresh)
SCRIPT_REDIRECT = Rule("script-redirect", "moved", _script)
