"""One link of a chain: who says what about which object, after which link (`keys.md` 2)."""

import hashlib
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from desktop.vault.framing import frame
from desktop.vault.identity import Identity, verify
from desktop.vault.refusals import ChainBroken, NewerFormat, TooLong
from desktop.vault.signed import MAX_RECORD, VERSION, decode, encode, unbase64

START = bytes(32)
MAX_CHAIN = 10_000
KINDS = frozenset({"cert", "card", "grant"})
_NAMES = {"v", "org", "obj", "rev", "prev", "kind", "by", "at", "data"}


@dataclass(frozen=True, slots=True)
class Record:
    """A signed record as it is stored, and what it says."""

    obj: UUID
    rev: int
    kind: str
    by: bytes
    at: str
    prev: bytes
    org: UUID
    data: dict[str, Any]
    body: bytes
    signature: bytes

    @property
    def digest(self) -> bytes:
        """Give what the next link names as the one before it."""
        return hashlib.sha256(self.body + self.signature).digest()

    def signed_by(self, e: bytes) -> bool:
        """Say whether the key `e` signed this record."""
        return verify(e, self.signature, frame("record", self.body))


def sign_record(
    signer: Identity, org: UUID, obj: UUID, last: Record | None, kind: str, at: str, data: dict[str, Any]
) -> Record:
    """Write and sign the next link of the chain of `obj`; `at` is an ISO moment in UTC.

    Raises:
        TooLong: the record or its chain would be longer than anybody reads.
    """
    rev, prev = (last.rev + 1, last.digest) if last else (1, START)
    body = encode(
        {
            "v": VERSION,
            "org": str(org),
            "obj": str(obj),
            "rev": rev,
            "prev": prev,
            "kind": kind,
            "by": signer.kid,
            "at": at,
            "data": data,
        }
    )
    if len(body) > MAX_RECORD or rev > MAX_CHAIN:
        raise TooLong
    return Record(obj, rev, kind, signer.kid, at, prev, org, decode(body)["data"], body,
                  signer.sign(frame("record", body)))  # fmt: skip


def read_record(body: bytes, signature: bytes) -> Record:
    """Read a stored record; whether it may stand is for the ledger to say.

    Raises:
        ChainBroken: its shape is not that of a record.
        NewerFormat: a later program wrote it.
    """
    read = decode(body)
    if set(read) != _NAMES or not isinstance(read["data"], dict):
        raise ChainBroken(reason="shape")
    if type(read["v"]) is not int or type(read["rev"]) is not int or read["kind"] not in list(KINDS):
        raise ChainBroken(reason="shape")
    if read["v"] > VERSION:
        raise NewerFormat
    try:
        obj, org = UUID(read["obj"]), UUID(read["org"])
    except (ValueError, AttributeError, TypeError) as problem:
        raise ChainBroken(reason="shape") from problem
    return Record(
        obj,
        read["rev"],
        read["kind"],
        unbase64(read["by"], 32),
        str(read["at"]),
        unbase64(read["prev"], 32),
        org,
        read["data"],
        body,
        signature,
    )
