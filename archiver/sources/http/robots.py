"""What a host asks of robots (RFC 9309)."""

from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from protego import Protego

AGENT: Final = "archiver"
"""The name under which robots.txt speaks to us."""

PARSED_BYTES: Final = 500 * 1024
"""The least that is to be read of a robots.txt (RFC 9309, 2.5)."""

KEPT: Final = timedelta(hours=24)
KEPT_UNREACHABLE: Final = timedelta(hours=1)
"""How long we keep away where a robots.txt could not be read, before we ask for it again."""


class Robots:
    """The rules of one host. `status` is that of the answer; 0 where there was none.

    Without an answer, and with one of 500 and more, nothing may be asked for (2.3.1.4); with one
    of 400 to 499, everything may (2.3.1.3).
    """

    def __init__(self, *, origin: str, status: int, text: str, fetched_at: datetime) -> None:
        self.origin = origin
        self.status = status
        self.text = text
        self.fetched_at = fetched_at

    @property
    def is_reachable(self) -> bool:
        return 200 <= self.status < 500

    @property
    def until(self) -> datetime:
        """Give when these rules are too old to go by."""
        return self.fetched_at + (KEPT if self.is_reachable else KEPT_UNREACHABLE)

    @cached_property
    def _rules(self) -> "Protego":
        from protego import Protego

        text: Any = self.text if 200 <= self.status < 300 else ""
        return Protego.parse(text)

    def allows(self, url: str) -> bool:
        """Tell whether we may ask for `url`."""
        return self.is_reachable and bool(self._rules.can_fetch(url, AGENT))

    @property
    def delay_s(self) -> float:
        """Give the seconds to leave between requests, 0 where it does not say."""
        return float(self._rules.crawl_delay(AGENT) or 0)

    @property
    def sitemaps(self) -> list[str]:
        """Give the addresses of the sitemaps it names."""
        return [str(one) for one in self._rules.sitemaps]


def parsed_part(payload: bytes) -> str:
    r"""Give as much of a robots.txt as is read, in whole lines.

    >>> parsed_part(b"\xef\xbb\xbfUser-agent: *")
    'User-agent: *'
    """
    if len(payload) > PARSED_BYTES:
        payload = payload[:PARSED_BYTES].rpartition(b"\n")[0]
    return payload.decode("utf-8", "replace").removeprefix("\ufeff")
