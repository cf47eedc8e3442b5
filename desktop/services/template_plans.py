"""The sessions of a week template: as they are kept, and what they become in a week."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.activity import ActivityType, WeekTemplate
from desktop.models.centre import Room, Site
from desktop.services.session_plans import SessionPlan, plan_of
from desktop.services.sessions import SessionLine, activity_label, in_week, session_lines
from desktop.services.week_copies import not_there
from desktop.storage.unit_of_work import Reading


@dataclass(frozen=True, slots=True)
class TemplateWeek:
    """What a template becomes in a week: what is still to plan, and the names of what the centre no longer has."""

    plans: tuple[SessionPlan, ...]
    gone: tuple[str, ...] = ()


def as_kept(lines: Iterable[SessionLine]) -> list[list[Any]]:
    """Give sessions as a template keeps them."""
    plans = [plan_of(line) for line in lines]
    return [
        [one.on.weekday(), one.activity, f"{one.at:%H:%M}", one.minutes, one.room, one.facilitators] for one in plans
    ]


def template_week(look: Reading, template: UUID, monday: date) -> TemplateWeek:
    """Give what a template becomes in a week; a room that is closed is left open, a closed activity is left out.

    Raises:
        NotFound: there is no such template at one's sites.
    """
    question = (
        sa.select(WeekTemplate.sessions, WeekTemplate.site_id, Site.code)
        .join(Site, Site.id == WeekTemplate.site_id)
        .where(WeekTemplate.id == template, WeekTemplate.removed_at.is_(None), look.own_sites(WeekTemplate.site_id))
    )
    row = look.row(question)
    if row is None:
        raise NotFound(code=template)
    rooms = look.rows(sa.select(Room.name).where(Room.site_id == row.site_id, Room.removed_at.is_(None)))
    kinds = look.rows(sa.select(ActivityType.code, ActivityType.removed_at, activity_label()))
    open_rooms, closed = {one.name for one in rooms}, {one.code: one.activity for one in kinds if one.removed_at}
    plans = [_plan(kept, row.code, monday, open_rooms) for kept in row.sessions]
    gone = {closed[plan.activity] for plan in plans if plan.activity in closed}
    gone |= {room for *_, room, _ in row.sessions if room is not None and room not in open_rooms}
    held = [plan for plan in plans if plan.activity not in closed]
    there = session_lines(look, in_week(monday, row.code))
    return TemplateWeek(tuple(not_there(held, there)), tuple(sorted(gone)))


def _plan(kept: list[Any], site: str, monday: date, rooms: set[str]) -> SessionPlan:
    weekday, activity, at, minutes, room, facilitators = kept
    return SessionPlan(
        activity=activity,
        site=site,
        on=monday + timedelta(days=weekday),
        at=time.fromisoformat(at),
        minutes=minutes,
        room=room if room in rooms else None,
        facilitators=facilitators,
    )
