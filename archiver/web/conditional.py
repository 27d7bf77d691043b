"""Conditional requests (RFC 9110, 13): what a reader has already is not made or sent again."""

import hashlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datasette.utils.asgi import Request

KEPT_IN: Final = "archiver_etag"
"""Where a request's scope keeps the tag of its answer."""


class NotModifiedError(Exception):
    """The reader has this page as it is."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


def check(now: str, request: "Request") -> None:
    """Raise NotModifiedError where the reader has what this request would be answered with.

    `now` is the state of the archive. The tag is weak: it tells that, the address and the host,
    not the bytes.
    """
    asked = f"{request.full_path}\n{request.headers.get('host', '')}\n{request.scheme}"
    tag = f'W/"{now}-{hashlib.sha256(asked.encode("utf-8", "replace")).hexdigest()[:16]}"'
    request.scope[KEPT_IN] = tag
    known = request.headers.get("if-none-match", "")
    if tag in (one.strip() for one in known.split(",")):
        raise NotModifiedError(tag)


def headers(request: "Request") -> dict[str, str]:
    """Give the headers by which the answer to `request` can be asked for again."""
    tag = request.scope.get(KEPT_IN)
    return {"ETag": tag, "Cache-Control": "no-cache"} if tag else {}
