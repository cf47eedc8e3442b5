"""What somebody who chose a password hands to the administrator: no key the administrator could use (`keys.md` 3)."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from desktop.vault.derive import Kdf, login_tag, password_bytes
from desktop.vault.framing import frame
from desktop.vault.identity import Card, Identity
from desktop.vault.refusals import ChainBroken, DamagedHeader, ForeignRequest
from desktop.vault.signed import VERSION, decode, encode, unbase64
from desktop.vault.slots import Slot, make_slot, read_slot


@dataclass(frozen=True, slots=True)
class AccountRequest:
    """A slot without the data key, the public half of the new identity, the root it saw; signed by that identity."""

    login: str
    org: UUID
    slot: Slot
    card: Card
    root_e: bytes
    signature: bytes = b""

    @property
    def fingerprint(self) -> str:
        """Give the symbols to compare face to face."""
        return self.card.fingerprint()

    def _content(self) -> dict[str, Any]:
        return {
            "v": VERSION,
            "org": str(self.org),
            "login": self.login,
            "slot": self.slot.as_json(),
            "x": self.card.x,
            "e": self.card.e,
            "root": self.root_e,
        }

    def signed(self) -> bytes:
        """Give the bytes that the new identity signs."""
        return frame("request", encode(self._content()))

    def to_bytes(self) -> bytes:
        """Give the request as it is carried from the person's process to the administrator's."""
        return encode(self._content() | {"sig": self.signature})

    def require_genuine(self, org: UUID, root_e: bytes) -> None:
        """Refuse a request that was altered, or whose maker trusts another root.

        Raises:
            ForeignRequest: it is not signed by its own key, or not for this organisation.
        """
        fits = self.slot.kid == self.card.kid and self.slot.kind == "password" and not self.slot.dek
        ours = (self.org, self.root_e, self.slot.tag) == (org, root_e, login_tag(org, self.login))
        if not (fits and ours and self.card.verifies(self.signature, self.signed())):
            raise ForeignRequest


def make_request(org: UUID, root_e: bytes, login: str, password: str, kdf: Kdf) -> AccountRequest:
    """Choose a password for a new account or after a lost one; only its owner's process sees it."""
    identity = Identity.fresh()
    slot = make_slot(org, "password", login, password_bytes(password), identity, root_e, kdf)
    bare = AccountRequest(login, org, slot, identity.card, root_e)
    return AccountRequest(login, org, slot, identity.card, root_e, identity.sign(bare.signed()))


def read_request(content: bytes) -> AccountRequest:
    """Read a request that was carried over; whether it is genuine is for `require_genuine` to say.

    Raises:
        ForeignRequest: it has not the shape of a request.
    """
    try:
        read = decode(content)
        card = Card(unbase64(read["x"], 32), unbase64(read["e"], 32))
        slot, root_e = read_slot(read["slot"]), unbase64(read["root"], 32)
        request = AccountRequest(str(read["login"]), UUID(read["org"]), slot, card, root_e, unbase64(read["sig"], 64))
    except (ChainBroken, DamagedHeader, KeyError, TypeError, ValueError, AttributeError) as problem:
        raise ForeignRequest from problem
    if request.to_bytes() != content:
        raise ForeignRequest
    return request
