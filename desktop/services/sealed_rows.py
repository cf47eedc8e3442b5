"""The sealed rows of a case, and what tells that one of them was deleted or altered."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.models.base import table_of
from desktop.models.sealed import Letter, Referral, ReferralEvent, SealedItem
from desktop.storage.reading import Reading
from desktop.vault.cases import CaseKeys, SealedText
from desktop.vault.keyring import Keyring
from desktop.vault.notes import note_hash
from desktop.vault.refusals import SealBroken

_TABLES = tuple(table_of(model) for model in (SealedItem, Referral, ReferralEvent, Letter))
_COLUMNS = ("id", "compartment_id", "case_id", "kv", "author_kid", "day", "blob", "signature")


@dataclass(frozen=True, slots=True)
class SealedRow:
    """A row of a case: its clear columns, its hash, and what it says; nothing when it was altered."""

    table: str
    row: sa.Row[Any]
    hash: bytes
    text: SealedText | None


def sealed_rows(keys: Keyring, look: Reading, case: UUID) -> list[SealedRow]:
    """Open every row of a case, the oldest first.

    Raises:
        NotGranted: the reader does not hold the case.
    """
    keys.versioned(case)
    opener = CaseKeys(keys)
    found = [_opened(opener, table.name, row) for table in _TABLES for row in look.rows(_of_case(table, case))]
    return sorted(found, key=lambda one: (one.row.day, one.row.id))


def _of_case(table: sa.Table, case: UUID) -> sa.Select[Any]:
    return sa.select(*(table.c[name] for name in _COLUMNS)).where(table.c.case_id == case)


def _opened(opener: CaseKeys, table: str, row: sa.Row[Any]) -> SealedRow:
    try:
        text = opener.read(row)
    except SealBroken:
        text = None
    return SealedRow(table, row, note_hash(row.blob, row.signature), text)


def latest(rows: Iterable[SealedRow]) -> tuple[bytes, ...]:
    """Give the hashes that no later row names; the next row names them."""
    rows = list(rows)
    return tuple({one.hash for one in rows} - _named(rows))


def lost(rows: Iterable[SealedRow]) -> int:
    """Count the rows that others name and that are gone or no longer what they were."""
    rows = list(rows)
    return len(_named(rows) - {one.hash for one in rows})


def _named(rows: Iterable[SealedRow]) -> set[bytes]:
    return {named for one in rows if one.text for named in one.text.after}
