"""Leaving: who may not go by a simple exit, reading when they went, and taking an exit back."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.errors import ChangedMeanwhile, DeskError, NotFound
from desktop.i18n import mark
from desktop.models.centre import Bed, Placement, Site
from desktop.models.partial_date import PartialDate
from desktop.models.people import Person
from desktop.models.stays import Departure, Stay
from desktop.services.stay_rows import AlreadyHere
from desktop.services.typed_days import read_day
from desktop.services.typed_hours import read_hour
from desktop.storage.unit_of_work import Reading, UnitOfWork
from desktop.vocabulary import BedState


class ChildLeavesOtherwise(DeskError):
    """A child is handed over, never signed out."""

    sentence = mark(
        "A child, or anybody whose age is in doubt, is handed over: to a person whose identity was verified, after "
        "having been heard, by decision of the competent authority, before two members of staff. Call the protection "
        "colleague; for an adult, write the age on the file first."
    )


class ExitToCome(DeskError):
    """An exit is written down when it has happened."""

    sentence = mark("This is still to come. Write the exit down once the person has left.")


def read_exit(look: Reading, stay: UUID, typed: str) -> datetime:
    """Give the moment that was typed, by the clock of the site; nothing typed is this moment.

    Raises:
        DeskError: it is no moment, or still to come.
        NotFound: there is no such stay.
    """
    zone = look.scalar(sa.select(Site.zone).join(Stay, Stay.site_id == Site.id).where(Stay.id == stay))
    if zone is None:
        raise NotFound(code=stay)
    here = look.now.astimezone(ZoneInfo(zone))
    words = typed.split()
    if not words:
        return look.now
    # A weekday is the one that is past. The hour stands last and may itself be of several words, as in “hier 14 h 05”.
    for first in range(len(words)):
        try:
            hour = read_hour(" ".join(words[first:]))
        except DeskError:
            continue
        day = read_day(" ".join(words[:first]), here.date(), here.date() - timedelta(days=6)) if first else here.date()
        at = datetime.combine(day, hour, here.tzinfo)
        if at > here + timedelta(minutes=1):
            raise ExitToCome
        return min(at, look.now)
    read_hour(typed)  # refuses it in the words for hours
    raise NotFound(code=typed)


def may_be_child(look: Reading, stay: UUID, at: datetime) -> bool:
    """Say whether the person of a stay is a child on a day, or may be one: a doubtful age is a child's."""
    own = sa.select(Person.canonical_id).join(Stay, Stay.person_id == Person.id).where(Stay.id == stay)
    row = look.row(sa.select(Person.birth_min, Person.birth_max).where(Person.id == own.scalar_subquery()))
    return row is not None and PartialDate(row.birth_min, row.birth_max).is_child_on(at.date())


def refuse_child(look: Reading, stay: UUID, at: datetime) -> None:
    """Let no child go by a simple exit.

    Raises:
        ChildLeavesOtherwise: the person may be a child on that day.
    """
    if may_be_child(look, stay, at):
        raise ChildLeavesOtherwise


def reopen_stay(work: UnitOfWork, stay: UUID, out_at: datetime, why: str = "exit undone") -> None:
    """Take back that somebody left at `out_at`; they have their bed again unless it was given away since.

    Raises:
        AlreadyHere: the person came back meanwhile.
        ChangedMeanwhile: the stay did not end then.
        NotAllowed: the member of staff works at other sites.
    """
    row = work.row(sa.select(Stay.site_id, Stay.person_id, Stay.out_at).where(Stay.id == stay))
    if row is None or row.out_at != out_at:
        raise ChangedMeanwhile
    work.check_site(row.site_id)
    _refuse_open(work, row.person_id)
    work.change(Stay, stay, out_at=None)
    ended = sa.select(Departure.id).where(Departure.stay_id == stay, Departure.removed_at.is_(None))
    for departure in work.rows(ended):
        work.change(
            Departure,
            departure.id,
            removed_at=work.now,
            removed_by=work.member.id,
            removed_why=why,
        )
    left = work.row(_left_bed(stay, out_at))
    if left is not None:
        work.change(Placement, left.id, until_at=None)


def _refuse_open(look: Reading, person: UUID) -> None:
    root = sa.select(Person.canonical_id).where(Person.id == person).scalar_subquery()
    owned = sa.select(Stay.id).join(Person, Stay.person_id == Person.id).where(Person.canonical_id == root)
    if look.scalar(owned.where(Stay.out_at.is_(None), Stay.removed_at.is_(None))) is not None:
        raise AlreadyHere


def _left_bed(stay: UUID, out_at: datetime) -> Any:
    """Ask for the place that was left at the exit, as long as its bed is free and ready."""
    taken = sa.select(Placement.bed_id).where(Placement.until_at.is_(None), Placement.bed_id.is_not(None))
    ready = sa.or_(Placement.bed_id.is_(None), (Bed.state == BedState.OK) & Placement.bed_id.not_in(taken))
    return (
        sa.select(Placement.id)
        .outerjoin(Bed, Bed.id == Placement.bed_id)
        .where(Placement.stay_id == stay, Placement.until_at == out_at, Placement.from_at < out_at, ready)
    )
