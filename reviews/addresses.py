"""Which addresses on the network this site may speak to when it fetches what others publish.

A link is text that somebody wrote, and a redirect is text that a stranger sent: neither may lead
into the network that the site itself runs in. So a host's name is looked up once, every address
it has must be public, and the connection goes to an address that was looked at.
"""

import re
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, quote, urlsplit

from django.conf import settings

WEB_PORTS = {"http": 80, "https": 443}
FIRST_FREE_PORT = 1024  # below, only the web's own two: the rest belongs to other services
UNICAST = IPv6Network("2000::/3")  # all public IPv6 there is
# Of these, some carry an IPv4 address inside: where they lead is not for us to see.
TRANSLATED = tuple(map(IPv6Network, ("2002::/16", "2001::/32")))
HOST = re.compile(r"[0-9a-z._:-]{1,253}")
SAFE = "/%:=&?~#+!$,;'@()*[]"


class Refused(Exception):
    """The address is not one that may be asked; the message says why, for editors."""


def read(url: str) -> SplitResult:
    """The parts of a web address, in ASCII. Raises Refused for anything else."""
    try:
        parts = urlsplit(url)
        port = parts.port or WEB_PORTS.get(parts.scheme)
        host = (parts.hostname or "").encode("idna").decode()
    except ValueError as error:  # also a name that can't be written in ASCII
        raise Refused("The address can’t be read.") from error
    if parts.scheme not in WEB_PORTS or not HOST.fullmatch(host) or port is None:
        raise Refused("The address is not one of the web (http:// or https://).")
    if parts.username is not None or parts.password is not None:
        raise Refused("The address has a user name in it.")
    if port < FIRST_FREE_PORT and port not in WEB_PORTS.values():
        raise Refused(f"The address has the port {port}, which is not the web’s.")
    named = f"[{host}]" if ":" in host else host
    place = named if port == WEB_PORTS[parts.scheme] else f"{named}:{port}"
    path, query = (quote(text, safe=SAFE) for text in (parts.path or "/", parts.query))
    return SplitResult(parts.scheme, place, path, query, "")


def port_of(parts: SplitResult) -> int:
    return parts.port or WEB_PORTS[parts.scheme]


def look_up(parts: SplitResult) -> list[str]:
    """The network addresses of a host. Raises Refused unless all of them are public."""
    host, port = parts.hostname or "", port_of(parts)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, ValueError) as error:
        raise LookupError(f"The name {host} can’t be found.") from error
    numbers = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if (host, port) not in settings.FETCH_ALSO:
        for number in numbers:
            if not is_public(ip_address(number.partition("%")[0])):
                raise Refused(f"The name {host} leads into a private network ({number}).")
    return numbers


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether the address belongs to the public internet, and to one machine of it."""
    if isinstance(address, IPv6Address) and (
        address not in UNICAST or any(address in network for network in TRANSLATED)
    ):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved)
