"""Opening and closing stays inside a larger change, and who is in the house."""

from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.errors import DeskError, NotFound
from desktop.i18n import mark
from desktop.models.centre import Placement, Site
from desktop.models.people import Person
from desktop.models.stays import Departure, Return, Stay
from desktop.storage.unit_of_work import Reading, UnitOfWork


class AlreadyHere(DeskError):
    """One person lodges at one site at a time."""

    sentence = mark("This person has an open stay already. Close it first.")


class LeavesBeforeComing(DeskError):
    """An exit cannot come before the entry."""

    sentence = mark("The exit cannot come before the entry.")


def open_stay(
    work: UnitOfWork,
    person: UUID,
    site: UUID,
    in_at: datetime,
    *,
    country: str | None = None,
    convoy: UUID | None = None,
    expected_out_on: date | None = None,
) -> UUID:
    """Open a return and a stay inside a larger change.

    Raises:
        AlreadyHere: an open stay exists, in this file or one merged with it.
        NotFound: there is no such site or person.
    """
    zone = work.scalar(sa.select(Site.zone).where(Site.id == site))
    root = work.scalar(sa.select(Person.canonical_id).where(Person.id == person))
    if zone is None or root is None:
        raise NotFound(code=person)
    refuse_second_stay(work, root)
    arrived_on = in_at.astimezone(ZoneInfo(zone)).date()
    coming = work.insert(
        Return, person_id=person, convoy_id=convoy, arrived_at=in_at, arrived_on=arrived_on, country=country
    )
    return work.insert(
        Stay, person_id=person, return_id=coming, site_id=site, in_at=in_at, expected_out_on=expected_out_on
    )


def refuse_second_stay(look: Reading, root: UUID) -> None:
    """Let nobody lodge twice; `root` is the file that is read for the person.

    Raises:
        AlreadyHere: an open stay exists, in this file or one merged with it.
    """
    owned = sa.select(Stay.id).join(Person, Stay.person_id == Person.id).where(Person.canonical_id == root)
    if look.scalar(owned.where(Stay.out_at.is_(None), Stay.removed_at.is_(None))) is not None:
        raise AlreadyHere


def close_stay(
    work: UnitOfWork, stay: UUID, out_at: datetime, reason: str, destination: str | None = None, **written: Any
) -> None:
    """Close a stay and free its bed inside a larger change; `written` is what else the departure keeps.

    Raises:
        LeavesBeforeComing: the exit lies before the entry or before the last change of bed.
        NotAllowed: the member of staff works at other sites.
        NotFound: no open stay has this key.
    """
    row = work.row(sa.select(Stay.site_id, Stay.in_at).where(Stay.id == stay, Stay.out_at.is_(None)))
    if row is None:
        raise NotFound(code=stay)
    work.check_site(row.site_id)
    placed = work.row(
        sa.select(Placement.id, Placement.from_at).where(Placement.stay_id == stay, Placement.until_at.is_(None))
    )
    if out_at < max(row.in_at, placed.from_at if placed else row.in_at):
        raise LeavesBeforeComing
    if placed:
        work.change(Placement, placed.id, until_at=out_at)
    work.change(Stay, stay, out_at=out_at)
    work.insert(Departure, stay_id=stay, out_at=out_at, reason=reason, destination=destination, **written)


def people_in_house(look: Reading, site: UUID, moment: datetime) -> frozenset[UUID]:
    """Give those in the house: two branches, as one OR would walk every stay there ever was."""
    here = (
        sa.select(Person.canonical_id)
        .join(Stay, Stay.person_id == Person.id)
        .where(Stay.site_id == site, Stay.in_at <= moment, Stay.removed_at.is_(None))
    )
    both = here.where(Stay.out_at.is_(None)).union(here.where(Stay.out_at > moment))
    return frozenset(row[0] for row in look.rows(both))
