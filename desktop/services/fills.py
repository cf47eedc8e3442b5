"""Marking every line that has no mark in one act, and taking that act back."""

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.accounts import Act, ActRow
from desktop.models.activity import Attendance
from desktop.models.base import table_of
from desktop.services.marks import Mark, mark_many, write_mark
from desktop.services.sheet_rules import editable
from desktop.storage.unit_of_work import UnitOfWork
from desktop.vocabulary import AttendanceStatus, MarkSource

_LINE = table_of(Attendance)
_KIND = "fill attendance"


@dataclass(frozen=True, slots=True)
class Filled:
    """What filling a sheet did: the act that can be undone, and how many lines it marked."""

    act: UUID
    count: int


def fill(work: UnitOfWork, session: UUID, status: AttendanceStatus) -> Filled:
    """Mark every unmarked listed line of a session as one act."""
    rows = work.rows(
        sa.select(_LINE.c.id, _LINE.c.version_id).where(
            _LINE.c.session_id == session, _LINE.c.status.is_(None), _LINE.c.listed
        )
    )
    act = work.insert(Act, kind=_KIND, at=work.now)
    mark_many(work, [row.id for row in rows], Mark(status, MarkSource.FILL))
    work.insert_many(ActRow, [
        {"act_id": act, "table_name": "attendance", "row_id": row.id, "version_after": row.version_id + 1}
        for row in rows
    ])  # fmt: skip
    work.trace(_KIND, "session", session, ["status"])
    return Filled(act, len(rows))


def clear_untouched(work: UnitOfWork, act: UUID) -> int:
    """Clear the lines of an act that have the version it left them with; gives how many.

    Raises:
        NotFound: no sheet was filled by this act.
        SheetLocked: the sheet was closed since.
    """
    if work.scalar(sa.select(Act.id).where(Act.id == act, Act.kind == _KIND)) is None:
        raise NotFound(code=act)
    rows = work.rows(
        sa.select(_LINE.c.id, _LINE.c.session_id)
        .join(ActRow, ActRow.row_id == _LINE.c.id)
        .where(ActRow.act_id == act, _LINE.c.version_id == ActRow.version_after)
    )
    for session in {row.session_id for row in rows}:
        editable(work, session, None)
    for row in rows:
        write_mark(work, row.id, Mark(None, MarkSource.FILL))
    work.change(Act, act, undone_at=work.now)
    work.trace("undo fill", "act", act)
    return len(rows)
