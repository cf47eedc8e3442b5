"""The journal of access and change, each line chained to the one before."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from desktop.models.accounts import Journal
from desktop.models.base import table_of

_LINES = table_of(Journal)
_START = bytes(32)


@dataclass(frozen=True, slots=True)
class Line:
    """What one line says: who did what to which record; field names, never values."""

    at: datetime
    session: bytes
    actor: UUID | None
    action: str
    object_type: str = ""
    object_id: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The last line of the journal: how many there are and what they hash to."""

    seq: int
    hash: bytes


def head(connection: sa.Connection) -> Head:
    """Give the head of the journal; an empty one has number 0."""
    row = connection.execute(sa.select(_LINES.c.seq, _LINES.c.hash).order_by(_LINES.c.seq.desc()).limit(1)).first()
    return Head(row.seq, row.hash) if row else Head(0, _START)


@dataclass(frozen=True, slots=True)
class Chain:
    """What a reading of the whole journal found: its head, and the first line that does not follow, if any."""

    head: Head
    broken_at: int | None


def verify(connection: sa.Connection) -> Chain:
    """Read the whole journal and hash every line again.

    A chain that holds says only that nobody without the key touched it: checkpoints and anchors tell the rest.
    """
    last = Head(0, _START)
    for row in connection.execute(sa.select(_LINES).order_by(_LINES.c.seq)).yield_per(2000):
        line = Line(row.at, row.session, row.actor, row.action, row.object_type, row.object_id, row.detail)
        if (row.seq, row.prev, row.hash) != (last.seq + 1, last.hash, line_hash(last, line)):
            return Chain(last, last.seq + 1)
        last = Head(row.seq, row.hash)
    return Chain(last, None)


def hash_at(connection: sa.Connection, seq: int) -> bytes | None:
    """Give what line `seq` hashes to, or None when the journal has no such line; line 0 stands for an empty one."""
    if seq == 0:
        return _START
    found: bytes | None = connection.execute(sa.select(_LINES.c.hash).where(_LINES.c.seq == seq)).scalar()
    return found


def append(connection: sa.Connection, line: Line) -> Head:
    """Write one line in the transaction of the change it tells of."""
    last = head(connection)
    fresh = Head(last.seq + 1, line_hash(last, line))
    connection.execute(
        _LINES.insert(),
        {
            "seq": fresh.seq,
            "at": line.at,
            "session": line.session,
            "actor": line.actor,
            "action": line.action,
            "object_type": line.object_type,
            "object_id": line.object_id,
            "detail": line.detail,
            "prev": last.hash,
            "hash": fresh.hash,
        },
    )
    return fresh


def line_hash(last: Head, line: Line) -> bytes:
    """Hash a line with the one before it, every part framed by its length."""
    parts = (
        last.hash,
        (last.seq + 1).to_bytes(8, "big"),
        line.at.isoformat(timespec="microseconds").encode(),
        line.session,
        line.actor.bytes if line.actor else b"",
        line.action.encode(),
        line.object_type.encode(),
        line.object_id.encode(),
        line.detail.encode(),
    )
    return hashlib.sha256(b"".join(len(part).to_bytes(4, "big") + part for part in parts)).digest()
