"""Heads of the journal kept outside the database: they tell an old copy and a lost journal file."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.models.accounts import Anchor as AnchorRow
from desktop.models.base import table_of
from desktop.models.keys import uuid7
from desktop.storage import journal
from desktop.storage.folder import write_whole

_ROWS = table_of(AnchorRow)
_KEPT = 100


class OlderThanAnchor(DeskError):
    """The database lost lines of its journal, or has others, than when it was last seen."""

    sentence = mark(
        "This file is not the one last seen here: lines of its journal are missing or changed (count: {lines}). "
        "An old copy was put back, or a file of the vault was removed."
    )


@dataclass(frozen=True, slots=True)
class Anchor:
    """A head of the journal as it was seen somewhere."""

    seq: int
    hash: bytes
    at: datetime
    place: str


def read_anchors(path: Path) -> list[Anchor]:
    """Give the anchors of a file; one that is missing or makes no sense has none."""
    try:
        found = json.loads(path.read_bytes())
        return [_anchor(one) for one in found][-_KEPT:]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []


def _anchor(one: dict[str, str]) -> Anchor:
    return Anchor(int(one["seq"]), bytes.fromhex(one["hash"]), datetime.fromisoformat(one["at"]), str(one["place"]))


def write_anchor(path: Path, fresh: Anchor) -> None:
    """Add an anchor to a file; the oldest ones go."""
    kept = [*read_anchors(path), fresh][-_KEPT:]
    rows = [{"seq": one.seq, "hash": one.hash.hex(), "at": one.at.isoformat(), "place": one.place} for one in kept]
    write_whole(path, json.dumps(rows, indent=1).encode())


def note_anchor(connection: sa.Connection, anchor: Anchor) -> None:
    """Remember in the database that a head was written outside it."""
    row = {"id": uuid7(), "seq": anchor.seq, "hash": anchor.hash, "at": anchor.at, "place": anchor.place}
    connection.execute(_ROWS.insert(), row)


def anchor_of(connection: sa.Connection, at: datetime, place: str) -> Anchor:
    """Give the head of the journal as an anchor."""
    seen = journal.head(connection)
    return Anchor(seen.seq, seen.hash, at, place)


def lost_since(connection: sa.Connection, anchors: Iterable[Anchor]) -> list[Anchor]:
    """Give the anchors that the journal does not bear out."""
    return [one for one in anchors if journal.hash_at(connection, one.seq) != one.hash]


def refuse_older(connection: sa.Connection, anchors: Sequence[Anchor]) -> None:
    """Refuse a database whose journal does not hold what was seen of it.

    Raises:
        OlderThanAnchor: lines are missing or changed.
    """
    lost = lost_since(connection, anchors)
    if lost:
        known = {one.seq for one in anchors} - {one.seq for one in lost}
        raise OlderThanAnchor(lines=max(one.seq for one in lost) - max(known, default=0))
