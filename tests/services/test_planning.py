"""Planning the week: repeating, leaving out and bringing back, copying as one act."""

from datetime import date, time, timedelta

import pytest
import sqlalchemy as sa

from desktop.errors import BadValue, NotAllowed, NotFound
from desktop.models.activity import Series, Session
from desktop.models.keys import named_key, uuid7
from desktop.rights import Permission, Role
from desktop.services.attendance import AttendanceService
from desktop.services.planning import PlanningService, SessionPlan
from desktop.services.repeats import EndsTooEarly, NeverEnds, Repeat, days_of
from desktop.services.session_plans import BadLength
from desktop.services.sheet_rules import HasMarks
from desktop.vocabulary import AttendanceStatus, SessionState
from tests.conftest import DeskFor
from tests.services.house import MONDAY, House

PLAN = SessionPlan(activity="theatre", site="BKO", on=MONDAY, at=time(15), room="A1")
NEXT = MONDAY + timedelta(days=7)


def _days(planning: PlanningService, codes: list[str]) -> list[int]:
    return [(planning.session(code).on_date - MONDAY).days for code in codes]


def test_a_session_comes_back_on_several_days_until_one(planning: PlanningService) -> None:
    codes = planning.repeat_weekly(PLAN, Repeat(days=(2, 0), until=MONDAY + timedelta(days=9)))
    assert _days(planning, codes) == [0, 2, 7, 9]
    assert _days(planning, planning.repeat_weekly(PLAN, Repeat(count=3))) == [0, 7, 14]
    assert _days(planning, planning.repeat_weekly(PLAN, Repeat(days=(4,), count=1))) == [4]
    assert _days(planning, planning.repeat_weekly(PLAN, Repeat(days=(0, 6), count=3, every=2))) == [0, 6, 14]


def test_the_rule_and_the_keys_are_those_any_computer_would_make(house: House, planning: PlanningService) -> None:
    planning.repeat_weekly(PLAN, Repeat(days=(0, 3), count=4))
    with house.desk.read(Permission.SEE_WEEK) as look:
        series = look.row(sa.select(Series.id, Series.rule, Series.start_on))
        rows = look.rows(sa.select(Session.id, Session.original_on, Session.on_date))
    assert series is not None
    assert series.rule == "FREQ=WEEKLY;WKST=MO;BYDAY=MO,TH;COUNT=4"
    assert {row.id for row in rows} == {named_key("session", series.id, day) for day in days_of(series.rule, MONDAY)}
    assert all(row.original_on == row.on_date for row in rows)


def test_a_rule_without_a_sensible_end_is_refused(planning: PlanningService) -> None:
    for repeat in (Repeat(), Repeat(count=0), Repeat(count=371), Repeat(count=2, until=NEXT)):
        with pytest.raises(NeverEnds):
            planning.repeat_weekly(PLAN, repeat)
    with pytest.raises(NeverEnds):
        planning.repeat_weekly(PLAN, Repeat(days=(0, 1, 2, 3, 4, 5, 6), until=date(2030, 1, 1)))
    with pytest.raises(EndsTooEarly):
        planning.repeat_weekly(PLAN, Repeat(until=MONDAY - timedelta(days=1)))
    with pytest.raises(BadValue):
        planning.repeat_weekly(PLAN, Repeat(days=(7,), count=1))
    for every in (0, 53):
        with pytest.raises(BadValue):
            planning.repeat_weekly(PLAN, Repeat(count=1, every=every))
    assert planning.sessions_of_week(MONDAY) == []


def test_one_session_of_a_series_is_skipped_and_brought_back(house: House, planning: PlanningService) -> None:
    first, second = planning.repeat_weekly(PLAN, Repeat(count=2))
    before = planning.session(second)
    planning.skip(second)
    assert planning.sessions_of_week(NEXT) == []
    assert [line.code for line in planning.left_out(NEXT)] == [second]
    assert [line.code for line in planning.sessions_of_week(MONDAY)] == [first]
    with pytest.raises(NotFound):
        planning.session(second)
    planning.publish(second)
    assert planning.session(second) == before
    assert planning.left_out(NEXT) == []
    AttendanceService(house.desk).mark_by_code(first, "moussa", AttendanceStatus.PRESENT)
    with pytest.raises(HasMarks):
        planning.skip(first)


