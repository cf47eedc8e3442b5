"""What staff should know before two files become one: where both were marked present, and where both lodge."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.models.activity import ActivityType, Attendance, Session
from desktop.models.centre import Site
from desktop.models.people import Person
from desktop.models.stays import Stay
from desktop.services.sessions import activity_label
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import COUNTING


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
    own = aliased(Person)
    staying = (
        sa.select(sa.func.count(sa.distinct(own.canonical_id)))
        .join(Stay, Stay.person_id == own.id)
        .where(own.canonical_id.in_([one, other]), Stay.out_at.is_(None), Stay.removed_at.is_(None))
    )
    return bool(look.scalar(staying) == 2)


def _present(person: UUID) -> Any:
    own = aliased(Person)
    marked = sa.func.coalesce(Attendance.person_id, Attendance.joined_to)
    joined = sa.select(Attendance.session_id).join(own, own.id == marked)
    return joined.where(own.canonical_id == person, Attendance.status.in_(sorted(COUNTING)))
