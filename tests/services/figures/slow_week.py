"""A whole week of the slow count, in the words both counts are compared in."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from desktop.services.figures import WeeklyFigures
from tests.services.figures import slow_count as slow
from tests.services.figures.slow_count import Asked, Came, Tables


def slowly(tables: Tables, asked: Asked) -> dict[str, Any]:
    """Count every figure of a week."""
    rows, sessions = slow.of_week(tables, asked), slow.on_plan(tables, asked)
    came = {one.session for one in rows}
    held = [
        one
        for one in sessions
        if not slow.off(one) and (one.id in came or (one.outcome == "held" and one.starts_at <= asked.stop))
    ]
    open_ones = [one for one in sessions if one not in held and not slow.off(one)]
    unmarked = {line.session_id for line in tables.lines.values() if line.listed and line.status is None}

    def groups(key: Any, sessions_of: Any) -> dict[Any, tuple[int, int, int]]:
        there = Counter(sessions_of(one) for one in held)
        own = {name: [one for one in rows if key(one) == name] for name in there}
        return {name: (n, len(own[name]), len(slow.persons(own[name]))) for name, n in there.items()}

    def session_of(one: Came) -> Any:
        return tables.sessions[one.session]

    return {
        "held": len(held),
        "cancelled": sum(map(slow.off, sessions)),
        "not_recorded": sum(one.ends_at < asked.stop for one in open_ones),
        "to_come": sum(one.ends_at >= asked.stop for one in open_ones),
        "reasons": Counter(one.cancel_reason or "" for one in sessions if slow.off(one)),
        "unfinished": sum(one.id in unmarked for one in held),
        "look_alikes": slow.waiting(tables),
        "participations": len(rows),
        "unique": len(slow.persons(rows)),
        "new": slow.newcomers(tables, asked),
        "unidentified": sum(not one.is_person for one in rows),
        "sex_age": slow.by_first(rows, lambda one: (slow.sex(tables, one), slow.band(tables, one))),
        "nationality": slow.by_first(rows, lambda one: slow.nationality(tables, one)),
        "status": slow.by_first(rows, lambda one: (slow.status(tables, one) or "unknown").replace("ô", "o").lower()),
        "day": groups(lambda one: session_of(one).on_date, lambda session: session.on_date),
        "site": groups(
            lambda one: tables.sites[session_of(one).site_id].code, lambda session: tables.sites[session.site_id].code
        ),
        "activities": sorted(groups(lambda one: session_of(one).type_id, lambda session: session.type_id).values()),
        "house": house(tables, asked),
    }


def fast(week: WeeklyFigures) -> dict[str, Any]:
    """Put the program's figures in the same words."""
    counts = week.sessions
    return {
        "held": counts.held,
        "cancelled": counts.cancelled,
        "not_recorded": counts.not_recorded,
        "to_come": counts.to_come,
        "reasons": Counter(dict(counts.reasons)),
        "unfinished": week.sheets_unfinished,
        "look_alikes": week.look_alikes,
        "participations": week.participations,
        "unique": week.unique_people,
        "new": week.new_people,
        "unidentified": week.unidentified,
        "sex_age": {
            (cell.sex.value, cell.band): (cell.participations, cell.unique_people)
            for cell in week.by_sex_age
            if cell.participations or cell.unique_people
        },
        "nationality": {one.code: (one.participations, one.unique_people) for one in week.by_nationality},
        "status": {one.code: (one.participations, one.unique_people) for one in week.by_status},
        "day": {one.day: tuple(_counts(one)) for one in week.by_day if any(_counts(one))},
        "site": {one.code: tuple(_counts(one)) for one in week.by_site},
        "activities": sorted(tuple(_counts(one)) for one in week.by_activity),
        "house": (
            week.house.at_start,
            week.house.entries,
            week.house.exits,
            week.house.at_end,
            week.house.nights,
        ),
    }


def _counts(one: Any) -> list[int]:
    return [one.sessions_held, one.participations, one.unique_people]


def house(tables: Tables, asked: Asked) -> tuple[int, int, int, int, int]:
    """Walk through every coming and going: who is there, who was there a moment before."""
    start, last = _midnight(asked.monday), _midnight(asked.monday + timedelta(days=7))
    end = max(start, min(last, asked.stop))
    spans: dict[Any, list[tuple[datetime, datetime]]] = {}
    for stay in tables.stays.values():
        if stay.removed_at is None and (asked.site is None or tables.sites[stay.site_id].code == asked.site):
            who = (slow.end_of_merges(tables, stay.person_id), stay.site_id)
            spans.setdefault(who, []).append((stay.in_at, stay.out_at or datetime.max.replace(tzinfo=UTC)))
    entries = exits = 0
    for own in spans.values():
        for moment in {moment for span in own for moment in span if start < moment <= end}:
            here = any(begins <= moment < ends for begins, ends in own)
            before = any(begins < moment <= ends for begins, ends in own)
            entries += here and not before
            exits += before and not here

    def present(moment: datetime) -> int:
        return sum(any(begins <= moment < ends for begins, ends in own) for own in spans.values())

    nights = sum(present(start + timedelta(days=n)) for n in range(1, 8) if start + timedelta(days=n) <= end)
    return present(start), entries, exits, present(end), nights


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
