"""Leaving: who may not go by a simple exit, reading when they went, and taking an exit back."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.errors import ChangedMeanwhile, DeskError, NotFound
from desktop.i18n import mark
from desktop.models.centre import Bed, Placement, Site
from desktop.models.partial_date import PartialDate
from desktop.models.people import Person
from desktop.models.stays import Departure, Stay
from desktop.services.stay_rows import refuse_second_stay
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


def children_among(look: Reading, stays: Sequence[UUID], at: datetime) -> list[str]:
    """Give the codes of those who are children on a day, or may be: a doubtful age is a child's."""
    own, root = aliased(Person), aliased(Person)
    rows = look.rows(
        sa.select(root.code, root.birth_min, root.birth_max)
        .join(own, own.canonical_id == root.id)
        .join(Stay, Stay.person_id == own.id)
        .where(Stay.id.in_(list(stays)))
        .order_by(root.code)
    )
    return [row.code for row in rows if PartialDate(row.birth_min, row.birth_max).is_child_on(at.date())]


def reopen_stay(work: UnitOfWork, stay: UUID, out_at: datetime, why: str = "exit undone") -> None:
    """Take back that somebody left at `out_at`; they have their bed again unless it was given away since.

    Raises:
        AlreadyHere: the person came back meanwhile.
        ChangedMeanwhile: the stay did not end then.
        NotAllowed: the member of staff works at other sites.
    """
    owned = sa.select(Stay.site_id, Stay.out_at, Person.canonical_id).join(Person, Person.id == Stay.person_id)
    row = work.row(owned.where(Stay.id == stay))
    if row is None or row.out_at != out_at:
        raise ChangedMeanwhile
    work.check_site(row.site_id)
    refuse_second_stay(work, row.canonical_id)
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


def _left_bed(stay: UUID, out_at: datetime) -> Any:
    """Ask for the place that was left at the exit, as long as its bed is free and ready."""
    taken = sa.select(Placement.bed_id).where(Placement.until_at.is_(None), Placement.bed_id.is_not(None))
    ready = sa.or_(Placement.bed_id.is_(None), (Bed.state == BedState.OK) & Placement.bed_id.not_in(taken))
    return (
        sa.select(Placement.id)
        .outerjoin(Bed, Bed.id == Placement.bed_id)
        .where(Placement.stay_id == stay, Placement.until_at == out_at, Placement.from_at < out_at, ready)
    )
