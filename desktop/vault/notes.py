"""Sealed texts: notes under a case's key, drafts under their author's, worries to a compartment (`keys.md` 2)."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from desktop.vault.derive import hkdf, key_id
from desktop.vault.framing import frame
from desktop.vault.identity import Identity, verify
from desktop.vault.refusals import SealBroken
from desktop.vault.sealing import binding, lock, open_with, seal_to, unlock

_FORMAT = b"\x01"
_SMALL_STEP, _LARGE_STEP, _SMALL_LIMIT = 256, 4096, 8192
_OVERHEAD = 1 + 12 + 16
MAX_BLOB = 16 * 1024 * 1024
DROP_BYTES = 4096


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


def pad(content: bytes) -> bytes:
    """Hide the length of a text in steps of 256 bytes, above 8 KiB of 4 KiB, the seal's own bytes included."""
    framed = len(content).to_bytes(4, "big") + content
    whole = len(framed) + _OVERHEAD
    step = _SMALL_STEP if whole <= _SMALL_LIMIT else _LARGE_STEP
    return framed + bytes(-whole % step)


def unpad(padded: bytes) -> bytes:
    """Give the text back.

    Raises:
        SealBroken: the length inside does not fit.
    """
    length = int.from_bytes(padded[:4], "big")
    if length > len(padded) - 4 or any(padded[4 + length :]):
        raise SealBroken
    return padded[4 : 4 + length]


def seal_note(place: Place, key: bytes, author: Identity, content: dict[str, Any]) -> tuple[bytes, bytes]:
    """Give the blob of a text and its author's signature."""
    if author.kid != place.author:
        raise ValueError("only its author signs a note")
    text = json.dumps(content, ensure_ascii=False, sort_keys=True).encode()
    blob = _FORMAT + lock(key, pad(text), place.framed("note", key))
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
    return _content(unpad(unlock(key, blob[1:], place.framed("note", key))))


def seal_draft(author: Identity, org: UUID, uid: UUID, draft: UUID, text: bytes) -> bytes:
    """Lock an unfinished text for its author alone; it is lost with the password."""
    return lock(hkdf(author.seed, "draft"), pad(text), frame("draft", org, uid, draft))


def open_draft(author: Identity, org: UUID, uid: UUID, draft: UUID, locked: bytes) -> bytes:
    """Give an unfinished text back to its author.

    Raises:
        SealBroken: it is somebody else's.
    """
    return unpad(unlock(hkdf(author.seed, "draft"), locked, frame("draft", org, uid, draft)))


def seal_drop(x: bytes, kid: bytes, org: UUID, compartment: UUID, kv: int, content: dict[str, Any]) -> bytes:
    """Seal a worry to a compartment: always 4144 bytes, unreadable to its own author afterwards."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True).encode()
    framed = len(text).to_bytes(4, "big") + text
    if len(framed) > DROP_BYTES:
        raise ValueError("a worry holds 4,092 bytes at most")
    return seal_to(x, framed + bytes(DROP_BYTES - len(framed)), binding("drop", org, compartment, kv, kid))


def open_drop(identity: Identity, org: UUID, compartment: UUID, kv: int, sealed: bytes) -> dict[str, Any]:
    """Give a worry to a holder of the compartment.

    Raises:
        SealBroken: it was made for another compartment, or altered.
    """
    return _content(unpad(open_with(identity, sealed, binding("drop", org, compartment, kv, identity.kid))))


def _content(text: bytes) -> dict[str, Any]:
    """Read what was sealed: whoever seals may have put anything inside."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise SealBroken from problem
    if not isinstance(content, dict):
        raise SealBroken
    return content
