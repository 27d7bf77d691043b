"""Which addresses may be connected to: those of the open internet, whatever their spelling."""

import socket
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

from archiver.errors import FetchError

Resolve = Callable[[str, int], list[str]]
"""Gives the addresses of a host at a port, the preferred first."""

NAT64: Final = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
COMPATIBLE: Final = IPv6Network("::/96")


def resolve(host: str, port: int) -> list[str]:
    """Ask the system's resolver. It reads decimal, octal and hexadecimal spellings, too."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        may_pass = error.errno == socket.EAI_AGAIN
        raise FetchError(
            f"{host}: has no address: {error.strerror}", rule="dns", may_pass=may_pass
        ) from error
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{host}: is no name of a host: {error}", rule="dns") from error
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def is_public(address: str) -> bool:
    """Tell whether `address` is one of the open internet, and so is every one inside it.

    An IPv6 address may carry an IPv4 one (RFC 4291, 6052, 3056, 4380): a gateway on the way would
    lead there.

    >>> is_public("93.184.216.34"), is_public("2606:2800:220:1::")
    (True, True)
    >>> is_public("::ffff:127.0.0.1"), is_public("64:ff9b::a00:1"), is_public("2002:7f00:1::")
    (False, False, False)
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(
        one.is_global and not one.is_multicast and not one.is_reserved for one in _inside(found)
    )


def _inside(found: IPv4Address | IPv6Address) -> Iterable[IPv4Address | IPv6Address]:
    if isinstance(found, IPv4Address):
        return [found]
    if found.ipv4_mapped:
        return [found.ipv4_mapped]
    last = IPv4Address(int(found) & 0xFFFFFFFF)
    if any(found in network for network in NAT64) or found in COMPATIBLE:
        return [last]
    inside: list[IPv4Address | IPv6Address] = [found]
    if found.sixtofour:
        inside.append(found.sixtofour)
    if found.teredo:
        inside += found.teredo
    return inside


def checked(host: str, port: int, resolve: Resolve, *, allow_private: bool) -> list[str]:
    """Give the addresses of `host`, or raise FetchError where one of them is private.

    One private address among public ones refuses them all: a name of the open internet has none.
    """
    found = resolve(host, port)
    private = [] if allow_private else [one for one in found if not is_public(one)]
    if private:
        raise FetchError(
            f"{host}: leads to {private[0]}, which is no address of the open internet; "
            "--allow-private looks there",
            rule="private-address",
        )
    return found
