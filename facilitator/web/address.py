"""Where phones find the table: the laptop's own addresses, read from its interfaces, never by connecting out (D21)."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

import psutil

VIRTUAL = ("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "tun", "tap", "utun", "zt", "tailscale")


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


class Addresses:
    """The addresses of this house: what phones use, and every Host that is answered."""

    def __init__(self, host: str, port: int, public_url: str = "") -> None:
        self.host, self.port, self.public_url = host, port, public_url.rstrip("/")
        self.chosen = ""
        self.warning = ""
        self.found: list[str] = []
        self.read()

    def read(self) -> bool:
        """Look again; True when something changed. A changed address of the phones becomes a warning."""
        everywhere = self.host in ("0.0.0.0", "::", "")  # noqa: S104 - compared, not bound
        found = local_addresses() if everywhere else [self.host]
        if found == self.found:
            return False
        before = self.phones
        self.found = found
        if before and self.phones != before and not self.public_url:
            self.warning = (
                f"Het adres van deze laptop is veranderd in {self.phones}. "
                "Wie de pagina al open heeft, moet opnieuw scannen. "
                "Wat nog niet verstuurd was, staat nog op het oude adres op die telefoon."
            )
        self.allowed = self.hosts()
        return True

    @property
    def phones(self) -> str:
        """The address for the QR code, with http and port."""
        if self.public_url:
            return self.public_url
        if not self.found:
            return "" if not hasattr(self, "allowed") else f"http://127.0.0.1:{self.port}"
        ip = self.chosen if self.chosen in self.found else self.found[0]
        return f"http://{ip}" if self.port == 80 else f"http://{ip}:{self.port}"

    def choose(self, ip: str) -> None:
        """Use another of the found addresses for phones."""
        if ip in self.found:
            self.chosen = ip

    def hosts(self) -> frozenset[str]:
        """Every Host header that is answered."""
        names = ["127.0.0.1", "localhost", "[::1]", *self.found]
        hosts = {f"{name}:{self.port}" for name in names}
        if self.port == 80:
            hosts |= set(names)
        if self.public_url:
            hosts.add(urlsplit(self.public_url).netloc.lower())
        return frozenset(hosts)

    def knows(self, host: str) -> bool:
        """True for an own Host, exactly."""
        return host.lower() in self.allowed

    def own_origin(self, origin: str, host: str) -> bool:
        """True when an Origin is this house itself, under the Host that was asked."""
        if not self.knows(host):
            return False
        scheme = (
            urlsplit(self.public_url).scheme if self.public_url and host == urlsplit(self.public_url).netloc else "http"
        )
        return origin.lower() == f"{scheme}://{host.lower()}"
