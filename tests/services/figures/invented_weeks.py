"""Weeks invented by chance, written straight into the tables, with everything that makes counting hard."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

import sqlalchemy as sa

from desktop.models.activity import ActivityType, Attendance, Session
from desktop.models.centre import Site
from desktop.models.keys import uuid7
from desktop.models.people import Person
from desktop.models.stays import Stay
from desktop.rights import Permission
from desktop.storage.unit_of_work import Desk, UnitOfWork
from desktop.vocabulary import COUNTING, AttendanceStatus, SessionOutcome, SessionState, Sex

MONDAY = date(2026, 11, 16)
STOP = datetime(2026, 11, 21, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Invented:
    """The keys to draw from."""

    people: list[UUID]
    sites: list[UUID]
    kinds: list[UUID]


def invent_week(desk: Desk, chance: Random) -> None:
    """Fill the tables with two sites, merged files, joined numbers, cancelled sessions and unknown ages."""
    with desk.begin(Permission.MANAGE_CENTRE) as work:
        sites = [_site(work, code) for code in ("BKO", "KYS")]
        kinds = list(work.connection.scalars(sa.select(ActivityType.id)))
        people = _people(work, chance)
        pool = Invented(people, sites, kinds)
        for n in range(chance.randrange(4, 14)):
            _session(work, chance, pool, n)
        for person in people:
            _stays(work, chance, person, sites)
        work.trace("invent")


def _site(work: UnitOfWork, code: str) -> UUID:
    found = work.scalar(sa.select(Site.id).where(Site.code == code))
    return found if isinstance(found, UUID) else work.insert(Site, code=code, name=code)


def _people(work: UnitOfWork, chance: Random) -> list[UUID]:
    keys = [uuid7() for _ in range(12)]
    for at, key in enumerate(keys):
        # A merge points at an earlier file, so the first of a chain is its end.
        into = chance.choice(keys[:at]) if at and chance.random() < 0.3 else None
        canon = work.scalar(sa.select(Person.canonical_id).where(Person.id == into)) if into else key
        born = _born(chance)
        work.insert(
            Person,
            id=key,
            code=f"P{key}",
            sex=chance.choice(list(Sex)),
            birth_min=born,
            birth_max=born,
            birth_mid=born,
            merged_into=into,
            canonical_id=canon,
        )
    return keys


def _born(chance: Random) -> date | None:
    return None if chance.random() < 0.2 else date(1960, 1, 1) + timedelta(days=chance.randrange(24_000))


def _session(work: UnitOfWork, chance: Random, pool: Invented, n: int) -> None:
    on = MONDAY + timedelta(days=chance.randrange(-9, 8))
    starts = datetime(on.year, on.month, on.day, chance.randrange(8, 18), tzinfo=UTC)
    key = work.insert(
        Session,
        code=f"S{uuid7()}{n}",
        type_id=chance.choice(pool.kinds),
        site_id=chance.choice(pool.sites),
        on_date=on,
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        state=chance.choice([*[SessionState.PUBLISHED] * 5, SessionState.DRAFT, SessionState.CANCELLED]),
        outcome=chance.choice([None, None, None, SessionOutcome.HELD, SessionOutcome.DID_NOT_TAKE_PLACE]),
    )
    for person in chance.sample(pool.people, chance.randrange(6)):
        _line(work, chance, key, person_id=person)
    for number in range(chance.randrange(3)):
        joined = chance.choice(pool.people) if chance.random() < 0.5 else None
        _line(work, chance, key, anon_label=f"A{number}", joined_to=joined, anon_sex=chance.choice(list(Sex)))


def _line(work: UnitOfWork, chance: Random, session: UUID, **values: object) -> None:
    status = chance.choice([None, *AttendanceStatus])
    work.insert(Attendance, session_id=session, status=status, counted=status in COUNTING, **values)


def _stays(work: UnitOfWork, chance: Random, person: UUID, sites: list[UUID]) -> None:
    begins = datetime(2026, 11, 10, tzinfo=UTC) + timedelta(hours=chance.randrange(300))
    for _ in range(chance.randrange(3)):
        ends = begins + timedelta(hours=chance.randrange(1, 200))
        work.insert(Stay, person_id=person, site_id=chance.choice(sites), in_at=begins, out_at=ends)
        begins = ends + timedelta(hours=chance.choice([0, 5]))
