"""Tickets: signed papers that say who somebody is; the cookie for pages, a short one for the socket (D16, D20)."""

from __future__ import annotations

import hashlib
import secrets
from pathlib import Path
from typing import Any

from itsdangerous import BadSignature, URLSafeTimedSerializer

from facilitator.chain.command import FACILITATOR, PARTICIPANT, SCREEN, TRAINEE, Seat

LIFE = 12 * 3600  # seconds that a socket's ticket is good for
ROLES = {"f": FACILITATOR, "p": PARTICIPANT, "s": SCREEN, "t": TRAINEE}
LONGEST = 800  # characters
LEAST = 32  # characters of a link's secret
LETTERS = {role: letter for letter, role in ROLES.items()}


def written(chain: str, seat: Seat) -> list[str]:
    """What is signed; the name of a trainee travels with it, and is kept nowhere else."""
    return [LETTERS[seat.role], chain, seat.meeting, seat.id, *([seat.name] if seat.name else [])]


class Tickets:
    """Signs with the data folder's key."""

    def __init__(self, key: bytes) -> None:
        self.cookies = URLSafeTimedSerializer(key, salt="cookie")
        self.sockets = URLSafeTimedSerializer(key, salt="socket")

    def cookie(self, chain: str, seat: Seat) -> str:
        """For the pages of a participant, a screen or a trainee; stays good across restarts."""
        return self.cookies.dumps(written(chain, seat))

    def socket(self, chain: str, seat: Seat) -> str:
        """For one page's socket."""
        return self.sockets.dumps(written(chain, seat))

    def read_cookie(self, text: str | None) -> tuple[str, Seat] | None:
        return self.read(self.cookies, text, None)

    def read_socket(self, text: str | None) -> tuple[str, Seat] | None:
        return self.read(self.sockets, text, LIFE)

    @staticmethod
    def read(signer: URLSafeTimedSerializer, text: str | None, age: int | None) -> tuple[str, Seat] | None:
        """(chain, seat), or None for anything that this house did not sign."""
        if not isinstance(text, str) or len(text) > LONGEST:
            return None
        try:
            letter, chain, meeting, identity, *name = signer.loads(text, max_age=age)
            return chain, Seat(ROLES[letter], meeting, identity, *name)
        except (BadSignature, ValueError, TypeError, KeyError):
            return None


class Keys:
    """The facilitator's way in: a link that works once, exchanged for a token whose hash stays in the data folder."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "begeleiders"
        if not self.file.exists():
            self.file.touch(mode=0o600)
        self.hashes = set(self.file.read_text().split())
        self.link = secrets.token_urlsafe(32)
        self.more: set[str] = set()  # links that a practice house got from the house that holds it
        self.spent: set[str] = set()  # links that were used since the start

    def renew(self) -> str:
        """A new link's secret; an older unused one stops working."""
        self.link = secrets.token_urlsafe(32)
        return self.link

    def told(self, said: dict[str, Any]) -> None:
        """A link that whoever holds this house has made up for somebody; it works once, as every link."""
        secret = said.get("link")
        if isinstance(secret, str) and len(secret) >= LEAST:
            self.more.add(secret)

    def exchange(self, secret: str) -> str | None:
        """A new token for the right secret, once; None for any other."""
        known = [
            link for link in (self.link, *self.more) if link and secrets.compare_digest(secret.encode(), link.encode())
        ]
        if not known:
            return None
        self.link = "" if self.link in known else self.link
        self.more.difference_update(known)
        self.spent.update(known)
        token = secrets.token_urlsafe(32)
        self.hashes.add(digest(token))
        self.file.write_text("\n".join(sorted(self.hashes)) + "\n")
        return token

    def holds(self, token: str | None) -> bool:
        return bool(token) and len(token) < 200 and digest(token) in self.hashes


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
