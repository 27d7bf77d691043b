"""What an archive needs on the open web: a limit for each reader, caches, a word to robots.

Only where `archiver serve --public` says so, in the plugin's setting `public`. Compression is
datasette-gzip's, of the extra `archiver[public]`.
"""

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Final, Literal

Robots = Literal["all", "no-ai", "none"]

BURST: Final = 120
"""Requests that a reader may make at once: a page of ours is one, Datasette's have a few files."""

PER_SECOND: Final = 4.0
"""Requests a second that a reader may go on making."""

READERS_MAX: Final = 20_000
"""Readers that are remembered, the latest ones: it bounds memory."""

MAX_AGE_S: Final = 60
"""How long a cache may keep a page of ours without asking: so long a withdrawn one may stay."""

AI_ROBOTS: Final = (
    "AI2Bot",
    "Amazonbot",
    "anthropic-ai",
    "Applebot-Extended",
    "Bytespider",
    "CCBot",
    "ClaudeBot",
    "cohere-ai",
    "Diffbot",
    "Google-Extended",
    "GPTBot",
    "meta-externalagent",
    "PerplexityBot",
)
"""Robots that say they gather texts to train on."""

SETTINGS: Final = {
    "default_allow_sql": "off",
    "allow_csv_stream": "off",  # one request would write out a whole table
    "sql_time_limit_ms": "500",
    "max_returned_rows": "500",
    "default_page_size": "25",
    "default_cache_ttl": str(MAX_AGE_S),
}
"""Of Datasette, where anyone may come."""

App = Callable[[Any, Any, Any], Awaitable[None]]


def robots_text(robots: Robots) -> str:
    """Give what /robots.txt says (RFC 9309)."""
    if robots == "none":
        return "User-agent: *\nDisallow: /\n"
    kept_out = "".join(f"User-agent: {name}\n" for name in AI_ROBOTS) + "Disallow: /\n\n"
    everyone = "User-agent: *\nDisallow: /*.csv\nDisallow: /*_facet\nDisallow: /*_sort\n"
    return everyone if robots == "all" else kept_out + everyone


@dataclass(slots=True)
class Buckets:
    """A token bucket for each reader: it holds `burst`, and fills by `per_second`."""

    burst: int = BURST
    per_second: float = PER_SECOND
    clock: Callable[[], float] = time.monotonic
    kept: "OrderedDict[str, tuple[float, float]]" = field(default_factory=OrderedDict)

    def wait_s(self, reader: str) -> float:
        """Take a token for `reader`: 0 where there was one, else seconds until there is."""
        now = self.clock()
        tokens, since = self.kept.pop(reader, (float(self.burst), now))
        tokens = min(self.burst, tokens + (now - since) * self.per_second)
        wait = 0.0 if tokens >= 1 else (1 - tokens) / self.per_second
        self.kept[reader] = (tokens - 1 if not wait else tokens, now)
        while len(self.kept) > READERS_MAX:
            self.kept.popitem(last=False)
        return wait


def reader_of(scope: Any, *, behind_proxy: bool) -> str:
    """Name who asks: the address it comes from, or the one that our own proxy wrote down last."""
    if behind_proxy:
        for name, value in scope.get("headers", ()):
            if name == b"x-forwarded-for":
                return str(value.decode("latin-1").rpartition(",")[2].strip())
    client = scope.get("client") or ("", 0)
    return str(client[0])


def guarded(app: App, setting: dict[str, Any]) -> App:
    """Put the limit, the caches and the word to robots before `app`."""
    buckets = Buckets(
        burst=int(setting.get("burst", BURST)),
        per_second=float(setting.get("per_second", PER_SECOND)),
    )
    robots = robots_text(setting.get("robots", "all")).encode()
    behind_proxy = bool(setting.get("behind_proxy"))

    async def answer(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
        elif scope["path"] == "/robots.txt":
            await _say(send, 200, robots)
        elif wait := buckets.wait_s(reader_of(scope, behind_proxy=behind_proxy)):
            after = (b"retry-after", str(int(wait) + 1).encode())
            await _say(send, 429, b"Too many requests. Come back later.\n", after)
        else:
            await app(scope, receive, _cacheable(send))

    return answer


def _cacheable(send: Any) -> Any:
    """Let caches keep what may be asked for again by its tag."""

    async def sent(message: Any) -> None:
        if message["type"] == "http.response.start":
            headers = [tuple(pair) for pair in message["headers"]]
            if (b"cache-control", b"no-cache") in [(k.lower(), v) for k, v in headers]:
                headers = [pair for pair in headers if pair[0].lower() != b"cache-control"]
                headers.append((b"cache-control", f"public, max-age={MAX_AGE_S}".encode()))
                message = {**message, "headers": headers}
        await send(message)

    return sent


async def _say(send: Any, status: int, body: bytes, *headers: tuple[bytes, bytes]) -> None:
    every = [(b"content-type", b"text/plain; charset=utf-8"), *headers]
    await send({"type": "http.response.start", "status": status, "headers": every})
    await send({"type": "http.response.body", "body": body})
