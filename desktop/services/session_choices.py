"""What a session can be planned with: rooms, those who facilitate, whom each activity is for, and for how many."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from desktop.models.activity import ActivityType, Session
from desktop.models.centre import Room, Site
from desktop.rights import Permission
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import RoomKind

_REMEMBERED = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Choices:
    """What may be chosen at one site, the likeliest first."""

    rooms: tuple[str, ...]
    facilitators: tuple[str, ...]
    audiences: Mapping[str, Mapping[str, Any]]  # by code of activity; an empty one is for everybody
    capacities: Mapping[str, int]  # by code of activity, where it has one


class SessionChoiceService:
    """Say what a session can be planned with."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def choices(self, site: str) -> Choices:
        """Give the rooms of a site, those who facilitated there of late, and whom each activity is for."""
        rooms = (
            sa.select(Room.name)
            .join(Site, Site.id == Room.site_id)
            .where(Site.code == site, Room.removed_at.is_(None), Room.kind != RoomKind.STAGING)
            .order_by((Room.kind == RoomKind.ACTIVITY).desc(), Room.position, Room.name)
        )
        kinds = sa.select(ActivityType.code, ActivityType.audience, ActivityType.capacity)
        with self._desk.read(Permission.SEE_WEEK) as look:
            named = look.rows(
                sa.select(Session.facilitators)
                .join(Site, Site.id == Session.site_id)
                .where(Site.code == site, Session.starts_at >= look.now - _REMEMBERED, Session.facilitators != "")
                .distinct()
            )
            people = {name for row in named for name in people_of(row.facilitators)}
            activities = look.rows(kinds)
            return Choices(
                tuple(row.name for row in look.rows(rooms.where(look.own_sites(Site.id)))),
                tuple(sorted(people, key=str.casefold)),
                {row.code: row.audience for row in activities},
                {row.code: row.capacity for row in activities if row.capacity is not None},
            )


def people_of(facilitators: str) -> list[str]:
    """Give the names in the words that say who facilitates."""
    names = facilitators.replace(";", ",").replace(" et ", ",").replace(" and ", ",").split(",")
    return [" ".join(name.split()) for name in names if name.strip()]
