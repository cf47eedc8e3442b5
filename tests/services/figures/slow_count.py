"""The same figures counted slowly, row by row, from the words of the definitions alone."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.models.activity import Attendance, Session
from desktop.models.base import Base, table_of
from desktop.models.centre import Site
from desktop.models.people import Person
from desktop.models.stays import Stay
from desktop.rights import Permission
from desktop.storage.unit_of_work import Desk

CAME = {"present", "late", "left_early"}


@dataclass
class Tables:
    """Every row of the tables that figures come from."""

    people: dict[UUID, Any]
    sessions: dict[UUID, Any]
    sites: dict[UUID, Any]
    lines: list[Any]
    stays: list[Any]


def read_tables(desk: Desk) -> Tables:
    """Read whole tables, with no question asked of the database."""
    with desk.read(Permission.SEE_FIGURES) as look:

        def rows(model: type[Base]) -> list[Any]:
            return list(look.rows(sa.select(table_of(model))))

        def keyed(model: type[Base]) -> dict[UUID, Any]:
            return {row.id: row for row in rows(model)}

        return Tables(keyed(Person), keyed(Session), keyed(Site), rows(Attendance), rows(Stay))


def end_of_merges(tables: Tables, person: UUID) -> UUID:
    """Follow the pointers one by one."""
    while (into := tables.people[person].merged_into) is not None:
        person = into
    return person


def off(session: Any) -> bool:
    """Say whether a session is a draft, was cancelled or did not take place."""
    return bool(session.state != "published" or session.outcome == "did_not_take_place")


def participations(tables: Tables, first: date, last: date, site: str | None) -> set[tuple[UUID, UUID, bool]]:
    """Give every (session, who, is a person) of a period."""
    found = set()
    for line in tables.lines:
        session = tables.sessions[line.session_id]
        here = site is None or tables.sites[session.site_id].code == site
        if line.status in CAME and not off(session) and here and first <= session.on_date <= last:
            person = line.person_id or line.joined_to
            who = end_of_merges(tables, person) if person else line.id
            found.add((session.id, who, person is not None))
    return found


def cells(tables: Tables, found: set[tuple[UUID, UUID, bool]]) -> Counter[str]:
    """Count participations by the sex and band of each person on the day."""
    counted: Counter[str] = Counter()
    for session, who, is_person in found:
        if is_person:
            row = tables.people[who]
            counted[f"{row.sex} {band(row.birth_mid, tables.sessions[session].on_date)}"] += 1
        else:
            line = next(one for one in tables.lines if one.id == who)
            counted[f"{line.anon_sex} unknown"] += 1
    return counted


def band(born: date | None, on: date) -> str:
    """Give the UNHCR band of an exact birth date."""
    if born is None:
        return "unknown"
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    return next(
        name for top, name in ((4, "0-4"), (11, "5-11"), (17, "12-17"), (59, "18-59"), (999, "60+")) if age <= top
    )


def hours_present(tables: Tables, site: str | None, moment: datetime) -> int:
    """Count people in the house at a moment, each once per site."""
    there = {
        (end_of_merges(tables, stay.person_id), stay.site_id)
        for stay in tables.stays
        if stay.in_at <= moment and (stay.out_at is None or moment < stay.out_at)
        if site is None or tables.sites[stay.site_id].code == site
    }
    return len(there)


def nights(tables: Tables, monday: date, site: str | None) -> int:
    """Count people at each of the seven midnights that end the days of a week."""
    first = datetime(monday.year, monday.month, monday.day, tzinfo=UTC)
    return sum(hours_present(tables, site, first + timedelta(days=n)) for n in range(1, 8))
