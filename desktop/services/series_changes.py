"""Repeated sessions changed together: this one and the following, or all; what was held stays as it was."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.activity import Attendance, Series, Session
from desktop.rights import Permission
from desktop.services.series_rules import beginning_at, ended_before, moved_by
from desktop.services.session_changes import SessionWas, kept, put_back
from desktop.services.session_plans import SessionPlan, plan_of, planned_values
from desktop.services.sessions import SessionLine, one_session, session_lines
from desktop.services.sheet_rules import given_reason
from desktop.storage.unit_of_work import Desk, Reading, UnitOfWork
from desktop.vocabulary import SessionState

_CHANGED_TOGETHER = ("activity", "at", "minutes", "room", "facilitators")


class Scope(StrEnum):
    """Which dates of a repeated session an act is about; one alone is changed as any session is."""

    FOLLOWING = "following"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class SeriesWas:
    """The rule of a repeated session as it stood before one act."""

    id: UUID
    version: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TogetherChanged:
    """What one act did to a repeated session, which `take_back` undoes; `left` dates stayed as they were held."""

    sessions: tuple[SessionWas, ...]
    left: int
    series: SeriesWas | None = None
    made: UUID | None = None


class SeriesChangeService:
    """Change several dates of a repeated session as one act."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def change(self, code: str, plan: SessionPlan, scope: Scope) -> TogetherChanged:
        """Give the dates what `plan` changes in the session `code`: each part that differs, and its days of moving.

        A date that has marks, a report or an outcome stays as it was.

        Raises:
            NotFound: no repeated session has this code, or there is no such activity or room.
            BadLength: the minutes make no session.
        """
        with self._desk.begin(Permission.PLAN_WEEK) as work:
            chosen, lines = _together(work, code, scope)
            before = plan_of(chosen)
            parts = {name: getattr(plan, name) for name in _CHANGED_TOGETHER
                     if getattr(plan, name) != getattr(before, name)}  # fmt: skip
            days = (plan.on - chosen.on_date).days
            series, made = _split(work, chosen, scope, days)
            was, left = [], 0
            for line in sorted(lines, key=_original, reverse=days > 0):  # so that no two meet on their way
                was.append(kept(work, line.id))
                values = {} if _held(work, line) else _values(work, plan_of(line), parts, days)
                left += not values
                slot: dict[str, Any] = {
                    "series_id": made or series.id,
                    "original_on": _original(line) + timedelta(days=days),
                }
                work.change(Session, line.id, **values | slot)
            work.trace("change series", "series", series.id, [*parts, *(["on_date"] if days else [])])
        return TogetherChanged(tuple(reversed(was)), left, series, made)

    def cancel(self, code: str, reason: str, scope: Scope) -> TogetherChanged:
        """Cancel the dates for a reason; those where people are marked stay.

        Raises:
            NotFound: no repeated session has this code.
            NoReason: the reason is empty.
        """
        with self._desk.begin(Permission.PLAN_WEEK) as work:
            off = {"state": SessionState.CANCELLED, "cancel_reason": given_reason(reason)}
            act = _end(work, code, scope, off)
            work.trace("cancel series", "session", code, list(off))
        return act

    def skip(self, code: str, scope: Scope) -> TogetherChanged:
        """Take the dates out of the plan; each can be brought back by itself.

        Raises:
            NotFound: no repeated session has this code.
        """
        with self._desk.begin(Permission.PLAN_WEEK) as work:
            out = {"removed_at": work.now, "removed_by": work.member.id, "removed_why": "skipped"}
            act = _end(work, code, scope, out)
            work.trace("skip series", "session", code, list(out))
        return act

    def take_back(self, act: TogetherChanged) -> None:
        """Bring everything back as it stood before one act.

        Raises:
            ChangedMeanwhile: something was changed since.
            HasMarks: people were marked since at a date that would move.
        """
        with self._desk.begin(Permission.PLAN_WEEK) as work:
            for was in act.sessions:
                put_back(work, was)
            if act.series is not None:
                work.change(Series, act.series.id, seen_version=act.series.version + 1, **act.series.values)
            if act.made is not None:
                work.change(
                    Series, act.made, removed_at=work.now, removed_by=work.member.id, removed_why="split undone"
                )
            work.trace("undo change of series", "session", ",".join(str(was.id) for was in act.sessions))


def _end(work: UnitOfWork, code: str, scope: Scope, values: dict[str, Any]) -> TogetherChanged:
    """Give the dates that stand and were not held their end."""
    _, lines = _together(work, code, scope, removed=False)
    standing = [line for line in lines if line.state is not SessionState.CANCELLED]
    ending = [line for line in standing if not _held(work, line)]
    was = [kept(work, line.id) for line in ending]
    for line in ending:
        work.change(Session, line.id, **values)
    return TogetherChanged(tuple(was), len(standing) - len(ending))


def _together(
    work: UnitOfWork, code: str, scope: Scope, *, removed: bool | None = None
) -> tuple[SessionLine, list[SessionLine]]:
    """Give a session of a series, and those of its dates that an act is about; `removed` as for `session_lines`."""
    chosen = one_session(work, code)
    if chosen.series is None:
        raise NotFound(code=code)
    lines = session_lines(work, Session.series_id == chosen.series, removed=removed)
    if scope is Scope.ALL:
        return chosen, lines
    return chosen, [line for line in lines if _original(line) >= _original(chosen)]


def _original(line: SessionLine) -> date:
    return line.original_on or line.on_date


def _held(look: Reading, line: SessionLine) -> bool:
    """Say whether something already happened at a date."""
    marked = sa.select(Attendance.id).where(Attendance.session_id == line.id, Attendance.status.is_not(None)).limit(1)
    return line.closed or line.outcome is not None or look.scalar(marked) is not None


def _values(work: UnitOfWork, plan: SessionPlan, parts: dict[str, Any], days: int) -> dict[str, Any]:
    values = planned_values(work, replace(plan, on=plan.on + timedelta(days=days), **parts))
    del values["state"]
    return values


def _split(work: UnitOfWork, chosen: SessionLine, scope: Scope, days: int) -> tuple[SeriesWas, UUID | None]:
    """Cut the rule before the chosen date where the following ones go their own way; gives it as it was."""
    columns = (Series.id, Series.version_id, Series.rule, Series.start_on, Series.until_on)
    row = work.rows(sa.select(*columns).where(Series.id == chosen.series))[0]
    was = SeriesWas(row.id, row.version_id, {"rule": row.rule, "start_on": row.start_on, "until_on": row.until_on})
    shift, first = timedelta(days=days), _original(chosen)
    ends = row.until_on + shift if row.until_on else None
    if scope is Scope.ALL or first <= row.start_on:
        work.change(Series, row.id, rule=moved_by(row.rule, days), start_on=row.start_on + shift, until_on=ends)
        return was, None
    rest = moved_by(beginning_at(row.rule, row.start_on, first), days)
    made = work.insert(Series, rule=rest, start_on=first + shift, until_on=ends, split_from=row.id)
    work.change(Series, row.id, rule=ended_before(row.rule, first), until_on=first - timedelta(days=1))
    return was, made
