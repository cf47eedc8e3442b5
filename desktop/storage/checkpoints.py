"""Heads of the journal signed by somebody who saw them: whoever rewrites the journal cannot sign for them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from desktop.models.accounts import Checkpoint
from desktop.models.base import table_of
from desktop.models.keys import uuid7
from desktop.storage import journal
from desktop.vault.identity import verify

LINES_BETWEEN = 100
_CHECKPOINTS = table_of(Checkpoint)
_PURPOSE = b"jatigi journal checkpoint 1"

Sign = Callable[[bytes], bytes]
PublicKey = Callable[[bytes], bytes | None]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A signed head that the journal does not bear out, and why: missing, changed or unsigned."""

    seq: int
    why: str


def message(head: journal.Head, at: datetime) -> bytes:
    """Give the bytes that are signed, every part framed by its length."""
    parts = (_PURPOSE, head.seq.to_bytes(8, "big"), head.hash, at.isoformat(timespec="microseconds").encode())
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def sign_head(connection: sa.Connection, kid: bytes, sign: Sign, at: datetime) -> journal.Head:
    """Sign the head of the journal with the Ed25519 key named `kid`, in the transaction of the connection."""
    seen = journal.head(connection)
    row = {
        "id": uuid7(),
        "seq": seen.seq,
        "hash": seen.hash,
        "at": at,
        "kid": kid,
        "signature": sign(message(seen, at)),
    }
    connection.execute(_CHECKPOINTS.insert(), row)
    return seen


def is_due(connection: sa.Connection) -> bool:
    """Say whether a hundred lines were written since the last signature."""
    signed = connection.execute(sa.select(sa.func.max(_CHECKPOINTS.c.seq))).scalar() or 0
    return journal.head(connection).seq - int(signed) >= LINES_BETWEEN


def verify_checkpoints(connection: sa.Connection, public_key: PublicKey) -> list[Doubt]:
    """Compare every signed head with the journal; `public_key` gives the 32 bytes of a kid, or None."""
    doubts = []
    for row in connection.execute(sa.select(_CHECKPOINTS).order_by(_CHECKPOINTS.c.seq)).all():
        found = journal.hash_at(connection, row.seq)
        signed = message(journal.Head(row.seq, row.hash), row.at)
        public = public_key(row.kid)
        if public is None or not verify(public, row.signature, signed):
            doubts.append(Doubt(row.seq, "unsigned"))
        elif found != row.hash:
            doubts.append(Doubt(row.seq, "missing" if found is None else "changed"))
    return doubts
