"""Where phones find the table: the laptop's own addresses, read from its interfaces, never by connecting out (D21)."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from urllib.parse import urlsplit

import psutil

VIRTUAL = ("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "tun", "tap", "utun", "zt", "tailscale")
USUAL = {"http": 80, "https": 443}  # the ports that no browser writes in Host and Origin
ALONE = (
    "Deze laptop zit niet in een netwerk. Telefoons kunnen er nu niet bij. "
    "Zet de wifi of een hotspot aan: dan komt het goede adres vanzelf op het scherm."
)
MOVED = (
    "Het adres van deze laptop is veranderd in {}. "
    "Wie de pagina al open heeft, moet opnieuw scannen. "
    "Wat nog niet verstuurd was, staat nog op het oude adres op die telefoon."
)


def local_addresses() -> list[str]:
    """IPv4 addresses of interfaces that are up, without loopback: private ones first, virtual ones and 169.254 last."""
    states = psutil.net_if_stats()
    found = []
    for name, addresses in psutil.net_if_addrs().items():
        if name in states and not states[name].isup:
            continue
        for address in addresses:
            try:
                ip = ipaddress.ip_address(address.address.split("%")[0])
            except ValueError:
                continue
            if ip.version == 4 and not ip.is_loopback:
                virtual = name.lower().startswith(VIRTUAL)
                found.append((ip.is_link_local, virtual, not ip.is_private, int(ip), str(ip)))
    return [row[-1] for row in sorted(found)]


def public(url: str) -> str:
    """An address for phones as it is used here (scheme and host only); ValueError for what is none."""
    parts = urlsplit(url.strip())
    plain = not (parts.path.strip("/") or parts.query or parts.fragment or parts.username)
    if parts.scheme not in USUAL or not parts.hostname or not plain:
        raise ValueError(f"{url} is no address like https://tafel.example.nl")
    name = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    port = "" if parts.port in (None, USUAL[parts.scheme]) else f":{parts.port}"
    return f"{parts.scheme}://{name}{port}"


class Addresses:
    """The addresses of this house: what phones use, and every Host that is answered."""

    def __init__(
        self, host: str, port: int, public_url: str = "", look: Callable[[], list[str]] = local_addresses
    ) -> None:
        self.host, self.port, self.look = host, port, look
        self.public_url = public(public_url) if public_url else ""
        self.chosen = ""
        self.last = ""  # where phones were sent before, so that another address is noticed
        self.moved = False
        self.found: list[str] = []
        self.schemes = self.hosts()
        self.read()

    def read(self) -> bool:
        """Look again; True when something changed."""
        everywhere = self.host in ("0.0.0.0", "::", "")  # noqa: S104 - compared, not bound
        found = self.look() if everywhere else [self.host]
        if found == self.found:
            return False
        self.found = found
        if not self.alone:
            self.moved = self.moved or self.last not in ("", self.phones)
            self.last = self.phones
        self.schemes = self.hosts()
        return True

    @property
    def alone(self) -> bool:
        """True when no phone can reach this laptop."""
        return not self.found and not self.public_url

    @property
    def warning(self) -> str:
        """What the facilitator has to know about the address, or ""."""
        return ALONE if self.alone else MOVED.format(self.phones) if self.moved else ""

    @property
    def phones(self) -> str:
        """The address for the QR code; without a network only this laptop itself can be reached."""
        if self.public_url:
            return self.public_url
        ip = self.chosen if self.chosen in self.found else (self.found or ["127.0.0.1"])[0]
        return public(f"http://{ip}:{self.port}")

    @property
    def choices(self) -> list[str]:
        """The addresses between which a facilitator can choose; empty when there is nothing to choose."""
        return [] if self.public_url or len(self.found) < 2 else list(self.found)

    def choose(self, ip: str) -> None:
        """Use another of the found addresses for phones."""
        if ip in self.found:
            self.chosen = ip
            self.last = self.phones

    def hosts(self) -> dict[str, str]:
        """Every Host header that is answered, with the scheme under which it is known."""
        names = ["127.0.0.1", "localhost", "[::1]", *self.found]
        urls = [public(f"http://{name}:{self.port}") for name in names] + [self.public_url] * bool(self.public_url)
        return {urlsplit(url).netloc: urlsplit(url).scheme for url in urls}

    def beside(self, port: int, host: str = "") -> str:
        """Another port of this laptop, under the name by which it was just asked when that is its own.

        Practice rooms are found there; no proxy stands before them.
        """
        name = (urlsplit(f"//{host}").hostname or "") if host else ""
        own = ("127.0.0.1", "localhost", "::1", *self.found)
        if name not in own:
            name = self.chosen if self.chosen in self.found else (self.found or ["127.0.0.1"])[0]
        return f"http://{f'[{name}]' if ':' in name else name}:{port}"

    def knows(self, host: str) -> bool:
        """True for an own Host, exactly."""
        return host.lower() in self.schemes

    def safe(self, host: str) -> bool:
        """True when this Host is reached by https."""
        return self.schemes.get(host.lower()) == "https"

    def own_origin(self, origin: str, host: str) -> bool:
        """True when an Origin is this house itself, under the Host that was asked."""
        scheme = self.schemes.get(host.lower())
        return scheme is not None and origin.lower() == f"{scheme}://{host.lower()}"
