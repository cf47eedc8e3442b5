"""The same figures counted slowly, row by row, from the words of the definitions alone."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.models.activity import Attendance, AttendanceMark, Session
from desktop.models.base import Base, table_of
from desktop.models.centre import Site
from desktop.models.people import LookAlike, Person
from desktop.models.stays import Return, Stay
from desktop.rights import Permission
from desktop.storage.unit_of_work import Desk

CAME = {"present", "late", "left_early"}
BANDS = ((4, "0-4"), (11, "5-11"), (17, "12-17"), (59, "18-59"), (999, "60+"))
MALI, IVORY = {"mali", "ml"}, {"cote d'ivoire", "côte d’ivoire", "ci"}


@dataclass(frozen=True)
class Came:
    """One participation: at which session, who, and which line says so."""

    session: UUID
    who: UUID
    is_person: bool
    line: UUID


@dataclass
class Tables:
    """Every row of the tables that figures come from."""

    people: dict[UUID, Any]
    sessions: dict[UUID, Any]
    sites: dict[UUID, Any]
    lines: dict[UUID, Any]
    marks: list[Any]
    stays: dict[UUID, Any]
    returns: dict[UUID, Any]
    look_alikes: list[Any]


@dataclass(frozen=True)
class Asked:
    """What is counted: the week of a Monday, one site or all, up to a moment."""

    monday: date
    site: str | None
    stop: datetime

    @property
    def days(self) -> list[date]:
        """Give the seven days."""
        return [self.monday + timedelta(days=n) for n in range(7)]


def read_tables(desk: Desk) -> Tables:
    """Read whole tables, with no question asked of the database."""
    with desk.read(Permission.SEE_FIGURES) as look:

        def rows(model: type[Base]) -> list[Any]:
            return list(look.rows(sa.select(table_of(model))))

        def keyed(model: type[Base]) -> dict[UUID, Any]:
            return {row.id: row for row in rows(model)}

        marks = sorted(rows(AttendanceMark), key=lambda mark: mark.id)
        return Tables(
            keyed(Person),
            keyed(Session),
            keyed(Site),
            keyed(Attendance),
            marks,
            keyed(Stay),
            keyed(Return),
            rows(LookAlike),
        )


def end_of_merges(tables: Tables, person: UUID) -> UUID:
    """Follow the pointers one by one."""
    while (into := tables.people[person].merged_into) is not None:
        person = into
    return person


def off(session: Any) -> bool:
    """Say whether a session was cancelled or did not take place."""
    return bool(session.state == "cancelled" or session.outcome == "did_not_take_place")


def on_plan(tables: Tables, asked: Asked) -> list[Any]:
    """Give the sessions of the week that are neither drafts nor taken away."""
    return [
        one
        for one in tables.sessions.values()
        if one.state != "draft"
        and one.removed_at is None
        and one.on_date in asked.days
        and (asked.site is None or tables.sites[one.site_id].code == asked.site)
    ]


def everything(tables: Tables, stop: datetime) -> list[Came]:
    """Give every participation there ever was, by the hour of the session; two rows of one person are one."""
    found: dict[tuple[UUID, UUID], list[Came]] = {}
    for line in tables.lines.values():
        session = tables.sessions[line.session_id]
        if session.state != "published" or session.removed_at or off(session) or session.starts_at > stop:
            continue
        made = [mark for mark in tables.marks if mark.attendance_id == line.id and mark.at <= stop]
        if made and made[-1].status in CAME:
            person = line.person_id or line.joined_to
            who = end_of_merges(tables, person) if person else line.id
            found.setdefault((session.id, who), []).append(Came(session.id, who, person is not None, line.id))
    rows = [min(same, key=lambda one: (status(tables, one) is None, one.line)) for same in found.values()]
    return sorted(rows, key=lambda one: (tables.sessions[one.session].starts_at, one.session))


def of_week(tables: Tables, asked: Asked) -> list[Came]:
    """Give the participations of the week."""
    sessions = {one.id for one in on_plan(tables, asked)}
    return [one for one in everything(tables, asked.stop) if one.session in sessions]


def band(tables: Tables, one: Came) -> str:
    """Give the UNHCR band on the day: that of both ends of the birth date, else that of its middle."""
    if not one.is_person:
        noted = tables.lines[one.line].anon_band
        return noted if noted in {name for _, name in BANDS} else "unknown"
    person, on = tables.people[one.who], tables.sessions[one.session].on_date
    if person.birth_min is None or person.birth_max is None:
        return "unknown"
    ends = {_band(person.birth_min, on), _band(person.birth_max, on)}
    if len(ends) == 1:
        return ends.pop()
    ten_years_later = person.birth_min.replace(year=person.birth_min.year + 10)
    if person.birth_max > ten_years_later:
        return "unknown"
    return _band(person.birth_min + timedelta(days=(person.birth_max - person.birth_min).days // 2), on)


def _band(born: date, on: date) -> str:
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    return next(name for top, name in BANDS if age <= top)


def sex(tables: Tables, one: Came) -> str:
    """Give the sex of a person, or the one noted with a number."""
    return str(tables.people[one.who].sex if one.is_person else tables.lines[one.line].anon_sex)


def status(tables: Tables, one: Came) -> str | None:
    """Give the status of the return under the row's stay, else the person's."""
    stay = tables.stays.get(tables.lines[one.line].stay_id)
    back = tables.returns.get(stay.return_id) if stay else None
    said: str | None = back.status if back else None
    return said or (tables.people[one.who].status if one.is_person else None)


def nationality(tables: Tables, one: Came) -> str:
    """Give the country meant, however it was written."""
    said = ((tables.people[one.who].nationality if one.is_person else "") or "").strip().lower()
    return "ML" if said in MALI else "CI" if said in IVORY else said or "unknown"


def by_first(rows: list[Came], key: Callable[[Came], object]) -> dict[object, tuple[int, int]]:
    """Count participations, and people where their first participation stands."""
    seen: set[UUID] = set()
    unique: Counter[object] = Counter()
    for one in rows:
        if one.is_person and one.who not in seen:
            seen.add(one.who)
            unique[key(one)] += 1
    return {name: (count, unique[name]) for name, count in Counter(map(key, rows)).items()}


def persons(rows: list[Came]) -> set[UUID]:
    """Give the people with a name."""
    return {one.who for one in rows if one.is_person}


def newcomers(tables: Tables, asked: Asked) -> int:
    """Count those of the week whose very first participation, anywhere, lies in it."""
    firsts: dict[UUID, Came] = {}
    for one in everything(tables, asked.stop):
        firsts.setdefault(one.who, one)
    here = persons(of_week(tables, asked))
    return sum(tables.sessions[firsts[who].session].on_date in asked.days for who in here)


def waiting(tables: Tables) -> int:
    """Count the pairs of two different people that nobody has decided on."""
    decided = {(row.low, row.high) for row in tables.look_alikes if row.verdict in {"same", "different", "twin"}}
    pairs = {(row.low, row.high) for row in tables.look_alikes} - decided
    return sum(end_of_merges(tables, low) != end_of_merges(tables, high) for low, high in pairs)
