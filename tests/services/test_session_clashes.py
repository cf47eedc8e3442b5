"""Clashes are warnings with a way out, and what is called off never clashes."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
import sqlalchemy as sa

from desktop.models.activity import ActivityType
from desktop.rights import Permission
from desktop.services.attendance import AttendanceService
from desktop.services.planning import PlanningService, SessionPlan
from desktop.services.session_choices import Choices, SessionChoiceService
from desktop.services.session_clashes import Clash, ClashKind, clashes_of, clashing
from desktop.storage.unit_of_work import Desk
from tests.services.house import MONDAY, House, make_house

PLAN = SessionPlan(activity="dance", site="BKO", on=MONDAY, at=time(9), minutes=60, room="A1", facilitators="Awa")
CHOICES = Choices(("A1", "B1"), (), {}, {})


@pytest.fixture
def house(desk: Desk) -> House:
    """Give a house of one site."""
    return make_house(desk)


@pytest.fixture
def planning(house: House) -> PlanningService:
    """Give the service with a session of an hour at nine on Monday in A1, by Awa and Ali."""
    made = PlanningService(house.desk)
    made.create(replace(PLAN, activity="sport", facilitators="awa, Ali"))
    return made


def _clashes(planning: PlanningService, plan: SessionPlan, choices: Choices = CHOICES) -> list[Clash]:
    return clashes_of(plan, planning.sessions_of_week(MONDAY), choices)


def test_a_room_that_is_taken_is_answered_by_a_free_one(planning: PlanningService) -> None:
    (clash,) = _clashes(planning, replace(PLAN, facilitators=""))
    assert (clash.kind, clash.what, clash.severe) == (ClashKind.ROOM, "A1", True)
    assert clash.other is not None
    assert clash.other.activity_code == "sport"
    assert clash.way_out == replace(PLAN, facilitators="", room="B1")
    assert _clashes(planning, clash.way_out) == []


def test_without_a_free_room_another_hour_is_proposed(planning: PlanningService) -> None:
    (clash,) = _clashes(planning, replace(PLAN, facilitators="", at=time(9, 30)), replace(CHOICES, rooms=("A1",)))
    assert clash.way_out is not None
    assert (clash.way_out.room, clash.way_out.at) == ("A1", time(10))


def test_somebody_cannot_be_in_two_places(planning: PlanningService) -> None:
    (clash,) = _clashes(planning, replace(PLAN, room=None, facilitators="Binta et AWA"))
    assert (clash.kind, clash.what) == (ClashKind.FACILITATOR, "AWA")
    assert clash.way_out is not None
    assert clash.way_out.at == time(10)


def test_a_full_day_leaves_no_way_out(planning: PlanningService) -> None:
    for hour in range(7, 19):
        planning.create(replace(PLAN, at=time(hour), minutes=60, activity="arts"))
    clashes = _clashes(planning, replace(PLAN, facilitators=""), replace(CHOICES, rooms=("A1",)))
    assert {clash.way_out for clash in clashes} == {None}


@pytest.mark.parametrize("change", [
    {"at": time(10)}, {"at": time(8), "minutes": 60}, {"on": MONDAY + timedelta(days=1)},
    {"room": "B1", "facilitators": ""}, {"room": None, "facilitators": ""},
])  # fmt: skip
def test_what_does_not_meet_does_not_clash(planning: PlanningService, change: dict[str, object]) -> None:
    assert _clashes(planning, replace(PLAN, **change)) == []  # type: ignore[arg-type]


def test_what_is_called_off_never_clashes(house: House, planning: PlanningService) -> None:
    (code,) = (line.code for line in planning.sessions_of_week(MONDAY))
    planning.cancel(code, "rain")
    assert _clashes(planning, PLAN) == []
    planning.publish(code)
    assert len(_clashes(planning, PLAN)) == 2
    AttendanceService(house.desk).did_not_take_place(code, "nobody came")
    assert _clashes(planning, PLAN) == []


def test_a_session_does_not_clash_with_itself(planning: PlanningService) -> None:
    (line,) = planning.sessions_of_week(MONDAY)
    assert clashes_of(PLAN, [line], CHOICES, now=line) == []
    assert clashing([line], CHOICES) == frozenset()


def test_both_sessions_of_a_clash_are_named(planning: PlanningService) -> None:
    other = planning.create(PLAN)
    planning.create(replace(PLAN, at=time(15)))
    lines = planning.sessions_of_week(MONDAY)
    assert clashing(lines, CHOICES) == {other, lines[0].code}


@pytest.mark.parametrize(("mine", "theirs", "meets"), [
    ({"age_from": 18}, {"age_to": 17}, False), ({"age_from": 18}, {"age_from": 12, "age_to": 18}, True),
    ({"sexes": ["F"]}, {"sexes": ["M"]}, False), ({"sexes": ["F"]}, {"age_from": 18}, True),
    ({}, {"sexes": ["F"]}, False),
])  # fmt: skip
def test_sessions_for_some_of_the_same_people_are_to_be_checked(
    planning: PlanningService, mine: dict[str, object], theirs: dict[str, object], *, meets: bool
) -> None:
    choices = replace(CHOICES, audiences={"dance": mine, "sport": theirs})
    clashes = _clashes(planning, replace(PLAN, room=None, facilitators=""), choices)
    assert [(clash.kind, clash.severe) for clash in clashes] == [(ClashKind.AUDIENCE, False)] * meets


def test_more_people_than_an_activity_is_meant_for_are_to_be_checked(house: House, planning: PlanningService) -> None:
    for name in ("Moussa KEITA", "Awa DIALLO"):
        house.lodge(name)
    with house.desk.begin(Permission.PLAN_WEEK) as work:
        work.run(sa.update(ActivityType).where(ActivityType.code == "sport").values(capacity=1))
        work.trace("test")
    (line,) = planning.sessions_of_week(MONDAY)
    AttendanceService(house.desk).open_sheet(line.code)
    (line,) = planning.sessions_of_week(MONDAY)
    choices = SessionChoiceService(house.desk).choices("BKO")
    (clash,) = clashes_of(replace(PLAN, activity="sport"), [line], choices, now=line)
    assert (clash.kind, clash.what, clash.severe) == (ClashKind.CAPACITY, "1", False)


def test_a_closed_day_is_to_be_checked() -> None:
    (clash,) = clashes_of(replace(PLAN, on=date(2026, 12, 25)), [], CHOICES)
    assert (clash.kind, clash.what, clash.way_out) == (ClashKind.CLOSED_DAY, "Christmas", None)
