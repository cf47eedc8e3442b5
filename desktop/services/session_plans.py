"""A session as it is planned, and the row it becomes."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.errors import DeskError, NotFound
from desktop.i18n import mark
from desktop.models.activity import ActivityType, Session
from desktop.models.centre import Room, Site
from desktop.models.keys import uuid7
from desktop.services.codes import mint
from desktop.services.sessions import WEEK, SessionLine
from desktop.storage.unit_of_work import UnitOfWork
from desktop.vocabulary import SessionState

SHORTEST, LONGEST = 5, 12 * 60  # minutes


class BadLength(DeskError):
    """A session takes some minutes and ends the same day."""

    sentence = mark("A session lasts from 5 minutes to 12 hours.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPlan:
    """A session to plan: local day and hour; no minutes named means the usual length."""

    activity: str
    site: str
    on: date
    at: time
    minutes: int | None = None
    room: str | None = None
    facilitators: str = ""
    draft: bool = False


def insert_session(work: UnitOfWork, plan: SessionPlan, **link: Any) -> tuple[UUID, str]:
    """Write a planned session, tied to its series by `link`; gives its key and code.

    Raises:
        NotFound: no such activity, site or room.
        NotAllowed: the member of staff works at other sites.
        BadLength: the minutes make no session.
    """
    values = {"id": uuid7()} | planned_values(work, plan)
    values["code"] = mint(work, "session", plan.site, plan.on.year)
    values |= link
    return work.insert(Session, **values), values["code"]


def planned_values(work: UnitOfWork, plan: SessionPlan) -> dict[str, Any]:
    """Give what a plan means in the columns of a session; refuses as `insert_session`.

    Raises:
        DeskError: the plan cannot be carried out.
    """
    kind = work.row(
        sa.select(ActivityType.id, ActivityType.minutes)
        .where(ActivityType.code == plan.activity, ActivityType.removed_at.is_(None))
    )  # fmt: skip
    site = work.row(sa.select(Site.id, Site.zone).where(Site.code == plan.site, Site.removed_at.is_(None)))
    if kind is None or site is None:
        raise NotFound(code=plan.activity if kind is None else plan.site)
    work.check_site(site.id)
    minutes = kind.minutes if plan.minutes is None else plan.minutes
    if not SHORTEST <= minutes <= LONGEST:
        raise BadLength
    starts = datetime.combine(plan.on, plan.at, ZoneInfo(site.zone))
    return {
        "type_id": kind.id,
        "site_id": site.id,
        "room_id": _room(work, site.id, plan.room),
        "on_date": plan.on,
        "starts_at": starts,
        "ends_at": starts + timedelta(minutes=minutes),
        "state": SessionState.DRAFT if plan.draft else SessionState.PUBLISHED,
        "facilitators": plan.facilitators,
    }


def on_day(plan: SessionPlan, day: date) -> SessionPlan:
    """Give the same session on another day."""
    return replace(plan, on=day)


def a_week_later(line: SessionLine) -> SessionPlan:
    """Give the plan of the same session in the week after."""
    return on_day(plan_of(line), line.on_date + WEEK)


def plan_of(line: SessionLine) -> SessionPlan:
    """Give the plan a session was made by, as it stands."""
    return SessionPlan(
        activity=line.activity_code,
        site=line.site,
        on=line.starts_at.date(),
        at=line.starts_at.time(),
        minutes=int((line.ends_at - line.starts_at).total_seconds() // 60),
        room=line.room,
        facilitators=line.facilitators,
        draft=line.state is SessionState.DRAFT,
    )


def _room(work: UnitOfWork, site: UUID, name: str | None) -> UUID | None:
    if name is None:
        return None
    found = work.scalar(sa.select(Room.id).where(Room.site_id == site, Room.name == name, Room.removed_at.is_(None)))
    if not isinstance(found, UUID):
        raise NotFound(code=name)
    return found
