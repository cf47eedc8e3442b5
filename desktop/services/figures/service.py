"""The figures of a week."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.age_bands import Band
from desktop.models.centre import Site
from desktop.rights import Permission
from desktop.services.figures import questions
from desktop.services.figures.answers import DayCount, GroupCount, SessionCounts, WeeklyFigures
from desktop.services.figures.counting import Participation, by_sex_and_age, distinct, grouped, participation, people
from desktop.services.figures.presence import house_counts
from desktop.services.sessions import monday_of
from desktop.storage.unit_of_work import Desk, Reading
from desktop.vocabulary import SessionOutcome, SessionState

DEFAULT_SCHEME = "unhcr"
DEFAULT_ZONE = "Africa/Bamako"


class FiguresService:
    """Count what happened; figures only, never names."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def week(self, day: date, site: str | None = None, *, stop: datetime | None = None) -> WeeklyFigures:
        """Count the week of `day`, at one site (its code) or at all, as known at `stop` (now by default).

        Raises:
            NotFound: no site has this code.
        """
        monday = monday_of(day)
        sunday = monday + timedelta(days=6)
        with self._desk.read(Permission.SEE_FIGURES) as look:
            zone = _zone(look, site)
            scheme, bands = _bands(look)
            counting = look.rows(questions.counting_rows(monday, sunday, site))
            rows = distinct(participation(row, bands) for row in counting)
            sessions = look.rows(questions.sessions(monday, sunday, site))
            before = {row[0] for row in look.rows(questions.came_before(monday, sunday, site))} if rows else set()
            start, end = _midnight(monday, zone), _midnight(sunday + timedelta(days=1), zone)
            stays = look.rows(questions.stays_touching(start, end, site))
            waiting = look.scalar(questions.look_alikes_waiting())
            stop = stop or look.now
        held = [row for row in sessions if _is_held(row)]
        unique = people(rows)
        return WeeklyFigures(
            monday=monday,
            sunday=sunday,
            site=site,
            stop=stop,
            scheme=scheme,
            sessions=_session_counts(sessions, stop),
            participations=len(rows),
            unique_people=len(unique),
            new_people=len(unique - before),
            unidentified=sum(not row.is_person for row in rows),
            look_alikes=waiting,
            by_activity=_groups(rows, held, "activity", "activity_label"),
            by_site=_groups(rows, held, "site", "site_name"),
            by_sex_age=by_sex_and_age(rows, bands),
            by_day=_days(rows, held, monday),
            house=house_counts(stays, start, end),
        )


def _zone(look: Reading, site: str | None) -> ZoneInfo:
    if site is None:
        return ZoneInfo(DEFAULT_ZONE)
    zone = look.scalar(sa.select(Site.zone).where(Site.code == site))
    if zone is None:
        raise NotFound(code=site)
    return ZoneInfo(zone)


def _bands(look: Reading) -> tuple[str, list[Band]]:
    found = look.rows(questions.bands_of(DEFAULT_SCHEME))
    return (found[0].name if found else DEFAULT_SCHEME), [Band(row.low, row.high) for row in found]


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)


def _is_off(row: Any) -> bool:
    return row.state is SessionState.CANCELLED or row.outcome is SessionOutcome.DID_NOT_TAKE_PLACE


def _is_held(row: Any) -> bool:
    return not _is_off(row) and (row.came or row.outcome is SessionOutcome.HELD)


def _session_counts(rows: Sequence[Any], stop: datetime) -> SessionCounts:
    off = [row for row in rows if _is_off(row)]
    open_ones = [row for row in rows if not _is_off(row) and not _is_held(row)]
    reasons = Counter(row.cancel_reason or "" for row in off)
    return SessionCounts(
        held=len(rows) - len(off) - len(open_ones),
        cancelled=len(off),
        not_recorded=sum(row.ends_at < stop for row in open_ones),
        to_come=sum(row.ends_at >= stop for row in open_ones),
        reasons=tuple(reasons.most_common()),
    )


def _groups(rows: Sequence[Participation], held: Sequence[Any], name: str, label: str) -> tuple[GroupCount, ...]:
    labels = {getattr(row, name): getattr(row, label) for row in held}
    groups = grouped(rows, lambda row: getattr(row, name))
    return tuple(
        GroupCount(
            code,
            labels[code],
            sum(getattr(row, name) == code for row in held),
            len(groups.get(code, ())),
            len(people(groups.get(code, ()))),
        )
        for code in sorted(labels)
    )


def _days(rows: Sequence[Participation], held: Sequence[Any], monday: date) -> tuple[DayCount, ...]:
    groups = grouped(rows, lambda row: row.on_date)
    days = [monday + timedelta(days=n) for n in range(7)]
    return tuple(
        DayCount(
            day,
            sum(row.on_date == day for row in held),
            len(groups.get(day, ())),
            len(people(groups.get(day, ()))),
        )
        for day in days
    )
