"""A session is planned otherwise, and whatever was done comes back exactly."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
import sqlalchemy as sa

from desktop.errors import ChangedMeanwhile, NotAllowed, NotFound
from desktop.models.accounts import Journal
from desktop.models.keys import uuid7
from desktop.rights import Permission, Role
from desktop.services.attendance import AttendanceService
from desktop.services.planning import PlanningService, SessionPlan
from desktop.services.session_changes import ReportMade, SessionChangeService
from desktop.services.session_choices import SessionChoiceService, people_of
from desktop.services.session_plans import BadLength, plan_of
from desktop.services.sheet_rules import HasMarks
from desktop.vocabulary import AttendanceStatus, SessionState
from tests.conftest import DeskFor
from tests.services.house import MONDAY, House

PLAN = SessionPlan(activity="dance", site="BKO", on=MONDAY + timedelta(days=1), at=time(15, 30), minutes=45, room="A1",
                   facilitators="Awa et Ali")  # fmt: skip


@pytest.fixture
def changes(house: House) -> SessionChangeService:
    """Give the service that changes."""
    return SessionChangeService(house.desk)


def test_every_part_of_a_session_changes_and_comes_back(
    house: House, planning: PlanningService, changes: SessionChangeService
) -> None:
    code = house.plan("sport")
    before, was = planning.session(code), changes.as_it_stands(code)
    changes.change(code, PLAN)
    assert plan_of(planning.session(code)) == PLAN
    assert planning.session(code).code == code
    changes.restore([was])
    assert planning.session(code) == before
    with house.desk.read(Permission.SEE_WEEK) as look:
        last = look.rows(sa.select(Journal.action, Journal.detail).order_by(Journal.seq.desc()).limit(2))
    assert [row.action for row in last] == ["undo change of session", "change session"]
    assert "room_id" in last[1].detail


def test_a_draft_stays_a_draft_when_it_moves(planning: PlanningService, changes: SessionChangeService) -> None:
    code = planning.create(replace(PLAN, draft=True))
    changes.change(code, replace(PLAN, at=time(8)))
    assert planning.session(code).state is SessionState.DRAFT


def test_people_marked_keep_a_session_on_its_day(
    house: House, planning: PlanningService, changes: SessionChangeService
) -> None:
    code = house.plan("sport")
    AttendanceService(house.desk).mark_by_code(code, "moussa", AttendanceStatus.ABSENT)
    with pytest.raises(HasMarks):
        changes.change(code, PLAN)
    changes.change(code, replace(PLAN, on=MONDAY))
    assert planning.session(code).marked == 1


def test_marks_made_since_keep_an_act_from_being_undone(
    house: House, planning: PlanningService, changes: SessionChangeService
) -> None:
    code = house.plan("sport", day=1)
    was = changes.as_it_stands(code)
    changes.change(code, replace(PLAN, on=MONDAY))
    AttendanceService(house.desk).mark_by_code(code, "moussa", AttendanceStatus.PRESENT)
    with pytest.raises(HasMarks):
        changes.restore([was])
    assert planning.session(code).on_date == MONDAY


def test_a_closed_sheet_and_bad_plans_are_refused(
    house: House, planning: PlanningService, changes: SessionChangeService
) -> None:
    code = house.plan("sport")
    for plan, refusal in (
        (replace(PLAN, minutes=0), BadLength),
        (replace(PLAN, activity="x"), NotFound),
        (replace(PLAN, room="nowhere"), NotFound),
        (replace(PLAN, site="XXX"), NotFound),
    ):
        with pytest.raises(refusal):
            changes.change(code, plan)
    with pytest.raises(NotFound):
        changes.change("S-0", PLAN)
    before = planning.session(code)
    AttendanceService(house.desk).close_sheet(code)
    with pytest.raises(ReportMade):
        changes.change(code, PLAN)
    assert planning.session(code) == replace(before, closed=True)


def test_a_removed_draft_and_a_cancelled_session_come_back_as_they_were(
    house: House, planning: PlanningService, changes: SessionChangeService
) -> None:
    draft, planned = planning.create(replace(PLAN, draft=True)), house.plan("sport")
    before, was = planning.sessions_of_week(MONDAY), [changes.as_it_stands(code) for code in (draft, planned)]
    planning.skip(draft)
    planning.cancel(planned, "rain")
    changes.restore(was)
    assert planning.sessions_of_week(MONDAY) == before
    with pytest.raises(ChangedMeanwhile):
        changes.restore(was)
    assert planning.sessions_of_week(MONDAY) == before


def test_a_week_is_published_and_taken_back_as_one_act(
    house: House, planning: PlanningService, changes: SessionChangeService
) -> None:
    house.plan("sport")
    codes = [planning.create(replace(PLAN, draft=True, at=time(hour))) for hour in (8, 10)]
    was = changes.publish_week(MONDAY, "BKO")
    assert len(was) == 2
    assert {line.state for line in planning.sessions_of_week(MONDAY)} == {SessionState.PUBLISHED}
    changes.restore(was)
    assert [planning.session(code).state for code in codes] == [SessionState.DRAFT] * 2
    assert changes.publish_week(MONDAY + timedelta(days=7)) == ()


def test_what_was_repeated_is_taken_out_as_one_act(
    house: House, planning: PlanningService, changes: SessionChangeService
) -> None:
    first, second = house.plan("sport"), house.plan("sport", day=1)
    AttendanceService(house.desk).mark_by_code(first, "moussa", AttendanceStatus.ABSENT)
    with pytest.raises(HasMarks):
        changes.take_out([second, first])
    assert len(planning.sessions_of_week(MONDAY)) == 2
    changes.take_out([second])
    assert [line.code for line in planning.sessions_of_week(MONDAY)] == [first]


def test_rooms_and_those_who_facilitate_are_offered(house: House, planning: PlanningService) -> None:
    planning.create(PLAN)
    planning.create(replace(PLAN, facilitators="Zoé; awa", at=time(9)))
    choices = SessionChoiceService(house.desk).choices("BKO")
    assert choices.rooms == ("A1",)
    assert sorted(choices.facilitators) == ["Ali", "Awa", "Zoé", "awa"]
    assert choices.audiences["dance"] == {}
    assert SessionChoiceService(house.desk).choices("XXX").rooms == ()
    assert people_of(" , Awa  Diallo and Ali ;") == ["Awa Diallo", "Ali"]


def test_a_colleague_of_another_site_changes_nothing(house: House, desk_for: DeskFor) -> None:
    code = house.plan()
    was = SessionChangeService(house.desk).as_it_stands(code)
    elsewhere = SessionChangeService(desk_for(*Role, sites=frozenset({uuid7()})))
    with pytest.raises(NotFound):
        elsewhere.change(code, PLAN)
    with pytest.raises(NotFound):
        elsewhere.take_out([code])
    with pytest.raises(NotAllowed):
        elsewhere.restore([was])
    assert elsewhere.publish_week(MONDAY) == ()
