"""What the HTTP status alone says of a look (RFC 9110, section 15)."""

from http import HTTPStatus

from archiver.text.pages.states.page import SHORT, Page, Rule, counted

GONE = (404, 410)
REFUSED = (401, 403, 407, 429, 451)
REDIRECTS = (301, 302, 303, 307, 308)


def _name(status: int) -> str:
    try:
        return f"HTTP {status} ({HTTPStatus(status).phrase})"
    except ValueError:
        return f"HTTP {status}"


def _gone(page: Page) -> str:
    return f"the server answered {_name(page.status)}" if page.status in GONE else ""


def _error(page: Page) -> str:
    return f"the server answered {_name(page.status)}" if 500 <= page.status <= 599 else ""


def _redirect(page: Page) -> str:
    if page.status not in REDIRECTS:
        return ""
    return f"the server answered {_name(page.status)}, and nothing was read where it leads"


def _without_text(page: Page) -> str:
    return f"the server answered {_name(page.status)} with {counted(page)}"


def _refused(page: Page) -> str:
    holds = page.status in REFUSED and page.words <= SHORT
    return _without_text(page) if holds else ""


def _payment(page: Page) -> str:
    holds = page.status == 402 and page.words <= SHORT
    return _without_text(page) if holds else ""


def _client_error(page: Page) -> str:
    holds = 400 <= page.status <= 499 and page.words <= SHORT
    return _without_text(page) if holds else ""


HTTP_GONE = Rule("http-gone", "gone", _gone)
HTTP_ERROR = Rule("http-error", "error", _error)
HTTP_REDIRECT = Rule("http-redirect", "moved", _redirect)
HTTP_REFUSED = Rule("http-refused", "blocked", _refused)
HTTP_PAYMENT = Rule("http-payment", "paywalled", _payment)
HTTP_CLIENT_ERROR = Rule("http-client-error", "error", _client_error)
