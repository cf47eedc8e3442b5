"""The roll of a convoy: who is expected, who is here, who is not on the list, who did not come."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.errors import NotFound
from desktop.models.centre import Site
from desktop.models.people import Person, Wristband
from desktop.models.stays import Convoy, ManifestImport, ManifestLine, Stay
from desktop.services.convoys.arriving import Arrival
from desktop.services.convoys.rereading import reread
from desktop.services.merging import born
from desktop.services.people_search import Wanted, wanted_people
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import ManifestState, Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class RollLine:
    """One line of the list, or somebody who was added; `code` leads to the file of those who are here."""

    id: UUID
    row: int
    name: str
    sex: Sex
    birth: str
    wristband: str
    state: ManifestState
    code: str | None


@dataclass(frozen=True, slots=True)
class Roll:
    """Everybody of a convoy, in the order of its list, by the clock of its site; not yet come is None."""

    lines: tuple[RollLine, ...]
    arrived_at: datetime | None

    def count(self, state: ManifestState) -> int:
        """Count the lines of one state."""
        return sum(line.state is state for line in self.lines)

    @property
    def listed(self) -> int:
        """Count those the list named."""
        return len(self.lines) - self.count(ManifestState.ADDED)


def convoy_row(look: Reading, convoy: UUID) -> sa.Row[Any]:
    """Give a convoy with its standing list.

    Raises:
        NotFound: there is none.
        NotAllowed: the member of staff works at other sites.
    """
    row = look.row(
        sa.select(Convoy.id, Convoy.site_id, Convoy.planned_at, Convoy.arrived_at, Convoy.created_at)
        .add_columns(Site.code, Site.zone, ManifestImport.id.label("import_id"), ManifestImport.mapping)
        .join(Site, Site.id == Convoy.site_id)
        .join(ManifestImport, (ManifestImport.convoy_id == Convoy.id) & ManifestImport.undone_at.is_(None))
        .where(Convoy.id == convoy, Convoy.removed_at.is_(None))
    )
    if row is None:
        raise NotFound(code=convoy)
    look.check_site(row.site_id)
    return row


def said_at(convoy: sa.Row[Any]) -> Arrival:
    """Give the moment from which the ages of a list count: when its people were to come, or came."""
    at: datetime = convoy.planned_at or convoy.arrived_at or convoy.created_at
    return Arrival(convoy.site_id, convoy.code, convoy.zone, at)


def read_roll(look: Reading, convoy: UUID) -> Roll:
    """Give everybody of a convoy whom the reader may see."""
    row = convoy_row(look, convoy)
    lines = look.rows(
        sa.select(ManifestLine.__table__)
        .where(ManifestLine.import_id == row.import_id)
        .order_by(ManifestLine.row_no, ManifestLine.id)
    )
    here = _here(look, [line.stay_id for line in lines if line.stay_id])
    day = said_at(row).local.date()
    shown = [
        _somebody(line, here[line.stay_id]) if line.stay_id else _nobody_yet(line, row.mapping, day)
        for line in lines
        if line.stay_id is None or line.stay_id in here
    ]
    return Roll(tuple(shown), row.arrived_at and row.arrived_at.astimezone(ZoneInfo(row.zone)))


def _here(look: Reading, stays: list[UUID]) -> dict[UUID, sa.Row[Any]]:
    own = aliased(Person)
    band = sa.select(Wristband.number).where(Wristband.stay_id == Stay.id, Wristband.until_at.is_(None))
    rows = look.rows(
        sa.select(Person.__table__, Stay.id.label("stay"), band.limit(1).scalar_subquery().label("band"))
        .join(own, own.canonical_id == Person.id)
        .join(Stay, Stay.person_id == own.id)
        .where(Stay.id.in_(stays), Stay.removed_at.is_(None), *wanted_people(look, Wanted()))
    )
    return {row.stay: row for row in rows}


def _somebody(line: sa.Row[Any], person: sa.Row[Any]) -> RollLine:
    return RollLine(
        id=line.id,
        row=line.row_no,
        name=f"{person.family_name} {person.given_names}".strip(),
        sex=person.sex,
        birth=born(person.birth_min, person.birth_max, person.birth_said),
        wristband=person.band or "",
        state=line.state,
        code=person.code,
    )


def _nobody_yet(line: sa.Row[Any], mapping: dict[str, str], day: date) -> RollLine:
    said = reread(line.row_no, line.cells, mapping, day)
    return RollLine(
        id=line.id,
        row=line.row_no,
        name=f"{said.family_name} {said.given_names}".strip(),
        sex=said.sex,
        birth=born(said.birth.min, said.birth.max, said.birth.said),
        wristband=said.wristband,
        state=line.state,
        code=None,
    )
