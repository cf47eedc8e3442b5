"""Heads of the journal signed by somebody who saw them: whoever rewrites the journal cannot sign for them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from desktop.errors import DeskError
from desktop.i18n import mark
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


class JournalRewritten(DeskError):
    """The journal is not what whoever was signed in last put their signature to.

    Whoever went on would sign what was rewritten, so nobody does.
    """

    sentence = mark(
        "The journal of this vault was rewritten behind the program’s back: it no longer fits what was last signed, "
        "at line {line}. Keep this folder as it is and restore a backup from before."
    )


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
    rows = connection.execute(sa.select(_CHECKPOINTS).order_by(_CHECKPOINTS.c.seq)).all()
    return [doubt for doubt in (_doubt(connection, row, public_key) for row in rows) if doubt]


def refuse_rewritten(connection: sa.Connection, public_key: PublicKey) -> None:
    """Compare the newest signed head alone with the journal: what every opening can afford.

    Raises:
        JournalRewritten: it does not fit, or more lines follow it than are ever left unsigned.
    """
    newest = _CHECKPOINTS.c.seq.desc(), _CHECKPOINTS.c.id.desc()
    row = connection.execute(sa.select(_CHECKPOINTS).order_by(*newest).limit(1)).first()
    doubt = _doubt(connection, row, public_key) if row else None
    if doubt or is_due(connection):
        raise JournalRewritten(line=row.seq if row else 0)


def _doubt(connection: sa.Connection, row: Any, public_key: PublicKey) -> Doubt | None:
    public, signed = public_key(row.kid), message(journal.Head(row.seq, row.hash), row.at)
    if public is None or not verify(public, row.signature, signed):
        return Doubt(row.seq, "unsigned")
    found = journal.hash_at(connection, row.seq)
    return None if found == row.hash else Doubt(row.seq, "missing" if found is None else "changed")
