"""The plan of a week for the wall: a column for each day, and what begins in each hour from the top to the foot."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import zip_longest
from typing import Any

from desktop.formats import clock, day_and_month, day_name, week_told
from desktop.i18n import tr
from desktop.reports.page import BROAD, CM, Printed, Target, gap, text, write
from desktop.reports.typeface import register

_HOUR, _DAYS = 1.5, 7
_DAY = (BROAD - _HOUR) / _DAYS
_FREE = range(8, 18)  # hours that an empty week leaves room to write in
_HIGH, _TALLEST = 13.6, 2.6  # centimetres below the heading of the table, and the most an hour takes of them


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSession:
    """A session of the plan on the clock of its site; `off` says in a word that it is not held."""

    activity: str
    day: date
    starts: time
    ends: time
    place: str = ""
    led_by: str = ""
    off: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPlan:
    """What is planned at one site in the week that begins on `monday`, in running order."""

    site: str
    monday: date
    sessions: Sequence[PlannedSession]


def write_week_plan(plan: WeekPlan, target: Target, printed: Printed) -> None:
    """Save the plan, on one page where it fits; the days come back on each."""
    head = " \u00b7 ".join(filter(None, (printed.centre, plan.site)))
    story = [text(head, bold=True), text(week_told(plan.monday), "huge", bold=True), gap(0.1)]
    if not plan.sessions:
        story.append(text(tr("Nothing is planned this week.")))
    story += [gap(0.15), _grid(plan)]
    write(story, target, title=week_told(plan.monday), printed=printed, broad=True)


def _grid(plan: WeekPlan) -> Any:
    """Rule the hours apart, and the days; the sessions of one hour and day stand below one another."""
    register()
    from reportlab.platypus import Table  # noqa: PLC0415 - after the letters are registered

    days = [plan.monday + timedelta(days=number) for number in range(_DAYS)]
    hours = _by_hour(plan, days)
    told = [text(f"{day_name(day).capitalize()}\n{day_and_month(day)}", bold=True) for day in days]
    rows: list[list[Any]] = [["", *told]]
    rules: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEAFTER", (0, 0), (-2, -1), 0.3, (0, 0, 0)),
        ("LINEBELOW", (0, 0), (-1, 0), 1, (0, 0, 0)),
        ("LINEBELOW", (0, -1), (-1, -1), 0.3, (0, 0, 0)),
        *[(f"{side}PADDING", (0, 0), (-1, -1), points) for side, points in
          (("LEFT", 5), ("RIGHT", 3), ("TOP", 3), ("BOTTOM", 3))],
        ("LEFTPADDING", (0, 0), (0, -1), 0),
    ]  # fmt: skip
    for hour, columns in hours.items():
        if len(rows) > 1:
            rules.append(("LINEABOVE", (0, len(rows)), (-1, len(rows)), 0.3, (0, 0, 0)))
        below = [list(row) for row in zip_longest(*columns, fillvalue="")] or [[""] * _DAYS]
        rows += [[text(clock(time(hour)), bold=True) if not n else "", *row] for n, row in enumerate(below)]
    least = min(_TALLEST, _HIGH / (len(rows) - 1)) * CM
    return Table(
        rows,
        [_HOUR * CM, *[_DAY * CM] * _DAYS],
        [None] * len(rows),
        repeatRows=1,
        style=rules,
        minRowHeights=[0, *[least] * (len(rows) - 1)],
    )


def _by_hour(plan: WeekPlan, days: Sequence[date]) -> dict[int, list[list[Any]]]:
    """Give the sessions set, by the hour in which they begin and then by day."""
    if not plan.sessions:
        return {hour: [[] for _ in days] for hour in _FREE}
    hours: dict[int, list[list[Any]]] = defaultdict(lambda: [[] for _ in days])
    for session in sorted(plan.sessions, key=lambda one: one.starts):
        hours[session.starts.hour][days.index(session.day)].append(_card(session))
    return hours


def _card(session: PlannedSession) -> list[Any]:
    off = bool(session.off)
    when = tr("{start} to {end}", start=clock(session.starts), end=clock(session.ends))
    below = [text(said, "small") for said in (session.place, session.led_by) if said]
    return [
        text(when, "small", struck=off),
        text(session.activity, bold=True, struck=off),
        *([text(session.off, "small", bold=True)] if off else below),
    ]
