"""Reading the journal: who did what to which record, newest first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from desktop.models.accounts import Journal, Staff
from desktop.rights import Permission
from desktop.storage.unit_of_work import Desk

PAGE_LINES = 200


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One line as the page shows it; `who` is empty for an act without an author."""

    seq: int
    at: datetime
    who: str
    action: str
    object_type: str
    object_id: str
    fields: tuple[str, ...]


_COLUMNS = (
    Journal.seq,
    Journal.at,
    Staff.name.label("who"),
    Journal.action,
    Journal.object_type,
    Journal.object_id,
    Journal.detail,
)


class JournalPage:
    """Read the journal, page by page."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def lines(self, *, before: int | None = None, action: str = "", limit: int = PAGE_LINES) -> list[JournalLine]:
        """Give the newest lines, or those before line `before`; `action` keeps one kind of act.

        Raises:
            NotAllowed: the member of staff may not read the journal.
        """
        question = sa.select(*_COLUMNS).outerjoin(Staff, Staff.id == Journal.actor).order_by(Journal.seq.desc())
        if before is not None:
            question = question.where(Journal.seq < before)
        if action:
            question = question.where(Journal.action == action)
        with self._desk.read(Permission.READ_JOURNAL) as look:
            return [_line(row) for row in look.rows(question.limit(limit))]

    def actions(self) -> list[str]:
        """Give every kind of act the journal speaks of.

        Raises:
            NotAllowed: the member of staff may not read the journal.
        """
        kinds = sa.select(Journal.action).distinct().order_by(Journal.action)
        with self._desk.read(Permission.READ_JOURNAL) as look:
            return [row.action for row in look.rows(kinds)]


def _line(row: sa.Row[Any]) -> JournalLine:
    fields = tuple(row.detail.split(",")) if row.detail else ()
    return JournalLine(row.seq, row.at, row.who or "", row.action, row.object_type, row.object_id, fields)
