"""Unfinished notes: kept through a power cut, given back to their author alone."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.models.base import table_of
from desktop.models.keys import uuid7
from desktop.models.sealed import Draft
from desktop.rights import Permission
from desktop.services.note_content import NoteContent, read_content, write_content
from desktop.storage.unit_of_work import Desk, UnitOfWork
from desktop.vault.inside import read_inside, write_inside
from desktop.vault.keyring import Keyring
from desktop.vault.refusals import NotGranted, SealBroken

_DRAFTS = table_of(Draft)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftContent:
    """An unfinished note with the case it is meant for: all of it stands inside the seal."""

    case: UUID
    note: NoteContent
    addendum_to: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLine:
    """One's own unfinished note, as it was last kept."""

    id: UUID
    saved_at: datetime
    content: DraftContent


class DraftService:
    """Keep what somebody is writing; the journal tells that a draft began and ended, never when it grew."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def save(self, content: DraftContent, draft_id: UUID | None = None) -> UUID:
        """Keep an unfinished note, readable to oneself alone; saved again, it takes the place of the one before.

        Raises:
            NotGranted: one has no such draft.
            TooLong: the sealed text would pass 16 MiB.
        """
        if draft_id is None:
            return self._begin(content)
        if not self._desk.keep_draft(Permission.WORK_ON_CASES, draft_id, lambda: _spelt(content)):
            raise NotGranted
        return draft_id

    def _begin(self, content: DraftContent) -> UUID:
        with self._desk.begin(Permission.WORK_ON_CASES) as work:
            key = uuid7()
            blob = self._desk.keys.draft(key, _spelt(content))
            work.insert(Draft, id=key, staff_id=self._desk.member.id, saved_at=work.now, blob=blob)
            work.trace("begin draft", "draft", key)
        return key

    def discard(self, draft_id: UUID) -> None:
        """Throw an unfinished note of one's own away.

        Raises:
            NotGranted: one has no such draft.
        """
        with self._desk.begin(Permission.WORK_ON_CASES) as work:
            if not drop_draft(work, draft_id):
                raise NotGranted
            work.trace("discard draft", "draft", draft_id)

    def own(self) -> list[DraftLine]:
        """Give one's own unfinished notes, the latest first; those from before a lost password open no more."""
        with self._desk.read(Permission.WORK_ON_CASES) as look:
            mine = sa.select(_DRAFTS).where(_DRAFTS.c.staff_id == self._desk.member.id)
            rows = look.rows(mine.order_by(_DRAFTS.c.saved_at.desc(), _DRAFTS.c.id))
        return [line for row in rows if (line := _line(self._desk.keys, row)) is not None]


def drop_draft(work: UnitOfWork, draft: UUID) -> bool:
    """Delete a draft of whoever acts, and say whether there was one."""
    return work.run(sa.delete(_DRAFTS).where(_DRAFTS.c.id == draft, _DRAFTS.c.staff_id == work.member.id)) > 0


def _spelt(content: DraftContent) -> bytes:
    return write_inside({
        "case": str(content.case),
        "note": write_content(content.note),
        "addendum_to": str(content.addendum_to or ""),
    })  # fmt: skip


def _line(keys: Keyring, row: sa.Row[Any]) -> DraftLine | None:
    try:
        inside = read_inside(keys.read_draft(row.id, row.blob))
        content = DraftContent(
            case=UUID(inside["case"]),
            note=read_content(inside["note"]),
            addendum_to=UUID(inside["addendum_to"]) if inside["addendum_to"] else None,
        )
    except (SealBroken, KeyError, ValueError, TypeError, AttributeError):
        return None
    return DraftLine(id=row.id, saved_at=row.saved_at, content=content)
