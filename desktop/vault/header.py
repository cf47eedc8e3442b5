"""The key file beside the database: its door, its slots, its own seal (`keys.md` 2, `data.keys`)."""

import hmac
from dataclasses import dataclass, replace
from typing import Any, Self
from uuid import UUID

from desktop.vault.derive import hkdf, key_id
from desktop.vault.framing import frame
from desktop.vault.identity import Identity, verify
from desktop.vault.refusals import ChainBroken, DamagedHeader, NewerFormat, TooManySlots
from desktop.vault.signed import VERSION, decode, encode, unbase64
from desktop.vault.slots import MAX_SLOTS, Slot, read_slot

MAX_HEADER = 256 * 1024
_NAMES = {"v", "org", "vault", "gen", "n", "door", "slots", "mac"}


@dataclass(frozen=True, slots=True)
class Header:
    """What stands in `data.keys`; `n` numbers the database file, `gen` every rewriting."""

    org: UUID
    vault: UUID
    gen: int
    n: int
    door_body: bytes
    door_signature: bytes
    slots: tuple[Slot, ...]
    mac: bytes = b""

    def _content(self) -> dict[str, Any]:
        return {
            "v": VERSION,
            "org": str(self.org),
            "vault": str(self.vault),
            "gen": self.gen,
            "n": self.n,
            "door": {"body": self.door_body, "sig": self.door_signature},
            "slots": [slot.as_json() for slot in self.slots],
        }

    def _mac_under(self, dek: bytes) -> bytes:
        return hmac.digest(hkdf(dek, "header"), encode(self._content()), "sha256")

    def sealed(self, dek: bytes) -> Self:
        """Give the header with its own seal under the data key.

        Raises:
            TooManySlots: no program would read it.
        """
        if len(self.slots) > MAX_SLOTS:
            raise TooManySlots(limit=MAX_SLOTS)
        return replace(self, mac=self._mac_under(dek))

    def is_sealed_by(self, dek: bytes) -> bool:
        """Say whether nobody without the data key changed the header."""
        return hmac.compare_digest(self.mac, self._mac_under(dek))

    def to_bytes(self) -> bytes:
        """Give the file's content."""
        return encode(self._content() | {"mac": self.mac})

    def slot_of(self, tag: bytes) -> Slot | None:
        """Find the slot of a login's tag."""
        return next((slot for slot in self.slots if hmac.compare_digest(slot.tag, tag)), None)

    def check_door(self, root_e: bytes, dek: bytes) -> None:
        """Make sure that the trusted root says this is the data key of this file.

        Raises:
            DamagedHeader: the door was not signed by that root, or names another key.
        """
        if not verify(root_e, self.door_signature, frame("door", self.door_body)):
            raise DamagedHeader
        if self.door_body != door_body(self.org, self.vault, self.n, dek):
            raise DamagedHeader


def door_body(org: UUID, vault: UUID, n: int, dek: bytes) -> bytes:
    """Give the statement of the current data key that the root signs."""
    return encode({"org": str(org), "vault": str(vault), "n": n, "dek_id": key_id(dek)})


def sign_door(root: Identity, org: UUID, vault: UUID, n: int, dek: bytes) -> tuple[bytes, bytes]:
    """Give the door of a new data key: its body and the root's signature."""
    body = door_body(org, vault, n, dek)
    return body, root.sign(frame("door", body))


def read_header(content: bytes) -> Header:
    """Read a key file, every bound checked before anything is computed from it.

    Raises:
        DamagedHeader: it is not the file that was written.
        NewerFormat: a later program wrote it.
    """
    try:
        return _read(decode(content, MAX_HEADER))
    except (ChainBroken, KeyError, TypeError, ValueError, AttributeError) as problem:
        raise DamagedHeader from problem


def _read(read: dict[str, Any]) -> Header:
    if type(read.get("v")) is not int:
        raise DamagedHeader
    if read["v"] > VERSION:
        raise NewerFormat
    if set(read) != _NAMES or set(read["door"]) != {"body", "sig"} or type(read["slots"]) is not list:
        raise DamagedHeader
    if len(read["slots"]) > MAX_SLOTS or type(read["gen"]) is not int or type(read["n"]) is not int:
        raise DamagedHeader
    return Header(
        UUID(read["org"]),
        UUID(read["vault"]),
        read["gen"],
        read["n"],
        unbase64(read["door"]["body"]),
        unbase64(read["door"]["sig"], 64),
        tuple(read_slot(slot) for slot in read["slots"]),
        unbase64(read["mac"], 32),
    )
