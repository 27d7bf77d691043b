"""URI-R: the one spelling under which an article is known (Memento, RFC 7089)."""

from urllib.parse import urlsplit, urlunsplit

from archiver.errors import InputError
from archiver.model import Uri

DEFAULT_PORTS = {"http": 80, "https": 443}


def uri_r(spelling: str) -> Uri:
    """Give the one spelling of the web address `spelling`, or raise InputError.

    Scheme and host in lower case, no default port, no fragment, an empty path as "/". The path
    and the query stay as they are: they may tell two articles apart.

    >>> uri_r("HTTPS://Example.org:443#top")
    'https://example.org/'
    """
    if not spelling.isprintable():
        raise InputError(f"{spelling!a} is no web address: it holds characters that none has")
    try:
        parts = urlsplit(spelling.strip())
        port = parts.port
    except ValueError as error:
        raise InputError(f"{spelling!r} is no web address: {error}") from error
    scheme = parts.scheme.lower()
    if scheme not in DEFAULT_PORTS or not parts.hostname:
        raise InputError(
            f"{spelling!r} is no web address: it should start with https:// or http:// and a host"
        )
    host = parts.hostname.rstrip(".").lower()
    if ":" in host:
        host = f"[{host}]"
    if port is not None and port != DEFAULT_PORTS[scheme]:
        host = f"{host}:{port}"
    return Uri(urlunsplit((scheme, host, parts.path or "/", parts.query, "")))


def site(uri: Uri) -> str:
    """The host `uri` belongs to, or "files" where it was only ever a file.

    >>> site(Uri("https://example.org:8080/a"))
    'example.org:8080'
    >>> site(Uri("folder:seed"))
    'files'
    """
    if uri.startswith(("folder:", "file:")):
        return "files"
    return urlsplit(uri).netloc


def is_home(uri: Uri) -> bool:
    """Tell whether `uri` is the front page of a site, not one of its articles.

    >>> is_home(Uri("https://example.org/")), is_home(Uri("https://example.org/?p=1"))
    (True, False)
    """
    parts = urlsplit(uri)
    return parts.path in {"", "/"} and not parts.query


def same_page(one: str, other: str) -> bool:
    """Tell whether two addresses are one page: alike but for scheme, `www.` and a last slash.

    >>> same_page("http://www.example.org/a/", "https://example.org/a?utm_source=x#top")
    True
    """
    try:
        left, right = (urlsplit(uri_r(spelling)) for spelling in (one, other))
    except InputError:
        return one == other
    return (
        left.netloc.removeprefix("www.") == right.netloc.removeprefix("www.")
        and left.path.rstrip("/") == right.path.rstrip("/")
        and left.query == right.query
    )
