"""The plan of some weeks as a calendar file: sessions that come back as their rule, and nobody's name."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import BadValue
from desktop.models.activity import Series, Session
from desktop.models.centre import Site
from desktop.reports.calendar_file import CalendarEvent, calendar_file
from desktop.reports.page import Target
from desktop.rights import Permission
from desktop.services.papers import put
from desktop.services.repeats import days_of
from desktop.services.series_rules import counted
from desktop.services.sessions import WEEK, SessionLine, monday_of, session_lines
from desktop.storage.unit_of_work import Desk, Reading
from desktop.vocabulary import SessionOutcome, SessionState

_MOST = 53  # weeks


@dataclass(frozen=True, slots=True)
class _Known:
    """What events are named with: the sites, and the dates of each rule that lie in the weeks."""

    sites: Mapping[str, str]
    rules: Mapping[UUID, tuple[str, Sequence[date]]]


class CalendarService:
    """Write the published plan for the calendar of a telephone or a colleague."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def export(self, day: date, weeks: int, target: Target) -> int:
        """Write the weeks from the one of `day` on, and say how many sessions they hold; drafts stay at home.

        Raises:
            BadValue: so many weeks are not written at once.
        """
        with self._desk.begin(Permission.SEE_WEEK) as work:
            if not 1 <= weeks <= _MOST:
                raise BadValue(value=weeks)
            first = monday_of(day)
            end = first + weeks * WEEK
            inside = sa.and_(Session.on_date >= first, Session.on_date < end, Session.state != SessionState.DRAFT)
            lines = session_lines(work, inside)
            known = _known(work, {line.series for line in lines if line.series}, first, end)
            work.trace("export calendar", "week", first)
            now = work.now
        put(calendar_file(_events(lines, known), now), target)
        return len(lines)


def _known(look: Reading, series: set[UUID], first: date, end: date) -> _Known:
    sites = look.rows(sa.select(Site.code, Site.name))
    rules = {}
    for row in look.rows(sa.select(Series.id, Series.rule, Series.start_on).where(Series.id.in_(series))):
        rules[row.id] = row.rule, [day for day in days_of(row.rule, row.start_on) if first <= day < end]
    return _Known({row.code: row.name for row in sites}, rules)


def _events(lines: Sequence[SessionLine], known: _Known) -> list[CalendarEvent]:
    series: dict[UUID | None, list[SessionLine]] = defaultdict(list)
    for line in lines:
        series[line.series].append(line)
    events = []
    for key, own in series.items():
        if key is not None and key in known.rules and (usual := _usual(own)) and len(known.rules[key][1]) > 1:
            events += _repeated(own, usual, known, *known.rules[key])
        else:
            events += [_event(line, known.sites) for line in own]
    return events


def _repeated(
    lines: Sequence[SessionLine], usual: SessionLine, known: _Known, rule: str, slots: Sequence[date]
) -> list[CalendarEvent]:
    """Give the rule as one event, and one event more for each date that is not as usual."""
    moments = {slot: datetime.combine(slot, usual.starts_at.time(), usual.starts_at.tzinfo) for slot in slots}
    there = {line.original_on: line for line in lines if line.original_on in moments}
    whole = CalendarEvent(
        uid=_uid(usual.code),
        summary=usual.activity,
        place=_place(usual, known.sites),
        starts=moments[slots[0]],
        ends=moments[slots[0]] + (usual.ends_at - usual.starts_at),
        rule=counted(rule, len(slots)),
        left_out=[moment for slot, moment in moments.items() if slot not in there],
    )
    events = [whole]
    for line in lines:
        moment = moments.get(line.original_on or line.on_date)
        if moment is None:  # it came into these weeks from elsewhere
            events.append(_event(line, known.sites))
        elif line.starts_at != moment or _off(line) or _shape(line) != _shape(usual):
            events.append(_event(line, known.sites, uid=whole.uid, instead_of=moment))
    return events


def _usual(lines: Sequence[SessionLine]) -> SessionLine | None:
    """Give the first of those dates that are most alike, or None where none is held on its date."""
    regular = [line for line in lines if line.on_date == line.original_on and not _off(line)]
    shapes = Counter(map(_shape, regular)).most_common(1)
    return next((line for line in regular if _shape(line) == shapes[0][0]), None)


def _shape(line: SessionLine) -> tuple[object, ...]:
    return line.activity_code, line.starts_at.time(), line.ends_at - line.starts_at, line.room, line.site


def _off(line: SessionLine) -> bool:
    return line.state is SessionState.CANCELLED or line.outcome is SessionOutcome.DID_NOT_TAKE_PLACE


def _event(
    line: SessionLine, sites: Mapping[str, str], *, uid: str = "", instead_of: datetime | None = None
) -> CalendarEvent:
    return CalendarEvent(
        uid=uid or _uid(line.code),
        summary=line.activity,
        place=_place(line, sites),
        starts=line.starts_at,
        ends=line.ends_at,
        cancelled=_off(line),
        instead_of=instead_of,
    )


def _uid(code: str) -> str:
    return f"{code}@jatigi"


def _place(line: SessionLine, sites: Mapping[str, str]) -> str:
    return ", ".join(filter(None, (line.room, sites.get(line.site, line.site))))
