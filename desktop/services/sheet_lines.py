"""An attendance sheet as it is read: its lines, and what is remarkable about them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.models.activity import Attendance, Session
from desktop.models.people import Person
from desktop.models.years import age_between
from desktop.services import roster
from desktop.services.sessions import SessionLine, one_session
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import COUNTING, AttendanceStatus, Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceLine:
    """One line of a sheet: a person, or somebody who gave no name.

    `away` flags somebody marked who did not lodge at the site when the session began; their mark counts all the same.
    """

    attendance_id: UUID
    person_code: str | None
    name: str
    sex: Sex
    age: int | None
    anonymous: bool
    walk_in: bool
    status: AttendanceStatus | None
    away: bool = False


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


def read_sheet(look: Reading, code: str) -> Sheet:
    """Give the sheet of a session as it stands.

    Raises:
        NotFound: no session has this code.
    """
    session = one_session(look, code)
    site = look.scalar(sa.select(Session.site_id).where(Session.id == session.id))
    here = frozenset(row.person_id for row in look.rows(roster.in_house(site, session.starts_at)))
    return Sheet(session, [_line(row, session, here) for row in _rows(look, session.id)])


def line_of(look: Reading, session: UUID, canon: UUID) -> UUID | None:
    """Find the line of somebody under any of their merged files."""
    own = aliased(Person)
    found = look.scalar(
        sa.select(Attendance.id)
        .join(own, own.id == Attendance.person_id)
        .where(Attendance.session_id == session, own.canonical_id == canon)
    )
    return found if isinstance(found, UUID) else None


def _rows(look: Reading, session: UUID) -> Any:
    own, canon = aliased(Person), aliased(Person)
    return look.rows(
        sa.select(
            Attendance.id, Attendance.status, Attendance.anon_label, Attendance.anon_sex, Attendance.listed,
            canon.id.label("canon"), canon.code, canon.given_names, canon.family_name, canon.sex, canon.birth_mid,
        )
        .outerjoin(own, own.id == sa.func.coalesce(Attendance.person_id, Attendance.joined_to))
        .outerjoin(canon, canon.id == own.canonical_id)
        .where(Attendance.session_id == session, Attendance.listed | Attendance.status.is_not(None))
        .order_by(canon.sort_key.is_(None), canon.sort_key, canon.id, Attendance.anon_label)
    )  # fmt: skip


def _line(row: Any, session: SessionLine, here: frozenset[UUID]) -> AttendanceLine:
    return AttendanceLine(
        attendance_id=row.id,
        person_code=row.code,
        name=f"{row.given_names} {row.family_name}".strip() if row.code else row.anon_label,
        sex=row.sex or row.anon_sex,
        age=age_between(row.birth_mid, session.on_date) if row.birth_mid else None,
        anonymous=row.anon_label is not None,
        walk_in=not row.listed,
        status=row.status,
        away=row.status is not None and row.canon is not None and row.canon not in here,
    )
