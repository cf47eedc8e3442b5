"""Reading the journal: who did what to which record, newest first."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.models.accounts import Journal, Staff
from desktop.rights import Permission
from desktop.services.papers import home
from desktop.storage.unit_of_work import Desk

PAGE_LINES = 200
# Acts on sealed work tell nothing to somebody without the right to it: for them it does not exist.
SEALED = frozenset({"case", "compartment", "draft", "referral", "referral_event", "sealed_item", "tray_item"})


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One line as the page shows it, on the clock of the house; `who` is empty for an act without an author."""

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


class JournalService:
    """Read the journal, page by page: who did what to which record, never what was written."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def lines(
        self,
        *,
        before: int | None = None,
        action: str = "",
        who: UUID | None = None,
        day: date | None = None,
        limit: int = PAGE_LINES,
    ) -> list[JournalLine]:
        """Give the newest lines, or those before line `before`; the rest keeps one kind of act, one author, one day.

        Raises:
            NotAllowed: the member of staff may not read the journal.
        """
        question = sa.select(*_COLUMNS).outerjoin(Staff, Staff.id == Journal.actor).order_by(Journal.seq.desc())
        if before is not None:
            question = question.where(Journal.seq < before)
        if action:
            question = question.where(Journal.action == action)
        if who is not None:
            question = question.where(Journal.actor == who)
        with self._desk.read(Permission.READ_JOURNAL) as look:
            zone = ZoneInfo(home(look)[1])
            if day is not None:
                begins = datetime.combine(day, time(), zone)
                question = question.where(Journal.at >= begins, Journal.at < begins + timedelta(days=1))
            rows = look.rows(question.where(self._shown()).limit(limit))
        return [_line(row, zone) for row in rows]

    def actions(self) -> list[str]:
        """Give every kind of act the journal speaks of.

        Raises:
            NotAllowed: the member of staff may not read the journal.
        """
        kinds = sa.select(Journal.action).where(self._shown()).distinct().order_by(Journal.action)
        with self._desk.read(Permission.READ_JOURNAL) as look:
            return [row.action for row in look.rows(kinds)]

    def authors(self) -> list[tuple[UUID, str]]:
        """Give everybody with an account, by name.

        Raises:
            NotAllowed: the member of staff may not read the journal.
        """
        with self._desk.read(Permission.READ_JOURNAL) as look:
            return [(row.id, row.name) for row in look.rows(sa.select(Staff.id, Staff.name).order_by(Staff.name))]

    def _shown(self) -> sa.ColumnElement[bool]:
        if self._desk.may(Permission.WORK_ON_CASES):
            return sa.true()
        return Journal.object_type.not_in(sorted(SEALED))


def _line(row: sa.Row[Any], zone: ZoneInfo) -> JournalLine:
    fields = tuple(row.detail.split(",")) if row.detail else ()
    at = row.at.astimezone(zone)
    return JournalLine(row.seq, at, row.who or "", row.action, row.object_type, row.object_id, fields)
