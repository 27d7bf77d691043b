"""No address outside the open internet is connected to, however it is spelt or reached."""

import contextlib
import socket
from collections.abc import Iterator
from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.sources.http.addresses import is_public, resolve
from archiver.sources.http.fetch import Fetcher, Manners
from tests.watch.site import FastClock, Reply, Site, article, serving

MANNERS = Manners(deadline_s=2, attempts=1, gap_s=0)

SPELLINGS = (
    "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1",
    "017700000001", "0x7F.1", "127.000.000.001", "localhost", "LOCALHOST", "localhost.",
    "[::1]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]",
    "[64:ff9b::127.0.0.1]", "[2002:7f00:1::]", "0.0.0.0", "0", "[::]", "127.0.0.1.",  # noqa: S104
    "①②⑦.⓪.⓪.①", "127。0。0。1", "user:word@127.0.0.1", "127.0.0.1%00.example.org",
)  # fmt: skip
PRIVATE = (
    "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.0.1",
    "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1",
    "255.255.255.255", "0.1.2.3", "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1", "::", "::1",
    "::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "64:ff9b:1::a00:1",
    "2002:a00:1::", "2001:db8::1", "2001:0:0:0:0:0:f5ff:fffe", "fe80::1%eth0", "nonsense", "",
)  # fmt: skip
PUBLIC = ("93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8")


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    made.pages["/a"] = lambda _: Reply(article("Secret", "This is inside."))
    with serving(made):
        yield made


@contextlib.contextmanager
def fetching(**options: object) -> Iterator[Fetcher]:
    fetcher = Fetcher(FastClock(), MANNERS, **options)  # type: ignore[arg-type]
    try:
        yield fetcher
    finally:
        fetcher.close()


def port(site: Site) -> int:
    return int(site.address.rpartition(":")[2])


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_none_of_the_open_internet(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_an_address_inside_another_is_judged_as_it_is(address: object) -> None:
    number = int(ip_address(str(address)))
    inside = ip_address((0xFFFF << 32) | number)

    assert is_public(str(inside)) == is_public(str(address))


@pytest.mark.parametrize("host", SPELLINGS)
def test_no_spelling_leads_inside(site: Site, host: str) -> None:
    with fetching() as fetcher:
        found = fetcher.look(f"http://{host}:{port(site)}/a")

    assert found.error is not None
    assert found.error.rule in {"private-address", "dns", "address"}, found.error
    assert not site.asked


class Rebound:
    """A name that is public when it is asked for first, and loopback after that."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, host: str, _port: int) -> list[str]:
        self.asked.append(host)
        return ["93.184.216.34"] if len(self.asked) == 1 else ["127.0.0.1"]


@pytest.fixture
def connected(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that the system was asked to connect to; those outside are refused."""
    found: list[str] = []
    connect = socket.create_connection

    def noted(address: tuple[str, int], *args: object, **options: object) -> socket.socket:
        found.append(address[0])
        if address[0] != "127.0.0.1":
            raise ConnectionRefusedError
        return connect(address, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "create_connection", noted)
    return found


def test_a_name_that_changes_its_address_after_the_check_leads_nowhere(
    site: Site, connected: list[str]
) -> None:
    rebound = Rebound()
    with fetching(resolve=rebound) as fetcher:
        found = fetcher.look(f"http://rebound.example:{port(site)}/a")

        assert connected == ["93.184.216.34"], "it connects to what it checked"
        assert rebound.asked == ["rebound.example"], "and looks the name up once"
        assert found.error is not None

        again = fetcher.look(f"http://rebound.example:{port(site)}/a")

    assert again.error is not None
    assert again.error.rule == "private-address"
    assert connected == ["93.184.216.34"]
    assert not site.asked


def test_one_private_address_among_public_ones_refuses_them_all(
    site: Site, connected: list[str]
) -> None:
    with fetching(resolve=lambda *_: ["93.184.216.34", "10.0.0.1"]) as fetcher:
        found = fetcher.look(f"http://both.example:{port(site)}/a")

    assert found.error is not None
    assert found.error.rule == "private-address"
    assert connected == []


def test_a_redirect_from_outside_to_inside_is_refused(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The open internet is stood in for by a server to which only its public name leads."""
    outside = Site()
    outside.pages["/out"] = lambda _: Reply(
        status=302, headers={"Location": f"http://127.0.0.1:{port(site)}/a"}
    )
    connect = socket.create_connection

    def routed(address: tuple[str, int], *args: object, **options: object) -> socket.socket:
        to = ("127.0.0.1", address[1]) if address[0] == "93.184.216.34" else address
        return connect(to, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "create_connection", routed)

    def names(host: str, number: int) -> list[str]:
        return ["93.184.216.34"] if host == "outside.example" else resolve(host, number)

    with serving(outside), fetching(resolve=names) as fetcher:
        found = fetcher.look(f"http://outside.example:{port(outside)}/out")

    assert [one.path for one in outside.asked] == ["/robots.txt", "/out"]
    assert found.error is not None
    assert found.error.rule == "private-address"
    assert found.exchange.redirects[0].status == 302
    assert not site.asked


def test_a_proxy_of_the_environment_is_not_used(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy would look names up for us, past the guard."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, site.address)
    with fetching(resolve=lambda *_: ["93.184.216.34"]) as fetcher:
        monkeypatch.setattr(socket, "create_connection", _refusing)
        found = fetcher.look("http://outside.example/a")

    assert found.error is not None
    assert not site.asked


def _refusing(*_: object, **__: object) -> socket.socket:
    raise ConnectionRefusedError


def test_private_addresses_are_looked_at_where_that_is_asked(site: Site) -> None:
    fetcher = Fetcher(FastClock(), Manners(allow_private=True, gap_s=0))
    found = fetcher.look(site.url("/a"))
    fetcher.close()

    assert found.exchange.status == 200
    assert b"inside" in found.payload
