"""What staff should know before two files become one: where both were marked present, and where both lodge."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.errors import DeskError
from desktop.formats import short_date
from desktop.i18n import mark
from desktop.models.activity import ActivityType, Attendance, Session
from desktop.models.centre import Site
from desktop.models.people import Person
from desktop.models.stays import Stay
from desktop.services.sessions import activity_label
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import COUNTING


class TwoOpenStays(DeskError):
    """One person lies in one bed: one of two open stays is over, and only staff know how it ended."""

    sentence = mark(
        "Both files have an open stay. Write down the exit of {code} first, whose stay has been open since {day};"
        " if that one goes on, close the other. Then the two can become one."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSession:
    """A session at which both were marked present, by the clock of its site."""

    code: str
    activity: str
    starts_at: datetime


def shared_sessions(look: Reading, one: UUID, other: UUID) -> tuple[SharedSession, ...]:
    """Give the sessions at the reader's sites where both people were marked present, the latest first."""
    here = _present(one).intersect(_present(other))
    rows = look.rows(
        sa.select(Session.code, activity_label(), Session.starts_at, Site.zone)
        .join(ActivityType, ActivityType.id == Session.type_id)
        .join(Site, Site.id == Session.site_id)
        .where(Session.id.in_(here), Session.removed_at.is_(None), look.own_sites(Session.site_id))
        .order_by(Session.starts_at.desc(), Session.code)
    )
    return tuple(
        SharedSession(code=row.code, activity=row.activity, starts_at=row.starts_at.astimezone(ZoneInfo(row.zone)))
        for row in rows
    )


def both_lodge(look: Reading, one: UUID, other: UUID) -> bool:
    """Say whether both people have a stay that is open, at the same site or at two."""
    return _oldest_of_both(look, one, other) is not None


def check_stays(look: Reading, one: UUID, other: UUID) -> None:
    """Refuse to let two people become one who would lodge twice.

    Raises:
        TwoOpenStays: both have a stay that is open; the one that began first is named.
    """
    if oldest := _oldest_of_both(look, one, other):
        day = oldest.in_at.astimezone(ZoneInfo(oldest.zone)).date()
        raise TwoOpenStays(code=oldest.code, day=short_date(day))


def _oldest_of_both(look: Reading, *people: UUID) -> sa.Row[Any] | None:
    """Give the open stay that began first where each of two people has one."""
    own = aliased(Person)
    rows = look.rows(
        sa.select(own.canonical_id, own.code, Stay.in_at, Site.zone)
        .join(Stay, Stay.person_id == own.id)
        .join(Site, Site.id == Stay.site_id)
        .where(own.canonical_id.in_(people), Stay.out_at.is_(None), Stay.removed_at.is_(None))
        .order_by(Stay.in_at, own.code)
    )
    return rows[0] if len({row.canonical_id for row in rows}) > 1 else None


def _present(person: UUID) -> Any:
    own = aliased(Person)
    marked = sa.func.coalesce(Attendance.person_id, Attendance.joined_to)
    joined = sa.select(Attendance.session_id).join(own, own.id == marked)
    return joined.where(own.canonical_id == person, Attendance.status.in_(sorted(COUNTING)))
