"""Weeks invented by chance, written straight into the tables, with everything that makes counting hard."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.models.activity import ActivityType, Attendance, AttendanceMark, Session
from desktop.models.centre import Site
from desktop.models.keys import uuid7
from desktop.models.people import LookAlike
from desktop.models.stays import Return, Stay
from desktop.rights import Permission
from desktop.storage.unit_of_work import Desk, UnitOfWork
from desktop.vocabulary import (
    COUNTING,
    AttendanceStatus,
    LookAlikeVerdict,
    MarkSource,
    SessionOutcome,
    SessionState,
    Sex,
)
from tests.services.figures.invented_people import invent_people

MONDAY = date(2024, 11, 18)
STOP = datetime(2024, 11, 23, 10, tzinfo=UTC)
SITES = ("BKO", "KIT", "KYS")
STATUSES = (None, None, "returnee", "transit", "Hôte")


@dataclass(frozen=True, slots=True)
class Invented:
    """The keys to draw from; the stays of each person."""

    people: list[UUID]
    sites: list[UUID]
    kinds: list[UUID]
    stays: dict[UUID, list[UUID]] = field(default_factory=dict)


def invent_week(desk: Desk, chance: Random) -> None:
    """Fill the tables with what a hard week and the days around it hold."""
    with desk.begin(Permission.MANAGE_CENTRE) as work:
        sites = [work.insert(Site, code=code, name=f"Centre {code}") for code in SITES]
        pool = Invented(invent_people(work, chance), sites, list(work.connection.scalars(sa.select(ActivityType.id))))
        for person in pool.people:
            pool.stays[person] = _stays(work, chance, person, sites)
        for n in range(chance.randrange(6, 16)):
            _session(work, chance, pool, n)
        for _ in range(chance.randrange(4)):
            _look_alike(work, chance, pool.people)
        work.trace("invent")


def _stays(work: UnitOfWork, chance: Random, person: UUID, sites: list[UUID]) -> list[UUID]:
    """Bring somebody in up to three times; the last stay may be open, and one may have been taken back."""
    begins = datetime(2024, 11, 12, tzinfo=UTC) + timedelta(hours=chance.randrange(310))
    keys = []
    for number in range(count := chance.randrange(4)):
        is_open = number == count - 1 and chance.random() < 0.5
        ends = begins + timedelta(hours=chance.randrange(1, 160))
        back = None
        if chance.random() < 0.8:
            back = work.insert(
                Return, person_id=person, arrived_at=begins, arrived_on=begins.date(), status=chance.choice(STATUSES)
            )
        removed = work.now if chance.random() < 0.1 else None
        keys.append(
            work.insert(
                Stay,
                person_id=person,
                return_id=back,
                site_id=chance.choice(sites),
                in_at=begins,
                out_at=None if is_open else ends,
                removed_at=removed,
            )
        )
        begins = ends + timedelta(hours=chance.choice([0, 0, 5]))
    return keys


def _session(work: UnitOfWork, chance: Random, pool: Invented, n: int) -> None:
    on = MONDAY + timedelta(days=chance.randrange(-9, 8))
    starts = datetime(on.year, on.month, on.day, chance.randrange(8, 18), tzinfo=UTC)
    key = work.insert(
        Session,
        code=f"S{n}",
        type_id=chance.choice(pool.kinds),
        site_id=chance.choice(pool.sites),
        on_date=on,
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        state=chance.choice([*[SessionState.PUBLISHED] * 6, SessionState.DRAFT, SessionState.CANCELLED]),
        outcome=chance.choice([*[None] * 4, SessionOutcome.HELD, SessionOutcome.DID_NOT_TAKE_PLACE]),
        cancel_reason=chance.choice([None, "", "Pluie", "Panne"]),
        removed_at=work.now if chance.random() < 0.08 else None,
    )
    for person in chance.sample(pool.people, chance.randrange(7)):
        stay = chance.choice([None, *pool.stays[person]])
        _line(work, chance, (key, starts), person_id=person, stay_id=stay)
    for number in range(chance.randrange(4)):
        joined = chance.choice(pool.people) if chance.random() < 0.5 else None
        band = chance.choice([None, "12-17", "18-59", "15-17"])
        sex = chance.choice(list(Sex))
        _line(work, chance, (key, starts), anon_label=f"A{number}", joined_to=joined, anon_sex=sex, anon_band=band)


def _line(work: UnitOfWork, chance: Random, session: tuple[UUID, datetime], **values: object) -> None:
    """Write a line with up to three marks made one after the other, some long before or after the session."""
    key, starts = session
    times = sorted(starts + timedelta(hours=chance.choice([-40, 0, 1, 2, 20, 90])) for _ in range(chance.randrange(4)))
    marks = [(at, chance.choice([None, *AttendanceStatus, *COUNTING])) for at in times]
    at, status = marks[-1] if marks else (None, None)
    line = work.insert(
        Attendance,
        session_id=key,
        status=status,
        counted=status in COUNTING,
        marked_at=at if status else None,
        listed=chance.random() < 0.8,
        **values,
    )
    work.insert_many(AttendanceMark, [_mark(line, at, status) for at, status in marks])


def _mark(line: UUID, at: datetime, status: AttendanceStatus | None) -> dict[str, Any]:
    return {"id": uuid7(), "attendance_id": line, "at": at, "status": status, "source": MarkSource.KEYS}


def _look_alike(work: UnitOfWork, chance: Random, people: list[UUID]) -> None:
    low, high = sorted(chance.sample(people, 2))
    for verdict in (None, chance.choice([None, *LookAlikeVerdict])):
        work.insert(LookAlike, low=low, high=high, score=70, verdict=verdict)
