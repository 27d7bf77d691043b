"""URI-R: the one spelling under which an article is known (Memento, RFC 7089).

What is folded never tells two articles apart: the scheme, the case of scheme and host, default
ports, user names, dots after the host, the script of the host (IDNA), ways to write one character
(RFC 3986, 6.2.2), dot segments, tracking parameters, fragments. All else is kept: `www.`, a last
slash, other parameters and their order. docs/pages.md shows examples.
"""

import re
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

from archiver.errors import InputError
from archiver.model import Uri

DEFAULT_PORTS = {"http": 80, "https": 443}

NO_HOST = re.compile(r"[\x00-\x20\"#%/:<>?@\\^`{|}\[\]\x7f]")
"""What no name of a host holds (WHATWG URL, 3.1)."""
NOT_IN_URI = re.compile(r"[^\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]")
"""What no address holds as it is: it is written as bytes of UTF-8 in hexadecimal."""
ESCAPES = re.compile(
    r"%(?![0-9a-f]{2})[0-9a-f]?(?P<kept>(?:%[0-9a-f]{2})*)|%(?P<hex>[0-9a-f]{2})", re.IGNORECASE
)
"""An escape; or a stray `%` with the escapes that would make one of it if they were decoded."""
UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")

TRACKING_PREFIXES = (
    "utm_", "at_custom", "at_link_", "at_bbc_", "ns_", "wt_", "wt.", "mtm_", "pk_", "piwik_",
    "matomo_", "hsa_", "_hs", "__hs", "cx_test", "gaa_", "guce_", "vero_", "sara_",
)  # fmt: skip
TRACKING = frozenset((
    # clicks on advertisements and in networks
    "fbclid", "gclid", "gclsrc", "dclid", "wbraid", "gbraid", "gad_source", "gad_campaignid",
    "msclkid", "yclid", "ysclid", "twclid", "ttclid", "li_fat_id", "igshid", "igsh", "epik",
    "sccid", "rdt_cid", "srsltid", "s_kwcid", "irclickid", "irgwc", "zanpid", "wickedid",
    "tblci", "tblciz", "dicbo", "oborigurl", "_openstat",
    # letters
    "mc_cid", "mc_eid", "mkt_tok", "oly_enc_id", "oly_anon_id", "ml_subscriber",
    "ml_subscriber_hash", "ck_subscriber_id", "wpisrc", "wpmm",
    # campaigns
    "cmpid", "ocid", "icid", "ncid", "intcmp", "int_cmp", "extid", "xtor", "xtref", "xtcr", "ito",
    "at_medium", "at_campaign", "at_campaign_type", "at_format", "at_ptr_name", "at_creation",
    "spm", "_ga", "_gl", "soc_src", "soc_trk", "guccounter",
    # buttons to share
    "smid", "smtyp", "smprod", "ref_src", "ref_url", "reflink", "sref", "itid", "sr_share",
    "__twitter_impression", "unlocked_article_code", "giftcopy", "pwapi_token", "sharetoken",
    "share_token", "share_source", "share_medium", "share_plat", "share_session_id", "share_from",
    "vd_source", "isappinstalled", "nsukey",
))  # fmt: skip
"""Parameters that say how a reader came, in lower case. A name that is not here is kept: it may
name the article, as `id`, `p`, `tid` or `cid` do."""
PERHAPS_TRACKING = frozenset(("ref", "source", "src", "partner", "from", "via"))
CHANNELS = frozenset((
    "rss", "feed", "atom", "newsletter", "email", "e-mail", "mail", "share", "social", "twitter",
    "tw", "facebook", "fb", "linkedin", "whatsapp", "wechat", "weibo", "telegram", "reddit",
    "instagram", "pocket", "flipboard", "push", "homescreen",
))  # fmt: skip
"""What a parameter of a common name must say, and nothing else, to be a tracking parameter."""


def uri_r(spelling: str) -> Uri:
    """Give the one spelling of the web address `spelling`, or raise InputError.

    Giving it again changes nothing.

    >>> uri_r("HTTP://User@Example.org.:80/a/../%7Eb?utm_source=x&id=7#top")
    'https://example.org/~b?id=7'
    >>> uri_r("https://www.bücher.example/straße/?b=2&a=1")
    'https://www.xn--bcher-kva.example/stra%C3%9Fe/?b=2&a=1'
    """
    parts = _parts(spelling)
    host, port = _host(parts, spelling), parts.port
    scheme = parts.scheme
    if port in {None, DEFAULT_PORTS[scheme]}:
        scheme = "https"
    else:
        host = f"{host}:{port}"
    path = _without_dots(_escaped(parts.path) or "/")
    query = "&".join(one for one in _escaped(parts.query).split("&") if not _is_tracking(one))
    # Before history.pushState, sites of one page named their articles so.
    fragment = _escaped(parts.fragment) if re.match("!.", parts.fragment) else ""
    return Uri(urlunsplit((scheme, host, path, query, fragment)))


