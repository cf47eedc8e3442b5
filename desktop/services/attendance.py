"""Taking attendance: a sheet opens ready to mark, and a mark is on disk when it is answered."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.errors import NotFound
from desktop.models.activity import Attendance, Session
from desktop.models.codes import tidy
from desktop.models.keys import uuid7
from desktop.models.people import Person
from desktop.models.years import age_between
from desktop.rights import Permission
from desktop.services import roster
from desktop.services.marks import Mark, clear_untouched, editable, fill, find_line, refuse_counting, write_mark
from desktop.services.sessions import SessionLine, one_session
from desktop.storage.unit_of_work import Desk, Reading
from desktop.vocabulary import COUNTING, AttendanceStatus, MarkSource, SessionOutcome, Sex

DEVICE_LETTER = "A"


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceLine:
    """One line of a sheet: a person, or somebody who gave no name."""

    attendance_id: UUID
    person_code: str | None
    name: str
    sex: Sex
    age: int | None
    anonymous: bool
    walk_in: bool
    status: AttendanceStatus | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet of one session."""

    session: SessionLine
    lines: list[AttendanceLine]

    @property
    def marked(self) -> int:
        """Count the lines that carry a mark."""
        return sum(line.status is not None for line in self.lines)

    @property
    def came(self) -> int:
        """Count those whose mark counts as a participation."""
        return sum(line.status in COUNTING for line in self.lines)


@dataclass(frozen=True, slots=True)
class Filled:
    """What filling a sheet did: the act that can be undone, and how many lines it marked."""

    act: UUID
    count: int


