"""Unfinished texts: kept through a power cut, readable to their author alone."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.models.base import table_of
from desktop.models.keys import uuid7
from desktop.models.sealed import Draft
from desktop.storage.unit_of_work import Desk, Reading, UnitOfWork
from desktop.vault.keyring import Keyring
from desktop.vault.refusals import NotGranted, SealBroken


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLine:
    """One's own unfinished text."""

    id: UUID
    saved_at: datetime
    text: str


def save(desk: Desk, work: UnitOfWork, text: str, draft: UUID | None) -> UUID:
    """Keep a text; a draft saved again takes the place of the one before.

    Raises:
        NotGranted: one has no such draft.
    """
    key, drafts = draft or uuid7(), table_of(Draft)
    values = {"saved_at": work.now, "blob": desk.keys.draft(key, text.encode())}
    mine = (drafts.c.id == key) & (drafts.c.staff_id == desk.member.id)
    if draft is None:
        work.insert(Draft, id=key, staff_id=desk.member.id, **values)
    elif not work.run(sa.update(drafts).where(mine).values(values)):
        raise NotGranted
    return key


def own_drafts(desk: Desk, look: Reading) -> list[DraftLine]:
    """Give one's own unfinished texts, the latest first; those from before a lost password open no more."""
    drafts = table_of(Draft)
    mine = sa.select(drafts).where(drafts.c.staff_id == desk.member.id)
    rows = look.rows(mine.order_by(drafts.c.saved_at.desc(), drafts.c.id))
    return [line for row in rows if (line := _line(desk.keys, row)) is not None]


def _line(keys: Keyring, row: sa.Row[Any]) -> DraftLine | None:
    try:
        return DraftLine(id=row.id, saved_at=row.saved_at, text=keys.read_draft(row.id, row.blob).decode())
    except SealBroken:
        return None
