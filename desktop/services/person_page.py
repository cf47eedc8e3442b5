"""What the page of one person shows beside the identity; each part asks for its own right."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.models.centre import Bed, Placement, Room, Site
from desktop.models.people import Person
from desktop.models.stays import Departure, Stay
from desktop.rights import Permission
from desktop.services.consents import Answer, answer_in_force, as_seen
from desktop.services.departures.answers import MAY_COME_BACK
from desktop.services.people_search import visible_person
from desktop.services.timeline import Timeline, timeline
from desktop.storage.unit_of_work import Desk, Reading
from desktop.vocabulary import ConsentPurpose


@dataclass(frozen=True, slots=True, kw_only=True)
class StayLine:
    """One stay, by the clock of its site; `bed` and `room` are the latest ones.

    `handed_over` says that it ended with a handover, `may_come_back` that its end was a hospital or no news.
    """

    id: UUID
    site: str
    in_at: datetime
    out_at: datetime | None
    room: str | None
    bed: str | None
    reason: str | None
    handed_over: bool = False
    may_come_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentLine:
    """One purpose and what is in force for it; no answer means not asked since the latest return."""

    purpose: ConsentPurpose
    answer: Answer | None


class PersonPageService:
    """Read the parts of one person's page."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def stays(self, code: str) -> list[StayLine]:
        """Give the stays of a person at the reader's sites, the latest first.

        Raises:
            NotFound: no person has this code, or none the reader may see.
        """
        with self._desk.read(Permission.SEE_HOUSE) as look:
            return [_stay(row) for row in look.rows(_stays(look, visible_person(look, code).id))]

    def consents(self, code: str) -> list[ConsentLine]:
        """Give every purpose with the answer in force, as the reader may see it.

        Raises:
            NotFound: no person has this code, or none the reader may see.
        """
        with self._desk.read(Permission.SEE_CONSENT) as look:
            person: UUID = visible_person(look, code).id
            said = {one: as_seen(self._desk, answer_in_force(look, person, one)) for one in ConsentPurpose}
        return [ConsentLine(purpose=one, answer=answer) for one, answer in said.items()]

    def timeline(self, code: str, limit: int = 12) -> Timeline:
        """Give what happened to a person, the latest first; each kind only to whoever has the right to it.

        Raises:
            NotFound: no person has this code, or none the reader may see.
        """
        with self._desk.read(Permission.SEE_PEOPLE) as look:
            return timeline(self._desk, look, visible_person(look, code).id, limit)


def _stays(look: Reading, person: UUID) -> Any:
    # One that ended as it began was taken back: nobody lay there.
    lasted = sa.or_(Placement.until_at.is_(None), Placement.until_at > Placement.from_at)
    latest = sa.select(Placement.id).where(Placement.stay_id == Stay.id, lasted).correlate(Stay)
    placed = latest.order_by(Placement.from_at.desc(), Placement.id.desc()).limit(1).scalar_subquery()
    return (
        sa.select(
            Stay.id, Site.name.label("site"), Site.zone, Stay.in_at, Stay.out_at, Room.name.label("room"),
            Bed.label.label("bed"), Departure.reason,
            Departure.receiver,
        )
        .join(Person, Person.id == Stay.person_id)
        .join(Site, Site.id == Stay.site_id)
        .outerjoin(Placement, Placement.id == placed)
        .outerjoin(Room, Room.id == Placement.room_id)
        .outerjoin(Bed, Bed.id == Placement.bed_id)
        .outerjoin(Departure, (Departure.stay_id == Stay.id) & Departure.removed_at.is_(None))
        .where(Person.canonical_id == person, Stay.removed_at.is_(None), look.own_sites(Stay.site_id))
        .order_by(Stay.in_at.desc(), Stay.id.desc())
    )  # fmt: skip


def _stay(row: Any) -> StayLine:
    zone = ZoneInfo(row.zone)
    return StayLine(
        id=row.id,
        site=row.site,
        in_at=row.in_at.astimezone(zone),
        out_at=row.out_at.astimezone(zone) if row.out_at else None,
        room=row.room,
        bed=row.bed,
        reason=row.reason,
        handed_over=row.receiver is not None,
        may_come_back=row.reason in MAY_COME_BACK,
    )