def spellings(spelling: str) -> tuple[Uri, ...]:
    """Give all spellings under which the address may stand in an archive, today's first.

    The others are those of the rule before, which kept the scheme and all but a fragment. Rows
    are never changed, so an article is to be looked for under each. What is no web address
    (`folder:`, `file:`) has one spelling, its own.

    >>> spellings("http://example.org/a?utm_source=x")[:2]
    ('https://example.org/a', 'http://example.org/a?utm_source=x')
    """
    try:
        today = uri_r(spelling)
    except InputError:
        return (Uri(spelling),)
    before = _first_rule(spelling)
    both = (today, before, _with_other_scheme(before), _with_other_scheme(today))
    return tuple(dict.fromkeys(both))


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
    return parts.path in {"", "/"} and not parts.query and not parts.fragment.startswith("!")


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
        and (left.query, left.fragment) == (right.query, right.fragment)
    )


def _parts(spelling: str) -> SplitResult:
    """Part an address, its scheme in lower case; raise InputError for what is none of the web."""
    if not spelling.isprintable():
        raise InputError(f"{spelling!a} is no web address: it holds characters that none has")
    try:
        parts = urlsplit(spelling.strip())
        _ = parts.port
    except ValueError as error:
        raise InputError(f"{spelling!r} is no web address: {error}") from error
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname:
        raise InputError(
            f"{spelling!r} is no web address: it should start with https:// or http:// and a host"
        )
    return parts


def _host(parts: SplitResult, spelling: str) -> str:
    """Give the host in lower case and in ASCII, without dots behind it."""
    host = parts.hostname or ""
    if ":" in host:
        return f"[{host}]"
    host = unquote(host)
    if not host.isascii():
        host = _a_labels(host, spelling)
    host = host.rstrip(".").lower()
    if not host or NO_HOST.search(host):
        raise InputError(f"{spelling!r} is no web address: {host!r} is no name of a host")
    return host


def _a_labels(host: str, spelling: str) -> str:
    """Give a host name of any script as it is looked up (IDNA 2008 by UTS 46, else IDNA 2003)."""
    import idna

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:
        pass
    try:
        return host.encode("idna").decode("ascii")  # such as emoji, which browsers still open
    except UnicodeError as error:
        raise InputError(f"{spelling!r} is no web address: {error}") from error


def _escaped(text: str) -> str:
    """Write each character one way (RFC 3986, 6.2.2): escaped only where it has to be."""
    escaped = NOT_IN_URI.sub(lambda found: _as_bytes(found[0]), text)
    return ESCAPES.sub(_escape, escaped)


def _as_bytes(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode())


def _escape(found: re.Match[str]) -> str:
    if found["hex"] is None:
        stray = found[0].removesuffix(found["kept"])
        return stray + found["kept"].upper()
    character = chr(int(found["hex"], 16))
    return character if UNRESERVED.fullmatch(character) else found[0].upper()


def _without_dots(path: str) -> str:
    """Remove `.` and `..` from a path that begins with a slash (RFC 3986, 5.2.4).

    >>> _without_dots("/a/./b/../c/.."), _without_dots("/../a//b/")
    ('/a/', '/a//b/')
    """
    segments = path.split("/")[1:]
    kept: list[str] = []
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in {".", ".."}:
        kept.append("")
    return "/" + "/".join(kept)


def _is_tracking(parameter: str) -> bool:
    name, _, value = parameter.partition("=")
    lower = name.lower()
    return (
        lower in TRACKING
        or lower.startswith(TRACKING_PREFIXES)
        or name == "CMP"
        or (lower in PERHAPS_TRACKING and value.lower() in CHANNELS)
    )


def _first_rule(spelling: str) -> Uri:
    """Give the spelling of the rule before, of an address that is known to be one."""
    parts = _parts(spelling)
    host = (parts.hostname or "").rstrip(".").lower()
    if ":" in host:
        host = f"[{host}]"
    if parts.port not in {None, DEFAULT_PORTS[parts.scheme]}:
        host = f"{host}:{parts.port}"
    return Uri(urlunsplit((parts.scheme, host, parts.path or "/", parts.query, "")))


def _with_other_scheme(uri: Uri) -> Uri:
    scheme, _, rest = uri.partition(":")
    return Uri(f"{'http' if scheme == 'https' else 'https'}:{rest}")