class AttendanceService:
    """Read and fill in attendance sheets."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open_sheet(self, code: str) -> Sheet:
        """Give the sheet of a session, its roster in step with the house.

        Raises:
            NotFound: no session has this code.
        """
        with self._desk.read(Permission.SEE_ATTENDANCE) as look:
            session = one_session(look, code)
            changes = roster.compare(look, session.id)
        if changes.changes and self._desk.may(Permission.MARK_ATTENDANCE) and not session.closed:
            with self._desk.begin(Permission.MARK_ATTENDANCE) as work:
                roster.write(work, roster.compare(work, session.id))
        with self._desk.read(Permission.SEE_ATTENDANCE) as look:
            return Sheet(one_session(look, code), _sheet_lines(look, session.id, session.on_date))

    def mark(
        self,
        line: UUID,
        status: AttendanceStatus | None,
        *,
        source: MarkSource = MarkSource.KEYS,
        reason: str | None = None,
    ) -> None:
        """Write down whether somebody came, or with None that it is not known; the last answer stands.

        Raises:
            NotFound: no such line.
            SheetLocked: the sheet is closed and no reason is given.
            SessionOff: the session is cancelled or did not take place.
        """
        with self._desk.begin(Permission.MARK_ATTENDANCE) as work:
            editable(work, find_line(work, line), reason)
            write_mark(work, line, Mark(status, source, reason))
            work.trace("mark attendance", "attendance", line, ["status"])

    def mark_by_code(self, session: str, person: str, status: AttendanceStatus) -> UUID:
        """Mark somebody by the codes on paper, and give their line; who is not on the roster becomes a walk-in.

        Raises:
            NotFound: no such session or person.
            SheetLocked: the sheet is closed.
            SessionOff: the session is cancelled or did not take place.
        """
        with self._desk.begin(Permission.MARK_ATTENDANCE) as work:
            sheet = one_session(work, session)
            editable(work, sheet.id, None)
            canon = _person(work, person)
            line = _line_of(work, sheet.id, canon)
            source = MarkSource.WALK_IN if line is None else MarkSource.KEYS
            key = line or roster.attendance_key(sheet.id, canon)
            if line is None:
                work.insert(Attendance, id=key, session_id=sheet.id, person_id=canon, listed=False)
            write_mark(work, key, Mark(status, source))
            work.trace("mark attendance", "attendance", key, ["status"])
        return key

    def walk_in(self, session: str, person: str) -> UUID:
        """Mark somebody present who is not on the roster, and give their line.

        Raises:
            NotFound: no such session or person.
            SheetLocked: the sheet is closed.
            SessionOff: the session is cancelled or did not take place.
        """
        return self.mark_by_code(session, person, AttendanceStatus.PRESENT)

    def fill_unmarked(self, session: str, status: AttendanceStatus = AttendanceStatus.PRESENT) -> Filled:
        """Give every unmarked listed line one status; lines that are marked stay as they are.

        Raises:
            NotFound: no session has this code.
            SheetLocked: the sheet is closed.
            SessionOff: the session is cancelled or did not take place.
        """
        with self._desk.begin(Permission.MARK_ATTENDANCE) as work:
            sheet = one_session(work, session)
            editable(work, sheet.id, None)
            return Filled(*fill(work, sheet.id, status))

    def undo_fill(self, act: UUID) -> int:
        """Take back the marks of a fill that nobody touched since, and say how many."""
        with self._desk.begin(Permission.MARK_ATTENDANCE) as work:
            return clear_untouched(work, act)

    def add_anonymous(self, session: str, sex: Sex = Sex.UNKNOWN) -> str:
        """Mark somebody present who gives no name, and give the number they can be joined by.

        Raises:
            NotFound: no session has this code.
            SheetLocked: the sheet is closed.
            SessionOff: the session is cancelled or did not take place.
        """
        with self._desk.begin(Permission.MARK_ATTENDANCE) as work:
            sheet = one_session(work, session)
            editable(work, sheet.id, None)
            many = sa.select(sa.func.count()).where(
                Attendance.session_id == sheet.id, Attendance.anon_label.is_not(None)
            )
            label = f"{DEVICE_LETTER}{work.scalar(many) + 1}"
            key = work.insert(Attendance, id=uuid7(), session_id=sheet.id, anon_label=label, anon_sex=sex, listed=False)
            write_mark(work, key, Mark(AttendanceStatus.PRESENT, MarkSource.WALK_IN, None))
            work.trace("add anonymous", "attendance", key)
        return label

    def join_anonymous(self, session: str, label: str, person: str | None) -> None:
        """Say who an anonymous number was, or with None take it back.

        Raises:
            NotFound: no such session, number or person.
        """
        with self._desk.begin(Permission.MARK_ATTENDANCE) as work:
            sheet = one_session(work, session)
            editable(work, sheet.id, None)
            line = work.scalar(
                sa.select(Attendance.id).where(Attendance.session_id == sheet.id, Attendance.anon_label == label)
            )
            if line is None:
                raise NotFound(code=label)
            work.change(Attendance, line, joined_to=_person(work, person) if person else None)
            work.trace("join anonymous", "attendance", line, ["joined_to"])

    def close_sheet(self, session: str) -> None:
        """Close a sheet once its report is made; later corrections give a reason.

        Raises:
            NotFound: no session has this code.
        """
        with self._desk.begin(Permission.MARK_ATTENDANCE) as work:
            sheet = one_session(work, session)
            work.change(Session, sheet.id, closed_at=work.now)
            work.trace("close sheet", "session", sheet.id, ["closed_at"])

    def did_not_take_place(self, session: str, reason: str) -> None:
        """Say that a planned session was not held, and why.

        Raises:
            NotFound: no session has this code.
            HasMarks: people are marked as having come.
        """
        with self._desk.begin(Permission.MARK_ATTENDANCE) as work:
            sheet = one_session(work, session)
            refuse_counting(work, sheet.id)
            work.change(Session, sheet.id, outcome=SessionOutcome.DID_NOT_TAKE_PLACE, cancel_reason=reason)
            work.trace("did not take place", "session", sheet.id, ["outcome", "cancel_reason"])


def _line_of(look: Reading, session: UUID, canon: UUID) -> UUID | None:
    """Find the line of somebody under any of their merged files."""
    own = aliased(Person)
    found = look.scalar(
        sa.select(Attendance.id)
        .join(own, own.id == Attendance.person_id)
        .where(Attendance.session_id == session, own.canonical_id == canon)
    )
    return found if isinstance(found, UUID) else None


def _person(look: Reading, code: str) -> UUID:
    found = look.scalar(sa.select(Person.canonical_id).where(Person.code == tidy(code), Person.removed_at.is_(None)))
    if not isinstance(found, UUID):
        raise NotFound(code=code)
    return found


def _sheet_lines(look: Reading, session: UUID, on: date) -> list[AttendanceLine]:
    own, canon = aliased(Person), aliased(Person)
    rows = look.rows(
        sa.select(
            Attendance.id, Attendance.status, Attendance.anon_label, Attendance.anon_sex, Attendance.listed,
            canon.code, canon.given_names, canon.family_name, canon.sex, canon.birth_mid,
        )
        .outerjoin(own, own.id == sa.func.coalesce(Attendance.person_id, Attendance.joined_to))
        .outerjoin(canon, canon.id == own.canonical_id)
        .where(Attendance.session_id == session, Attendance.listed | Attendance.status.is_not(None))
        .order_by(canon.sort_key.is_(None), canon.sort_key, canon.id, Attendance.anon_label)
    )  # fmt: skip
    return [_sheet_line(row, on) for row in rows]


def _sheet_line(row: Any, on: date) -> AttendanceLine:
    return AttendanceLine(
        attendance_id=row.id,
        person_code=row.code,
        name=f"{row.given_names} {row.family_name}".strip() if row.code else row.anon_label,
        sex=row.sex or row.anon_sex,
        age=age_between(row.birth_mid, on) if row.birth_mid else None,
        anonymous=row.anon_label is not None,
        walk_in=not row.listed,
        status=row.status,
    )
