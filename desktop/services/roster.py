"""The roster of a session: whoever is in the house at that hour and fits the audience."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.models.activity import ActivityType, Attendance, Session
from desktop.models.keys import named_key
from desktop.models.people import Person
from desktop.models.stays import Stay
from desktop.models.years import age_between
from desktop.storage.unit_of_work import Reading, UnitOfWork


@dataclass(frozen=True, slots=True)
class Roster:
    """What opening a sheet would change: stays to list, lines to take off."""

    session: UUID
    arrived: tuple[tuple[UUID, UUID], ...]  # person, stay
    back: tuple[UUID, ...]
    gone: tuple[UUID, ...]

    @property
    def changes(self) -> bool:
        """Say whether there is anything to write."""
        return bool(self.arrived or self.back or self.gone)


def attendance_key(session: UUID, person: UUID) -> UUID:
    """Give the key of somebody's line at a session, the same on every computer."""
    return named_key("attendance", session, person)


def in_house(site: UUID, moment: datetime) -> Any:
    """Ask who lodges at a site at a moment: canonical person and stay, two branches each with its index."""
    stays = sa.select(Stay.person_id, Stay.id.label("stay_id")).where(
        Stay.site_id == site, Stay.in_at <= moment, Stay.removed_at.is_(None)
    )
    both = sa.union_all(stays.where(Stay.out_at.is_(None)), stays.where(Stay.out_at > moment)).subquery()
    lodger, canon = aliased(Person), aliased(Person)
    return (
        sa.select(canon.id.label("person_id"), sa.func.min(both.c.stay_id).label("stay_id"), canon.sex, canon.birth_max)
        .join(lodger, lodger.id == both.c.person_id)
        .join(canon, canon.id == lodger.canonical_id)
        .where(canon.removed_at.is_(None))
        .group_by(canon.id)
    )


def compare(look: Reading, session: UUID) -> Roster:
    """Compare who should be listed with who is; a marked line is never taken off."""
    row = look.row(
        sa.select(Session.site_id, Session.starts_at, Session.on_date, ActivityType.audience)
        .join(ActivityType, Session.type_id == ActivityType.id)
        .where(Session.id == session)
    )
    if row is None:
        return Roster(session, (), (), ())
    here = {
        one.person_id: one.stay_id
        for one in look.rows(in_house(row.site_id, row.starts_at))
        if _fits(one, row.audience, row.on_date)
    }
    lines = _lines(look, session)
    known = {line.canon for line in lines}
    stands = _one_line_each(lines)
    open_lines = [line for line in lines if line.status is None and line.canon is not None]
    return Roster(
        session,
        tuple((person, stay) for person, stay in here.items() if person not in known),
        tuple(line.id for line in open_lines if not line.listed and line.canon in here and line.id in stands),
        tuple(line.id for line in open_lines if line.listed and not (line.canon in here and line.id in stands)),
    )


def _one_line_each(lines: Sequence[sa.Row[Any]]) -> frozenset[UUID]:
    """Give the line by which each person is asked for, however many of their merged files are on the sheet."""
    first: dict[UUID, UUID] = {}
    for line in sorted(lines, key=lambda line: (line.status is None, line.id)):
        first.setdefault(line.canon, line.id)
    return frozenset(first.values())


def _lines(look: Reading, session: UUID) -> Sequence[sa.Row[Any]]:
    return look.rows(
        sa.select(Attendance.id, Attendance.listed, Attendance.status, Person.canonical_id.label("canon"))
        .outerjoin(Person, Person.id == Attendance.person_id)
        .where(Attendance.session_id == session)
    )


def _fits(person: Any, audience: dict[str, Any], on: Any) -> bool:
    """Ask the youngest reading of an age, as every safeguard does; an unknown one is a child's."""
    age = age_between(person.birth_max, on) if person.birth_max else 0
    if not audience.get("age_from", 0) <= age <= audience.get("age_to", 200):
        return False
    return person.sex in audience.get("sexes", (person.sex,))


def write(work: UnitOfWork, roster: Roster) -> None:
    """Bring the lines of a session in step with the house."""
    work.insert_many(
        Attendance,
        [
            {
                "id": attendance_key(roster.session, person),
                "session_id": roster.session,
                "person_id": person,
                "stay_id": stay,
            }
            for person, stay in roster.arrived
        ],
    )
    for lines, listed in ((roster.back, True), (roster.gone, False)):
        if lines:
            work.run(sa.update(Attendance).where(Attendance.id.in_(lines)).values(listed=listed))
    work.trace("refresh roster", "session", roster.session)
