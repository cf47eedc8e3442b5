"""Clashes of the plan: warnings with a severity, never a wall; a session that is cancelled never clashes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from desktop.i18n import language
from desktop.services.reference import holidays
from desktop.services.session_choices import Choices, people_of
from desktop.services.session_plans import SessionPlan, plan_of
from desktop.services.sessions import SessionLine
from desktop.vocabulary import SessionOutcome, SessionState

_QUARTER = 15  # minutes
_EARLIEST, _LATEST = time(8), time(18)  # hours between which another one is proposed
_OLDEST = 200


class ClashKind(StrEnum):
    """What two sessions cannot share, or what one cannot be held in."""

    ROOM = "room"
    FACILITATOR = "facilitator"
    AUDIENCE = "audience"
    CAPACITY = "capacity"
    CLOSED_DAY = "closed_day"


SEVERE = frozenset({ClashKind.ROOM, ClashKind.FACILITATOR})


@dataclass(frozen=True, slots=True)
class Clash:
    """One warning: its kind, with which session or what, and a plan that would not have it."""

    kind: ClashKind
    other: SessionLine | None = None
    what: str = ""  # the room, the names, the capacity or the closed day
    way_out: SessionPlan | None = None

    @property
    def severe(self) -> bool:
        """Say whether the session can hardly be held so."""
        return self.kind in SEVERE


def clashes_of(
    plan: SessionPlan,
    lines: Sequence[SessionLine],
    choices: Choices,
    *,
    usual: int = 60,
    now: SessionLine | None = None,
) -> list[Clash]:
    """Give what a plan clashes with among the sessions of its week, the severe ones first.

    `usual` is the length in minutes where the plan names none; `now` is the session as it stands that is planned anew.
    """
    code = now.code if now else None
    others = [line for line in lines if line.code != code and _stands(line) and line.site == plan.site]
    found = [
        replace(clash, way_out=_way_out(plan, clash, others, choices, usual))
        for clash in _found(plan, others, choices, usual)
    ]
    most = choices.capacities.get(plan.activity)
    if now is not None and most is not None and now.listed > most:
        found.append(Clash(ClashKind.CAPACITY, now, str(most)))
    closed = [one for one in holidays(plan.on.year) if one.day == plan.on]
    found += [Clash(ClashKind.CLOSED_DAY, what=one.en if language() == "en" else one.fr) for one in closed]
    return sorted(found, key=lambda clash: not clash.severe)


def clashing(lines: Sequence[SessionLine], choices: Choices) -> frozenset[str]:
    """Give the codes of the sessions that share a room or somebody with another one at the same time."""
    standing = [line for line in lines if _stands(line)]
    codes: set[str] = set()
    for line in standing:
        others = [other for other in standing if other.code != line.code and other.on_date == line.on_date]
        if any(clash.severe for clash in _found(plan_of(line), others, choices, 0)):
            codes.add(line.code)
    return frozenset(codes)


def _stands(line: SessionLine) -> bool:
    return line.state is not SessionState.CANCELLED and line.outcome is not SessionOutcome.DID_NOT_TAKE_PLACE


def _found(plan: SessionPlan, others: Iterable[SessionLine], choices: Choices, usual: int) -> Iterable[Clash]:
    people = {name.casefold(): name for name in people_of(plan.facilitators)}
    for other in others:
        if not _overlap(plan, other, usual):
            continue
        if plan.room is not None and plan.room == other.room:
            yield Clash(ClashKind.ROOM, other, plan.room)
        shared = [people[name.casefold()] for name in people_of(other.facilitators) if name.casefold() in people]
        if shared:
            yield Clash(ClashKind.FACILITATOR, other, ", ".join(shared))
        if _same_people(choices.audiences.get(plan.activity, {}), choices.audiences.get(other.activity_code, {})):
            yield Clash(ClashKind.AUDIENCE, other)


def _overlap(plan: SessionPlan, other: SessionLine, usual: int) -> bool:
    start = datetime.combine(plan.on, plan.at, other.starts_at.tzinfo)
    return start < other.ends_at and other.starts_at < start + timedelta(minutes=plan.minutes or usual)


def _same_people(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Say whether two sessions are for some of the same people; what is for everybody is open beside anything."""
    if not one or not other:
        return False
    youngest = max(one.get("age_from", 0), other.get("age_from", 0))
    oldest = min(one.get("age_to", _OLDEST), other.get("age_to", _OLDEST))
    sexes, others = set(one.get("sexes", ())), set(other.get("sexes", ()))
    return youngest <= oldest and (not sexes or not others or bool(sexes & others))


def _way_out(
    plan: SessionPlan, clash: Clash, others: list[SessionLine], choices: Choices, usual: int
) -> SessionPlan | None:
    """Give a free room for a room, and else the next hour of the day at which nothing clashes."""
    if clash.kind is ClashKind.ROOM:
        for room in choices.rooms:
            elsewhere = replace(plan, room=room)
            if not any(_found(elsewhere, others, choices, usual)):
                return elsewhere
    for at in _hours(plan, usual):
        later = replace(plan, at=at)
        if not any(_found(later, others, choices, usual)):
            return later
    return None


def _hours(plan: SessionPlan, usual: int) -> list[time]:
    """Give the other hours of the day, the nearest ones first."""
    day, length = date(2000, 1, 1), timedelta(minutes=plan.minutes or usual)
    wanted, at = datetime.combine(day, plan.at), datetime.combine(day, _EARLIEST)
    starts = []
    while at + length <= datetime.combine(day, _LATEST):
        starts.append(at)
        at += timedelta(minutes=_QUARTER)
    return [start.time() for start in sorted(starts, key=lambda start: (abs(start - wanted), start < wanted))]
