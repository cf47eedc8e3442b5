"""What happened in the house: somebody came, had a bed, left; at the sites of the reader."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.models.centre import Bed, Placement, Room, Site
from desktop.models.people import Person
from desktop.models.stays import Departure, Stay
from desktop.services.exit_reasons import exit_words
from desktop.services.timeline.answers import Event, EventKind
from desktop.storage.unit_of_work import Reading


def arrivals(look: Reading, person: UUID, most: int) -> Iterator[Event]:
    """Give when and where somebody came, the latest first."""
    for row in look.rows(_of_stays(look, person, Stay.in_at).limit(most)):
        yield Event(kind=EventKind.ARRIVED, at=row.at.astimezone(ZoneInfo(row.zone)), where=row.site)


def exits(look: Reading, person: UUID, most: int) -> Iterator[Event]:
    """Give when somebody left, why and where to, the latest first."""
    written = (Departure.stay_id == Stay.id) & Departure.removed_at.is_(None)
    question = _of_stays(look, person, Stay.out_at).add_columns(Departure.reason, Departure.destination)
    rows = look.rows(question.outerjoin(Departure, written).where(Stay.out_at.is_not(None)).limit(most))
    words = exit_words(look) if rows else {}
    for row in rows:
        at = row.at.astimezone(ZoneInfo(row.zone))
        what = words.get(row.reason, row.reason or "")
        yield Event(kind=EventKind.LEFT, at=at, what=what, where=row.destination or "")


def beds(look: Reading, person: UUID, most: int) -> Iterator[Event]:
    """Give the beds somebody had, the latest first."""
    # One that ended as it began was taken back: nobody lay there.
    lasted = sa.or_(Placement.until_at.is_(None), Placement.until_at > Placement.from_at)
    question = _of_stays(look, person, Placement.from_at).add_columns(Bed.label, Room.name)
    rows = look.rows(
        question.join(Placement, (Placement.stay_id == Stay.id) & lasted)
        .join(Bed, Bed.id == Placement.bed_id)
        .join(Room, Room.id == Bed.room_id)
        .limit(most)
    )
    for row in rows:
        yield Event(kind=EventKind.BED, at=row.at.astimezone(ZoneInfo(row.zone)), what=row.label, where=row.name)


def _of_stays(look: Reading, person: UUID, at: Any) -> Any:
    return (
        sa.select(at.label("at"), Site.name.label("site"), Site.zone)
        .select_from(Stay)
        .join(Person, Person.id == Stay.person_id)
        .join(Site, Site.id == Stay.site_id)
        .where(Person.canonical_id == person, Stay.removed_at.is_(None), look.own_sites(Stay.site_id))
        .order_by(at.desc())
    )
