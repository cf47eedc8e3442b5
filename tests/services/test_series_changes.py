"""Several dates of a repeated session change as one act, and no mark is lost."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
import sqlalchemy as sa

from desktop.errors import ChangedMeanwhile, NotFound
from desktop.models.accounts import Journal
from desktop.models.activity import Series, Session
from desktop.rights import Permission
from desktop.services.attendance import AttendanceService
from desktop.services.planning import PlanningService, SessionPlan
from desktop.services.repeats import Repeat, days_of
from desktop.services.series_changes import Scope, SeriesChangeService
from desktop.services.series_rules import beginning_at, ended_before, moved_by
from desktop.services.session_changes import SessionChangeService
from desktop.services.session_plans import BadLength, plan_of
from desktop.services.sheet_rules import NoReason
from desktop.vocabulary import AttendanceStatus, SessionState
from tests.services.house import MONDAY, House

PLAN = SessionPlan(activity="theatre", site="BKO", on=MONDAY, at=time(15), room="A1")


@pytest.fixture
def together(house: House) -> SeriesChangeService:
    """Give the service that changes several dates."""
    return SeriesChangeService(house.desk)


@pytest.fixture
def codes(planning: PlanningService) -> list[str]:
    """Give four dates: two Mondays and two Thursdays."""
    return planning.repeat_weekly(PLAN, Repeat(days=(0, 3), count=4))


def _when(planning: PlanningService, codes: list[str]) -> list[tuple[int, int]]:
    lines = [planning.session(code) for code in codes]
    return [((line.on_date - MONDAY).days, line.starts_at.hour) for line in lines]


def _rules(house: House) -> list[tuple[str, list[date]]]:
    """Give each rule that stands, with the days of its sessions; those days must be the ones it names."""
    with house.desk.read(Permission.SEE_WEEK) as look:
        found = look.rows(sa.select(Series.id, Series.rule, Series.start_on).where(Series.removed_at.is_(None)))
        rules = []
        for row in found:
            slots = sa.select(Session.original_on).where(Session.series_id == row.id).order_by(Session.original_on)
            days = [one.original_on for one in look.rows(slots)]
            assert days == days_of(row.rule, row.start_on)
            rules.append((row.rule, days))
    return sorted(rules, key=lambda one: one[1])


def test_this_and_the_following_go_their_own_way(
    house: House, planning: PlanningService, together: SeriesChangeService, codes: list[str]
) -> None:
    act = together.change(codes[1], replace(plan_of(planning.session(codes[1])), at=time(10)), Scope.FOLLOWING)
    assert _when(planning, codes) == [(0, 15), (3, 10), (7, 10), (10, 10)]
    assert (len(act.sessions), act.left) == (3, 0)
    assert [rule for rule, _ in _rules(house)] == [
        "FREQ=WEEKLY;WKST=MO;BYDAY=MO,TH;UNTIL=20261118",
        "FREQ=WEEKLY;WKST=MO;BYDAY=MO,TH;COUNT=3",
    ]
    together.take_back(act)
    assert _when(planning, codes) == [(0, 15), (3, 15), (7, 15), (10, 15)]
    assert [rule for rule, _ in _rules(house)] == ["FREQ=WEEKLY;WKST=MO;BYDAY=MO,TH;COUNT=4"]
    with house.desk.read(Permission.SEE_WEEK) as look:
        lines = look.rows(sa.select(Journal.action).order_by(Journal.seq.desc()).limit(2))
    assert [line.action for line in lines] == ["undo change of series", "change series"]  # one line each


def test_every_date_moves_by_as_many_days_and_its_rule_with_it(
    house: House, planning: PlanningService, together: SeriesChangeService, codes: list[str]
) -> None:
    third = planning.session(codes[2])
    for days in (4, -4, 7, -7):
        act = together.change(codes[2], replace(plan_of(third), on=third.on_date + timedelta(days=days)), Scope.ALL)
        assert _when(planning, codes) == [(days + day, 15) for day in (0, 3, 7, 10)]
        assert len(_rules(house)) == 1
        together.take_back(act)
        assert _when(planning, codes) == [(0, 15), (3, 15), (7, 15), (10, 15)]


def test_a_date_with_marks_stays_as_it_was_held(
    house: House, planning: PlanningService, together: SeriesChangeService, codes: list[str]
) -> None:
    AttendanceService(house.desk).mark_by_code(codes[0], "moussa", AttendanceStatus.PRESENT)
    before = planning.session(codes[0])
    chosen = plan_of(planning.session(codes[1]))
    act = together.change(codes[1], replace(chosen, on=chosen.on + timedelta(days=1), room=None), Scope.ALL)
    assert act.left == 1
    held = planning.session(codes[0])
    assert (held.marked, held.starts_at, held.room) == (1, before.starts_at, "A1")
    assert held.original_on == MONDAY + timedelta(days=1)  # the date its rule now names
    assert _when(planning, codes[1:]) == [(4, 15), (8, 15), (11, 15)]
    assert together.cancel(codes[0], "rain", Scope.ALL).left == 1
    assert planning.session(codes[0]).marked == 1
    with pytest.raises(ChangedMeanwhile):
        together.take_back(act)
    assert _when(planning, codes[1:]) == [(4, 15), (8, 15), (11, 15)]


def test_only_what_was_changed_reaches_the_others(
    house: House, planning: PlanningService, together: SeriesChangeService, codes: list[str]
) -> None:
    own = plan_of(planning.session(codes[3]))
    SessionChangeService(house.desk).change(codes[3], replace(own, at=time(8)))
    first = plan_of(planning.session(codes[0]))
    together.change(codes[0], replace(first, facilitators="Awa"), Scope.ALL)
    assert {planning.session(code).facilitators for code in codes} == {"Awa"}
    assert _when(planning, codes)[3] == (10, 8)


def test_dates_are_cancelled_and_left_out_together_and_come_back(
    planning: PlanningService, together: SeriesChangeService, codes: list[str]
) -> None:
    with pytest.raises(NoReason):
        together.cancel(codes[0], " ", Scope.ALL)
    act = together.cancel(codes[2], "no room", Scope.FOLLOWING)
    off = [planning.session(code).state is SessionState.CANCELLED for code in codes]
    assert off == [False, False, True, True]
    together.take_back(act)
    out = together.skip(codes[1], Scope.FOLLOWING)
    assert [line.code for line in planning.left_out(MONDAY)] == [codes[1]]
    planning.publish(codes[1])
    assert planning.session(codes[1]).on_date == MONDAY + timedelta(days=3)
    with pytest.raises(ChangedMeanwhile):
        together.take_back(out)


def test_a_date_left_out_before_is_no_date_to_end(
    planning: PlanningService, together: SeriesChangeService, codes: list[str]
) -> None:
    planning.skip(codes[2])
    off = together.cancel(codes[0], "no room", Scope.ALL)
    assert len(off.sessions) == 3
    together.take_back(off)
    out = together.skip(codes[1], Scope.FOLLOWING)
    assert len(out.sessions) == 2
    together.take_back(out)
    assert [line.code for line in planning.left_out(MONDAY + timedelta(days=7))] == [codes[2]]


def test_what_does_not_repeat_or_cannot_be_is_refused(
    house: House, planning: PlanningService, together: SeriesChangeService, codes: list[str]
) -> None:
    with pytest.raises(NotFound):
        together.skip(house.plan(), Scope.ALL)
    with pytest.raises(BadLength):
        together.change(codes[0], replace(plan_of(planning.session(codes[0])), minutes=1), Scope.ALL)
    assert len({line.ends_at - line.starts_at for line in map(planning.session, codes)}) == 1


def test_a_rule_cut_or_moved_names_the_same_days() -> None:
    for rule in (
        "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=MO,SU;COUNT=9",
        "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=MO,SU;UNTIL=20270124",
    ):
        days = days_of(rule, MONDAY)
        assert days_of(ended_before(rule, days[4]), MONDAY) == days[:4]
        assert days_of(beginning_at(rule, MONDAY, days[4]), days[4]) == days[4:]
        for by in range(-9, 10):
            later = timedelta(days=by)
            assert days_of(moved_by(rule, by), MONDAY + later) == [day + later for day in days]
