"""The calendar file says every session of the weeks, and nobody's name; read back by a reader of its own."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr

from desktop.errors import BadValue
from desktop.services.planning import PlanningService, SessionPlan
from desktop.services.repeats import Repeat
from desktop.services.series_changes import Scope, SeriesChangeService
from desktop.services.session_changes import SessionChangeService
from desktop.services.session_plans import plan_of
from desktop.services.week_calendar import CalendarService
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import SessionState
from tests.services.house import MONDAY, House, make_house

PLAN = SessionPlan(activity="theatre", site="BKO", on=MONDAY, at=time(15), room="A1", facilitators="Oumou SANGARE")


@pytest.fixture
def house(desk: Desk) -> House:
    """Give a house."""
    return make_house(desk)


def written(house: House, day: date = MONDAY, weeks: int = 4) -> str:
    """Give the file, with its folded lines made whole."""
    to = BytesIO()
    CalendarService(house.desk).export(day, weeks, to)
    return to.getvalue().decode().replace("\r\n ", "")


def occurrences(text: str) -> list[tuple[str, datetime, datetime, str, bool]]:
    """Read a calendar by hand: each occurrence with its start, end, place, and whether it is cancelled."""
    events = [_fields(part.split("END:VEVENT")[0]) for part in text.split("BEGIN:VEVENT")[1:]]
    instead = {(one["UID"], one["RECURRENCE-ID"]) for one in events if "RECURRENCE-ID" in one}
    found = []
    for one in events:
        starts = [one["DTSTART"]]
        if "RRULE" in one:
            starts = list(rrulestr(one["RRULE"], dtstart=one["DTSTART"]))
            assert one["DTSTART"] == starts[0]
        for start in starts:
            replaced = "RRULE" in one and (one["UID"], start) in instead
            if start not in one.get("EXDATE", ()) and not replaced:
                end = start + (one["DTEND"] - one["DTSTART"])
                found.append((one["SUMMARY"], start, end, one["LOCATION"], one["STATUS"] == "CANCELLED"))
    return sorted(found, key=lambda each: (each[1], each[0]))


def _fields(event: str) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for line in filter(None, event.split("\r\n")):
        head, _, value = line.partition(":")
        name, _, options = head.partition(";")
        if name in {"DTSTART", "DTEND", "RECURRENCE-ID"}:
            fields[name] = _moment(value, options)
        elif name == "EXDATE":
            fields.setdefault(name, []).extend(_moment(one, options) for one in value.split(","))
        else:
            fields[name] = value.replace("\\,", ",")
    return fields


def _moment(value: str, options: str) -> datetime:
    zone = UTC if value.endswith("Z") else ZoneInfo(options.removeprefix("TZID="))
    return datetime.strptime(value.removesuffix("Z"), "%Y%m%dT%H%M%S").replace(tzinfo=zone)


def planned(house: House, weeks: int = 4) -> list[tuple[str, datetime, datetime, str, bool]]:
    """Give the same of what is planned and no draft."""
    planning = PlanningService(house.desk)
    lines = [one for week in range(weeks) for one in planning.sessions_of_week(MONDAY + timedelta(days=7 * week))]
    told = [
        (one.activity, one.starts_at, one.ends_at, ", ".join(filter(None, (one.room, "Bamako"))),
         one.state is SessionState.CANCELLED)
        for one in lines if one.state is not SessionState.DRAFT
    ]  # fmt: skip
    return sorted(told, key=lambda each: (each[1], each[0]))


def test_every_occurrence_is_in_the_file_and_rules_stay_rules(house: House) -> None:
    planning, changes = PlanningService(house.desk), SessionChangeService(house.desk)
    codes = planning.repeat_weekly(PLAN, Repeat(days=(0, 3), count=14))  # goes on beyond the weeks
    planning.repeat_weekly(replace(PLAN, activity="dance", room=None), Repeat(until=date(2027, 1, 4), every=2))
    house.plan("sport", day=4)
    planning.create(replace(PLAN, at=time(8), draft=True))
    planning.skip(codes[1])
    planning.cancel(codes[2], "Moussa KEITA is ill")
    moved, leaving = (plan_of(planning.session(codes[place])) for place in (3, 6))
    changes.change(codes[3], replace(moved, on=moved.on + timedelta(days=1), at=time(9)))
    changes.change(codes[6], replace(leaving, on=leaving.on + timedelta(days=30)))
    late = plan_of(planning.session(codes[9]))
    changes.change(codes[9], replace(late, on=MONDAY + timedelta(days=2)))  # comes from beyond the weeks
    text = written(house)
    assert occurrences(text) == planned(house)
    assert len(planned(house)) == 10  # 8 dates, less 1 left out and 1 moved away, 1 from beyond, 2 dances, 1 sport
    assert text.count("RRULE") == 2
    for secret in ("Oumou", "SANGARE", "Moussa", "ill"):
        assert secret not in text
    SeriesChangeService(house.desk).change(codes[4], replace(plan_of(planning.session(codes[4])), at=time(17)),
                                           Scope.FOLLOWING)  # fmt: skip
    again = written(house)
    assert occurrences(again) == planned(house)
    assert again.count("RRULE") == 3


def test_a_later_window_begins_in_the_middle_of_a_rule(house: House) -> None:
    PlanningService(house.desk).repeat_weekly(PLAN, Repeat(days=(0, 6), count=9, every=2))
    text = written(house, MONDAY + timedelta(days=14), weeks=5)
    every = planned(house, weeks=7)
    assert occurrences(text) == [one for one in every if one[1].date() >= MONDAY + timedelta(days=14)]
    assert len(occurrences(text)) == 6


def test_an_empty_week_is_an_empty_calendar_and_too_many_weeks_are_refused(house: House) -> None:
    text = written(house)
    assert text.startswith("BEGIN:VCALENDAR")
    assert occurrences(text) == []
    for weeks in (0, 54):
        with pytest.raises(BadValue):
            written(house, weeks=weeks)
