"""The people of one convoy, line by line, and the wristbands they wear."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.models.people import Person, Wristband
from desktop.models.stays import Return, Stay
from desktop.rights import Permission
from desktop.services.beds import open_stay_row
from desktop.services.convoys.alike import Alike, alikes
from desktop.services.people_search import Wanted, wanted_people
from desktop.storage.unit_of_work import Desk, UnitOfWork
from desktop.vocabulary import Sex


class WristbandWorn(DeskError):
    """One number is worn by one person of a house."""

    sentence = mark("Somebody in the house already wears wristband {number}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvoyPerson:
    """One person of a convoy as its grid shows them; `version` is that of the file when it was read."""

    code: str
    stay: UUID
    version: int
    wristband: str
    family_name: str
    given_names: str
    sex: Sex
    birth: str
    nationality: str
    languages: str
    phone: str
    alike: Alike | None


class ConvoyPeopleService:
    """Read the people of a convoy, and give them wristbands."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def people(self, convoy: UUID) -> list[ConvoyPerson]:
        """Give those who came with a convoy and whom the reader may see, in the order they were written down."""
        band = (
            sa.select(Wristband.number)
            .where(Wristband.stay_id == Stay.id, Wristband.until_at.is_(None))
            .limit(1)
            .scalar_subquery()
        )
        own = aliased(Person)
        with self._desk.read(Permission.IMPORT_CONVOY) as look:
            question = (
                sa.select(Person.__table__, Stay.id.label("stay"), band.label("band"))
                .join(own, own.canonical_id == Person.id)
                .join(Return, Return.person_id == own.id)
                .join(Stay, Stay.return_id == Return.id)
                .where(Return.convoy_id == convoy, Stay.removed_at.is_(None), look.own_sites(Stay.site_id))
                .where(*wanted_people(look, Wanted()))
                .order_by(Stay.id)
            )
            rows = look.rows(question)
            alike = alikes(look, {row.id for row in rows})
            return [_person(row, alike.get(row.id)) for row in rows]

    def wear(self, stay: UUID, number: str) -> None:
        """Give somebody another wristband, or none where no number is given; the one before is taken off.

        Raises:
            WristbandWorn: somebody else of the house wears this number.
            NotFound: no open stay has this key.
            NotAllowed: the member of staff works at other sites.
        """
        with self._desk.begin(Permission.IMPORT_CONVOY) as work:
            row = open_stay_row(work, stay)
            tidy = "".join(number.split())
            worn = _worn(work, row.site_id, tidy)
            if worn is not None and worn.stay_id != stay:
                raise WristbandWorn(number=tidy)
            if worn is None:
                _change(work, stay, row.site_id, tidy)
            work.trace("give wristband", "stay", stay, ["wristband"])


def _worn(work: UnitOfWork, site: UUID, number: str) -> sa.Row[Any] | None:
    open_here = (Wristband.site_id == site) & Wristband.until_at.is_(None)
    return work.row(sa.select(Wristband.stay_id).where(open_here, Wristband.number == number))


def _change(work: UnitOfWork, stay: UUID, site: UUID, number: str) -> None:
    for row in work.rows(sa.select(Wristband.id).where(Wristband.stay_id == stay, Wristband.until_at.is_(None))):
        work.change(Wristband, row.id, until_at=work.now)
    if number:
        work.insert(Wristband, stay_id=stay, site_id=site, number=number)


def _person(row: sa.Row[Any], alike: Alike | None) -> ConvoyPerson:
    return ConvoyPerson(
        code=row.code,
        stay=row.stay,
        version=row.version_id,
        wristband=row.band or "",
        family_name=row.family_name,
        given_names=row.given_names,
        sex=row.sex,
        birth=row.birth_said or "",
        nationality=row.nationality or "",
        languages=row.languages,
        phone=row.phone or "",
        alike=alike,
    )
