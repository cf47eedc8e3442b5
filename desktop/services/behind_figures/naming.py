"""Naming what rows stand for: people as their files name them, sessions by what, when and where."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.models.centre import Site
from desktop.models.people import Person
from desktop.services.behind_figures.answers import BehindLine, Counted
from desktop.services.figures.counting import Participation
from desktop.services.figures.presence import Presence, Span
from desktop.storage.unit_of_work import Reading

_AT_ONCE = 500  # keys in one question


def session_line(row: Any) -> BehindLine:
    """Name a session."""
    at = row.starts_at.astimezone(ZoneInfo(row.zone))
    return BehindLine(session=row.code, activity=row.activity_label, at=at, site=row.site_name)


def participation_lines(look: Reading, rows: Sequence[Participation], sessions: Sequence[Any]) -> list[BehindLine]:
    """Name who came to what, session by session, those without a name last."""
    named = _names(look, {row.who for row in rows if row.is_person})
    places = {row.id: row for row in sessions}
    lines = [_came(row, named, places[row.session]) for row in rows]
    return sorted(lines, key=lambda line: (line.at, line.session, not line.person, line.name, line.number))


def _came(row: Participation, named: Mapping[UUID, Any], session: Any) -> BehindLine:
    where = session_line(session)
    person = named.get(row.who)
    return BehindLine(
        person=person.code if person else "",
        name=_name(person) if person else "",
        number="" if person else row.number or "",
        session=where.session,
        activity=where.activity,
        at=where.at,
        site=where.site,
    )


def house_lines(look: Reading, lodged: Presence, counted: Counted) -> list[BehindLine]:
    """Name who lodged: with the hour they came or left, or the midnight they were there."""
    chosen = _lodging(lodged, counted)
    named = _names(look, {span.who for span, _ in chosen})
    sites = {row.id: row for row in look.rows(sa.select(Site.id, Site.name, Site.zone))}
    lines = [
        BehindLine(
            person=named[span.who].code,
            name=_name(named[span.who]),
            at=at and at.astimezone(ZoneInfo(sites[span.site].zone)),
            site=sites[span.site].name,
        )
        for span, at in chosen
    ]
    return sorted(lines, key=lambda line: (line.name, line.person, line.at or lodged.start))


def _lodging(lodged: Presence, counted: Counted) -> list[tuple[Span, datetime | None]]:
    if counted is Counted.ENTRIES:
        return [(span, span.begins) for span in lodged.entries()]
    if counted is Counted.EXITS:
        return [(span, span.ends) for span in lodged.exits()]
    if counted is Counted.NIGHTS:
        return [*lodged.nights()]
    return [(span, span.begins) for span in lodged.at(lodged.start if counted is Counted.AT_START else lodged.end)]


def _names(look: Reading, people: Iterable[UUID]) -> dict[UUID, Any]:
    keys, shown = list(people), (Person.id, Person.code, Person.given_names, Person.family_name)
    parts = [keys[at : at + _AT_ONCE] for at in range(0, len(keys), _AT_ONCE)]
    return {row.id: row for part in parts for row in look.rows(sa.select(*shown).where(Person.id.in_(part)))}


def _name(row: Any) -> str:
    return f"{row.given_names} {row.family_name}".strip()
