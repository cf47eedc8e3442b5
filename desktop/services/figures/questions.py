"""What the figures of participation ask the database."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.models.activity import ActivityType, Attendance, Session
from desktop.models.centre import AgeBand, AgeScheme, Site
from desktop.models.people import Person
from desktop.models.stays import Return, Stay
from desktop.services.figures.scope import Scope
from desktop.services.sessions import activity_label


def counting_rows(scope: Scope) -> Any:
    """Ask for every counting row of a period with its canonical person; of two of one person, one with a status first.

    The status is that of the return under the row's stay, else the person's.
    """
    own, canon = aliased(Person), aliased(Person)
    status = sa.func.coalesce(Return.status, canon.status)
    return (
        sa.select(
            Session.id.label("session"), Session.on_date, Session.starts_at, ActivityType.code.label("activity"),
            activity_label().label("activity_label"), Site.code.label("site"), Attendance.id.label("line"),
            canon.id.label("canon"), canon.sex, canon.birth_min, canon.birth_max, canon.birth_mid,
            canon.nationality, status.label("status"), Attendance.anon_sex, Attendance.anon_band,
            Attendance.anon_label,
        )
        .select_from(Session)
        .join(Site, Session.site_id == Site.id)
        .join(ActivityType, Session.type_id == ActivityType.id)
        .join(Attendance, sa.and_(Attendance.session_id == Session.id, scope.counted()))
        .outerjoin(own, own.id == sa.func.coalesce(Attendance.person_id, Attendance.joined_to))
        .outerjoin(canon, canon.id == own.canonical_id)
        .outerjoin(Stay, Stay.id == Attendance.stay_id)
        .outerjoin(Return, Return.id == Stay.return_id)
        .where(scope.sessions(), scope.took_place())
        .order_by(Session.starts_at, Session.id, status.is_(None), Attendance.id)
    )  # fmt: skip


def came_before(scope: Scope) -> Any:
    """Ask which people of a period had come before it, anywhere, under any of their merged files."""
    whos = (
        sa.select(Person.canonical_id)
        .select_from(Session)
        .join(Attendance, sa.and_(Attendance.session_id == Session.id, scope.counted()))
        .join(Person, Person.id == sa.func.coalesce(Attendance.person_id, Attendance.joined_to))
        .where(scope.sessions(), scope.took_place())
        .distinct()
        .cte("whos")
    )
    before = [
        sa.exists(Attendance.session_id)
        .where(Person.canonical_id == whos.c.canonical_id, column == Person.id, scope.counted())
        .where(Session.id == Attendance.session_id, Session.on_date < scope.first, scope.took_place())
        for column in (Attendance.person_id, Attendance.joined_to)
    ]
    return sa.select(whos.c.canonical_id).where(sa.or_(*before))


def sessions(scope: Scope) -> Any:
    """Ask for the sessions of a period, whether anybody came and whether somebody listed has no mark."""
    rows = Attendance.session_id == Session.id
    came = sa.exists(Attendance.session_id).where(rows, scope.counted()).correlate(Session)
    unmarked = sa.exists().where(rows, Attendance.listed, Attendance.status.is_(None)).correlate(Session)
    return (
        sa.select(
            Session.id, Session.code, Session.on_date, Session.starts_at, Session.ends_at, Session.state,
            Session.outcome, Session.cancel_reason, ActivityType.code.label("activity"),
            activity_label().label("activity_label"), Site.code.label("site"), Site.name.label("site_name"), Site.zone,
            came.label("came"), unmarked.label("unmarked"),
        )
        .join(Site, Session.site_id == Site.id)
        .join(ActivityType, Session.type_id == ActivityType.id)
        .where(scope.sessions())
    )  # fmt: skip


def bands_of(scheme: str) -> Any:
    """Ask for the bands of a scheme, the youngest first."""
    return (
        sa.select(AgeScheme.name, AgeBand.low, AgeBand.high)
        .join(AgeBand, AgeBand.scheme_id == AgeScheme.id)
        .where(AgeScheme.code == scheme)
        .order_by(AgeBand.low)
    )
