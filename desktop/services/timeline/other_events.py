"""What happened beside the house: somebody returned, was marked, answered when they were asked."""

from collections.abc import Iterator
from datetime import UTC, tzinfo
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.models.activity import ActivityType, Attendance, Session
from desktop.models.centre import Site
from desktop.models.people import Consent, Person
from desktop.models.stays import Convoy, Return, Stay
from desktop.services.sessions import activity_label
from desktop.services.timeline.answers import Event, EventKind
from desktop.storage.unit_of_work import Reading


def returns(look: Reading, person: UUID, most: int) -> Iterator[Event]:
    """Give when somebody came back to the country, the latest first."""
    rows = look.rows(
        sa.select(Return.arrived_at, Return.country, Convoy.name.label("convoy"))
        .join(Person, Person.id == Return.person_id)
        .outerjoin(Convoy, Convoy.id == Return.convoy_id)
        .where(Person.canonical_id == person, Return.removed_at.is_(None))
        .order_by(Return.arrived_at.desc())
        .limit(most)
    )
    zone = _home(look, person)
    for row in rows:
        at = row.arrived_at.astimezone(zone)
        yield Event(kind=EventKind.RETURNED, at=at, what=row.country or "", where=row.convoy or "")


def marks(look: Reading, person: UUID, most: int) -> Iterator[Event]:
    """Give the sessions somebody was marked at, the latest first."""
    own = aliased(Person)
    rows = look.rows(
        sa.select(Session.starts_at, activity_label(), Site.name.label("site"), Site.zone, Attendance.status)
        .select_from(Attendance)
        .join(own, own.id == sa.func.coalesce(Attendance.person_id, Attendance.joined_to))
        .join(Session, Session.id == Attendance.session_id)
        .join(ActivityType, ActivityType.id == Session.type_id)
        .join(Site, Site.id == Session.site_id)
        .where(own.canonical_id == person, Attendance.status.is_not(None), Session.removed_at.is_(None))
        .where(look.own_sites(Session.site_id))
        .order_by(Session.starts_at.desc(), Session.code)
        .limit(most)
    )
    for row in rows:
        at = row.starts_at.astimezone(ZoneInfo(row.zone))
        yield Event(kind=EventKind.MARKED, at=at, what=row.activity, where=row.site, mark=row.status)


def answers(look: Reading, person: UUID, most: int) -> Iterator[Event]:
    """Give what somebody answered about each purpose, the latest first."""
    rows = look.rows(
        sa.select(Consent.said_at, Consent.purpose, Consent.answer)
        .join(Person, Person.id == Consent.person_id)
        .where(Person.canonical_id == person)
        .order_by(Consent.said_at.desc(), Consent.id.desc())
        .limit(most)
    )
    zone = _home(look, person)
    for row in rows:
        at = row.said_at.astimezone(zone)
        yield Event(kind=EventKind.ANSWERED, at=at, purpose=row.purpose, answer=row.answer)


def _home(look: Reading, person: UUID) -> tzinfo:
    """Give the clock of the latest stay, for what carries no site of its own."""
    zone = look.scalar(
        sa.select(Site.zone)
        .join(Stay, Stay.site_id == Site.id)
        .join(Person, Person.id == Stay.person_id)
        .where(Person.canonical_id == person)
        .order_by(Stay.in_at.desc())
        .limit(1)
    )
    return ZoneInfo(zone) if zone else UTC
