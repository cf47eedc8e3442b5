"""Slots: an identity and the data key, locked under a password or a paper's code."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop.vault.derive import Kdf, login_tag
from desktop.vault.framing import frame
from desktop.vault.identity import Identity
from desktop.vault.refusals import ChainBroken, DamagedHeader, NewerFormat, WrongPassword
from desktop.vault.sealing import binding, open_with, seal_to
from desktop.vault.signed import VERSION, decode, encode, unbase64

ID_BYTES = 92
SEALED_KEY_BYTES = 80
MAX_SLOTS = 64
_COPY_BYTES = 256 * 1024
KINDS = frozenset({"password", "paper", "setup"})
PAPER_LOGIN = "\x00paper"


@dataclass(frozen=True, slots=True)
class Slot:
    """One way into the vault; without `dek` it gives an identity but not the data."""

    kind: str
    tag: bytes
    kdf: Kdf
    id: bytes
    kid: bytes
    dek: bytes

    def as_json(self) -> dict[str, Any]:
        """Give the slot as it stands in the header."""
        kdf = {"m": self.kdf.m, "t": self.kdf.t, "p": self.kdf.p, "salt": self.kdf.salt}
        return {"kind": self.kind, "tag": self.tag, "kdf": kdf, "id": self.id, "kid": self.kid, "dek": self.dek}


def read_slot(read: Any) -> Slot:
    """Read a slot, its shape checked before anything is computed from it.

    Raises:
        DamagedHeader: a name, a length or a bound is wrong.
        ChainBroken: no base64.
    """
    if not isinstance(read, dict) or set(read) != {"kind", "tag", "kdf", "id", "kid", "dek"}:
        raise DamagedHeader
    kdf = read["kdf"]
    if read["kind"] not in KINDS or not isinstance(kdf, dict) or set(kdf) != {"m", "t", "p", "salt"}:
        raise DamagedHeader
    if not all(type(kdf[name]) is int for name in "mtp"):
        raise DamagedHeader
    dek = unbase64(read["dek"])
    if len(dek) not in (0, SEALED_KEY_BYTES):
        raise DamagedHeader
    parameters = Kdf(kdf["m"], kdf["t"], kdf["p"], unbase64(kdf["salt"]))
    return Slot(read["kind"], unbase64(read["tag"], 32), parameters, unbase64(read["id"], ID_BYTES),
                unbase64(read["kid"], 32), dek)  # fmt: skip


def write_slots(slots: Sequence[Slot]) -> bytes:
    """Spell the copy of the slots that the database keeps, for a key file that was overwritten."""
    return encode({"v": VERSION, "slots": [slot.as_json() for slot in slots]})


def read_slots(copy: bytes) -> tuple[Slot, ...]:
    """Read the copy that `write_slots` made.

    Raises:
        DamagedHeader: it is not what was written.
        NewerFormat: a later program wrote it.
    """
    try:
        read = decode(copy, _COPY_BYTES)
        if type(read.get("v")) is int and read["v"] > VERSION:
            raise NewerFormat
        if set(read) != {"v", "slots"} or type(read["slots"]) is not list or len(read["slots"]) > MAX_SLOTS:
            raise DamagedHeader
        return tuple(read_slot(slot) for slot in read["slots"])
    except (ChainBroken, KeyError, TypeError) as problem:
        raise DamagedHeader from problem


def make_slot(org: UUID, kind: str, login: str, secret: bytes, identity: Identity, root_e: bytes, kdf: Kdf) -> Slot:
    """Lock an identity, with the root it trusts, under a secret; the data key is added by `give_dek`."""
    tag = login_tag(org, login)
    nonce = secrets.token_bytes(12)
    locked = AESGCM(kdf.key_from(secret)).encrypt(nonce, identity.seed + root_e, _bound(org, kind, tag, kdf))
    return Slot(kind, tag, kdf, nonce + locked, identity.kid, b"")


def give_dek(slot: Slot, x: bytes, dek: bytes, vault: UUID, org: UUID, n: int) -> Slot:
    """Seal the data key to the identity of the slot, whose public key is `x`."""
    sealed = seal_to(x, dek, binding("dek", org, vault, n, slot.kid))
    return Slot(slot.kind, slot.tag, slot.kdf, slot.id, slot.kid, sealed)


def open_slot(slot: Slot, org: UUID, secret: bytes) -> tuple[Identity, bytes]:
    """Give the identity and the root it trusts.

    Raises:
        WrongPassword: the secret is not that of the slot.
        DamagedHeader: the slot's own name does not fit the identity inside.
    """
    key = slot.kdf.key_from(secret)
    try:
        inside = AESGCM(key).decrypt(slot.id[:12], slot.id[12:], _bound(org, slot.kind, slot.tag, slot.kdf))
    except InvalidTag as problem:
        raise WrongPassword from problem
    identity = Identity(inside[:32])
    if identity.kid != slot.kid:
        raise DamagedHeader
    return identity, inside[32:]


def open_dek(slot: Slot, identity: Identity, vault: UUID, org: UUID, n: int) -> bytes:
    """Give the data key of a slot.

    Raises:
        SealBroken: it was sealed for another vault, number or person.
    """
    return open_with(identity, slot.dek, binding("dek", org, vault, n, identity.kid))


def _bound(org: UUID, kind: str, tag: bytes, kdf: Kdf) -> bytes:
    return frame("id", org, kind, tag, kdf.framed())
