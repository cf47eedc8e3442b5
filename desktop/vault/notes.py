"""Sealed texts of a case, under its key and signed by their author (`keys.md` 2)."""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from desktop.vault.derive import key_id
from desktop.vault.framing import frame
from desktop.vault.identity import Identity, verify
from desktop.vault.inside import read_inside, write_inside
from desktop.vault.padding import MAX_BLOB, pad, unpad
from desktop.vault.refusals import SealBroken
from desktop.vault.sealing import lock, unlock

_FORMAT = b"\x01"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sealed text belongs: every part is bound, so elsewhere it stays shut."""

    org: UUID
    compartment: UUID
    case: UUID
    id: UUID
    kv: int
    author: bytes
    day: date

    def framed(self, label: str, key: bytes, *more: bytes) -> bytes:
        """Give the bytes to bind or to sign."""
        return frame(label, self.org, self.compartment, self.case, self.id, self.kv, key_id(key), self.author,
                     self.day, *more)  # fmt: skip


def seal_note(place: Place, key: bytes, author: Identity, content: dict[str, Any]) -> tuple[bytes, bytes]:
    """Give the blob of a text and its author's signature.

    Raises:
        TooLong: the blob would pass 16 MiB.
    """
    if author.kid != place.author:
        raise ValueError("only its author signs a note")
    blob = _FORMAT + lock(key, pad(write_inside(content)), place.framed("note", key))
    return blob, author.sign(place.framed("note-sig", key, hashlib.sha256(blob).digest()))


def open_note(place: Place, key: bytes, blob: bytes, signature: bytes, author_e: bytes) -> dict[str, Any]:
    """Give a text back, its author proved.

    Raises:
        SealBroken: altered, moved, or not signed by the author it names.
    """
    if not blob.startswith(_FORMAT) or len(blob) > MAX_BLOB:
        raise SealBroken
    if not verify(author_e, signature, place.framed("note-sig", key, hashlib.sha256(blob).digest())):
        raise SealBroken
    return read_inside(unpad(unlock(key, blob[1:], place.framed("note", key))))


def note_hash(blob: bytes, signature: bytes) -> bytes:
    """Give what later texts of the case name as the one before them, so that a deleted one is missed."""
    return hashlib.sha256(blob + signature).digest()
