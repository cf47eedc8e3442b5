"""What the figures ask the database."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.models.activity import ActivityType, Attendance, Session
from desktop.models.centre import AgeBand, AgeScheme, Site
from desktop.models.people import LookAlike, Person
from desktop.models.stays import Stay
from desktop.services.sessions import activity_label
from desktop.vocabulary import SessionOutcome, SessionState

Condition = sa.ColumnElement[bool]


def took_place() -> Condition:
    """Keep the sessions whose rows may count."""
    return sa.and_(
        Session.removed_at.is_(None),
        Session.state == SessionState.PUBLISHED,
        sa.or_(Session.outcome.is_(None), Session.outcome != SessionOutcome.DID_NOT_TAKE_PLACE),
    )


def within(first: date, last: date, site: str | None) -> Condition:
    """Keep the sessions of a period, at one site or at all."""
    period = Session.on_date.between(first, last)
    return period if site is None else sa.and_(period, Site.code == site)


def counting_rows(first: date, last: date, site: str | None) -> Any:
    """Ask for every counting row of a period with its canonical person."""
    own, canon = aliased(Person), aliased(Person)
    return (
        sa.select(
            Session.id.label("session"), Session.on_date, Session.starts_at, ActivityType.code.label("activity"),
            activity_label().label("activity_label"), Site.code.label("site"), Attendance.id.label("line"),
            canon.id.label("canon"), canon.sex, canon.birth_min, canon.birth_max, canon.birth_mid,
            Attendance.anon_sex, Attendance.anon_band,
        )
        .select_from(Session)
        .join(Site, Session.site_id == Site.id)
        .join(ActivityType, Session.type_id == ActivityType.id)
        .join(Attendance, sa.and_(Attendance.session_id == Session.id, Attendance.counted))
        .outerjoin(own, own.id == sa.func.coalesce(Attendance.person_id, Attendance.joined_to))
        .outerjoin(canon, canon.id == own.canonical_id)
        .where(within(first, last, site), took_place())
        .order_by(Session.starts_at, Session.id, Attendance.id)
    )  # fmt: skip


def came_before(first: date, last: date, site: str | None) -> Any:
    """Ask which people of a period had come before it, anywhere, under any of their merged files."""
    rows = counting_rows(first, last, site).subquery()
    whos = sa.select(rows.c.canon).where(rows.c.canon.is_not(None))
    branches = [
        sa.select(Person.canonical_id)
        .join(Attendance, column == Person.id)
        .join(Session, Session.id == Attendance.session_id)
        .where(Person.canonical_id.in_(whos), Attendance.counted, Session.on_date < first, took_place())
        for column in (Attendance.person_id, Attendance.joined_to)
    ]
    return sa.union(*branches)


def sessions(first: date, last: date, site: str | None) -> Any:
    """Ask for the sessions of a period and whether anybody came."""
    came = sa.exists().where(Attendance.session_id == Session.id, Attendance.counted).correlate(Session)
    return (
        sa.select(
            Session.id, Session.on_date, Session.ends_at, Session.state, Session.outcome, Session.cancel_reason,
            ActivityType.code.label("activity"), activity_label().label("activity_label"),
            Site.code.label("site"), Site.name.label("site_name"), came.label("came"),
        )
        .join(Site, Session.site_id == Site.id)
        .join(ActivityType, Session.type_id == ActivityType.id)
        .where(within(first, last, site), Session.removed_at.is_(None), Session.state != SessionState.DRAFT)
    )  # fmt: skip


def stays_touching(start: datetime, end: datetime, site: str | None) -> Any:
    """Ask for the stays that touch a period, by canonical person."""
    stays = (
        sa.select(Person.canonical_id.label("who"), Stay.site_id, Stay.in_at, Stay.out_at)
        .join(Person, Person.id == Stay.person_id)
        .join(Site, Site.id == Stay.site_id)
        .where(Stay.removed_at.is_(None), Stay.in_at <= end)
    )
    if site is not None:
        stays = stays.where(Site.code == site)
    return sa.union_all(stays.where(Stay.out_at.is_(None)), stays.where(Stay.out_at >= start))


def look_alikes_waiting() -> Any:
    """Ask how many pairs nobody has decided on."""
    return sa.select(sa.func.count()).where(LookAlike.verdict.is_(None))


def bands_of(scheme: str) -> Any:
    """Ask for the bands of a scheme, the youngest first."""
    return (
        sa.select(AgeScheme.name, AgeBand.low, AgeBand.high)
        .join(AgeBand, AgeBand.scheme_id == AgeScheme.id)
        .where(AgeScheme.code == scheme)
        .order_by(AgeBand.low)
    )
