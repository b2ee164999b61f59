"""Which addresses may be asked at all: pure checks of urls and IP addresses; it knows nothing of DNS.

Python's `is_private` changed between releases, so the test is `is_global` and own networks beside it.
"""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from bot.errors import UnsafeAddress

IPAddress = IPv4Address | IPv6Address

_LONGEST = 2048  # characters of a url
_PORTS = {"http": 80, "https": 443}
_FIRST_FREE_PORT = 1024  # below it, what is neither 80 nor 443 speaks something else: mail, shells, printers
_REFUSED = tuple(
    ip_network(network)
    for network in (
        "0.0.0.0/8",
        "100.64.0.0/10",  # carriers; some clouds keep their metadata here
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "240.0.0.0/4",
        "2001::/32",  # Teredo: an IPv4 address hides inside
        "2001:db8::/32",
        "3fff::/20",
    )
)
_NAT64 = ip_network("64:ff9b::/96")
_UNICAST = ip_network("2000::/3")  # all that the Internet uses of IPv6; "::10.0.0.1" lies outside


@dataclass(frozen=True, slots=True)
class AddressPolicy:
    """What may be asked; loopback only for tests of the bot on one machine, other inner networks never."""

    allow_loopback: bool = False

    def check_ip(self, text: str) -> str:
        """The address itself; UnsafeAddress when it is not one of the public Internet."""
        try:
            address = _innermost(ip_address(text.partition("%")[0]))
        except ValueError as error:
            raise UnsafeAddress(f"{text} is no address of the Internet") from error
        if address.is_loopback and self.allow_loopback:
            return text
        if _is_inner(address):
            raise UnsafeAddress(f"{text} is an address of an inner network, which is never asked")
        return text

    def check_url(self, url: str) -> SplitResult:
        """The parts of a url that may be asked; UnsafeAddress says why one may not.

        A host that is an IP address is checked here, whatever way it is written; a name once it is looked up.
        """
        parts = _split(url)
        if parts.scheme.lower() not in _PORTS:
            raise UnsafeAddress("only http and https addresses are read")
        if parts.username is not None or parts.password is not None:
            raise UnsafeAddress("an address with a user name or password in it is not read")
        name = (parts.hostname or "").rstrip(".")
        if not name:
            raise UnsafeAddress("the address names no host")
        if _is_ip(name):
            self.check_ip(name)
        elif _is_numeric(name):
            raise UnsafeAddress(f"{name} is a number in disguise, not the name of a host")
        return parts


def _is_inner(address: IPAddress) -> bool:
    if isinstance(address, IPv6Address) and address not in _UNICAST:
        return True
    listed = any(address in network for network in _REFUSED if network.version == address.version)
    return listed or address.is_multicast or not address.is_global


def port_of(parts: SplitResult) -> int:
    """The port of a checked url."""
    return parts.port or _PORTS[parts.scheme.lower()]


def _split(url: str) -> SplitResult:
    if len(url) > _LONGEST or any(ord(letter) <= 32 or letter in "\x7f\\" for letter in url):
        raise UnsafeAddress("the address is too long or has spaces or control characters in it")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise UnsafeAddress("the address cannot be read") from error
    if port is not None and port < _FIRST_FREE_PORT and port not in _PORTS.values():
        raise UnsafeAddress(f"port {port} is not one that pages are served at")
    return parts


def _innermost(address: IPAddress) -> IPAddress:
    """The IPv4 address that an IPv6 address stands for, as in ::ffff:10.0.0.1, 6to4 and NAT64."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address


def _is_ip(name: str) -> bool:
    try:
        ip_address(name.partition("%")[0])
    except ValueError:
        return False
    return True


def _is_numeric(name: str) -> bool:
    """Whether the C library would read a host as a number: 2130706433, 0x7f.1, 0177.0.0.1."""
    last = name.rsplit(".", 1)[-1].lower()
    return last.isdigit() or (last.startswith("0x") and all(c in "0123456789abcdef" for c in last[2:]))