def test_a_cancelled_session_is_brought_back(house: House, planning: PlanningService) -> None:
    code = house.plan()
    planning.cancel(code, " heavy  rain ")
    assert planning.session(code).cancel_reason == "heavy rain"
    planning.publish(code)
    line = planning.session(code)
    assert (line.state, line.cancel_reason) == (SessionState.PUBLISHED, None)
    AttendanceService(house.desk).did_not_take_place(code, "no ball")
    planning.publish(code)
    assert planning.session(code).outcome is None


def test_a_week_is_copied_as_one_act_and_never_twice(house: House, planning: PlanningService) -> None:
    house.plan("sport", day=0)
    house.plan("dance", day=4, hour=16)
    planning.create(SessionPlan(activity="dance", site="BKO", on=MONDAY, at=time(9), room="A1", draft=True))
    planning.cancel(house.plan("arts", day=2), "closed")
    planning.skip(house.plan("arts", day=3))
    following = MONDAY + timedelta(days=9)
    assert len(planning.copy_last_week(following, "BKO").codes) == 3
    assert planning.copy_last_week(following, "BKO").codes == ()
    lines = planning.sessions_of_week(following, "BKO")
    assert [(line.activity_code, line.starts_at.hour, line.room) for line in lines] == [
        ("sport", 9, None),
        ("dance", 9, "A1"),
        ("dance", 16, None),
    ]
    assert [line.state for line in lines].count(SessionState.DRAFT) == 1


def test_undoing_a_copy_leaves_what_was_touched(house: House, planning: PlanningService) -> None:
    earlier = MONDAY - timedelta(days=7)
    for day in range(4):
        planning.create(SessionPlan(activity="sport", site="BKO", on=earlier + timedelta(days=day), at=time(9)))
    copied = planning.copy_last_week(MONDAY, "BKO")
    marked, cancelled, opened, left = copied.codes
    attendance = AttendanceService(house.desk)
    attendance.mark_by_code(marked, "moussa", AttendanceStatus.ABSENT)
    planning.cancel(cancelled, "rain")
    attendance.open_sheet(opened)
    assert planning.undo_copy(copied.act) == 2
    assert {line.code for line in planning.sessions_of_week(MONDAY)} == {marked, cancelled}
    assert {line.code for line in planning.left_out(MONDAY)} == {opened, left}
    assert planning.undo_copy(copied.act) == 0
    with pytest.raises(NotFound):
        planning.undo_copy(uuid7())


def test_a_session_lasts_some_minutes_of_one_day(planning: PlanningService) -> None:
    for minutes in (0, 4, -30, 721):
        with pytest.raises(BadLength):
            planning.create(SessionPlan(activity="sport", site="BKO", on=MONDAY, at=time(9), minutes=minutes))
    code = planning.create(SessionPlan(activity="sport", site="BKO", on=MONDAY, at=time(9), minutes=5))
    line = planning.session(code)
    assert line.ends_at - line.starts_at == timedelta(minutes=5)


def test_a_colleague_of_another_site_changes_nothing(
    house: House, planning: PlanningService, desk_for: DeskFor
) -> None:
    code = house.plan()
    copied = planning.copy_last_week(NEXT, "BKO")
    elsewhere = PlanningService(desk_for(*Role, sites=frozenset({uuid7()})))
    for act in (elsewhere.skip, elsewhere.publish):
        with pytest.raises(NotFound):
            act(code)
    with pytest.raises(NotAllowed):
        elsewhere.undo_copy(copied.act)
    assert len(planning.sessions_of_week(NEXT)) == 1
