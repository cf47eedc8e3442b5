"""Planning the week and taking attendance."""

from collections.abc import Callable
from datetime import date, time, timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from desktop.errors import NotAllowed, NotFound
from desktop.i18n import use_language
from desktop.models.activity import ActivityType, Attendance, AttendanceMark
from desktop.models.base import now
from desktop.models.keys import uuid7
from desktop.rights import Permission, Role
from desktop.services.attendance import AttendanceService, Sheet
from desktop.services.planning import PlanningService, SessionPlan
from desktop.services.repeats import Repeat
from desktop.services.sheet_rules import HasMarks, NoReason, NotBegun, SessionOff, SheetLocked
from desktop.services.who_came import SeveralPeople
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import AttendanceStatus, SessionState, Sex
from tests.conftest import DeskFor
from tests.services.house import MONDAY, House, make_house, moment

PRESENT, ABSENT = AttendanceStatus.PRESENT, AttendanceStatus.ABSENT


@pytest.fixture
def house(desk: Desk) -> House:
    """Give a house with two lodgers."""
    made = make_house(desk)
    made.lodge("Moussa KEITA")
    made.lodge("Awa DIALLO", sex=Sex.FEMALE, age=9)
    return made


def _audience(house: House, activity: str, audience: dict[str, object]) -> None:
    with house.desk.begin(Permission.PLAN_WEEK) as work:
        work.run(sa.update(ActivityType).where(ActivityType.code == activity).values(audience=audience))
        work.trace("audience")


def _names(sheet: Sheet) -> list[str]:
    return [line.name for line in sheet.lines]


def test_the_roster_is_whoever_is_in_the_house_at_that_hour(house: House) -> None:
    service, code = AttendanceService(house.desk), house.plan(hour=9)
    late = house.lodge("Late COMER", arrived=moment(MONDAY, 10))
    gone = house.lodge("Gone EARLY")
    house.leave(gone, moment(MONDAY, 8))
    assert _names(service.open_sheet(code)) == ["Awa DIALLO", "Moussa KEITA"]
    assert "Late COMER" in _names(service.open_sheet(house.plan(hour=11)))
    assert late != gone


def test_somebody_who_left_leaves_the_roster_unless_marked(house: House) -> None:
    service, code = AttendanceService(house.desk), house.plan(hour=9)
    first, second = service.open_sheet(code).lines
    service.mark(first.attendance_id, PRESENT)
    for line in (first, second):
        assert line.person_code
        house.leave(line.person_code, moment(MONDAY, 8))
    assert _names(service.open_sheet(code)) == [first.name]


def test_the_audience_is_asked_of_the_youngest_reading(house: House) -> None:
    _audience(house, "sport", {"age_from": 18})
    house.lodge("Unknown AGE", age=None)
    assert _names(AttendanceService(house.desk).open_sheet(house.plan())) == ["Moussa KEITA"]


def test_the_last_mark_stands_and_every_mark_is_kept(house: House) -> None:
    service, code = AttendanceService(house.desk), house.plan()
    line = service.open_sheet(code).lines[0]
    for status in (PRESENT, ABSENT, None, AttendanceStatus.LATE):
        service.mark(line.attendance_id, status)
    sheet = service.open_sheet(code)
    assert sheet.lines[0].status is AttendanceStatus.LATE
    assert (sheet.marked, sheet.came) == (1, 1)
    with house.desk.read(Permission.SEE_ATTENDANCE) as look:
        marks = look.rows(sa.select(AttendanceMark.status).order_by(AttendanceMark.id))
        counted = look.scalar(sa.select(Attendance.counted).where(Attendance.id == line.attendance_id))
    assert [row.status for row in marks] == [PRESENT, ABSENT, None, AttendanceStatus.LATE]
    assert counted is True


def test_filling_touches_no_marked_line_and_undoing_no_later_mark(house: House) -> None:
    service, code = AttendanceService(house.desk), house.plan()
    house.lodge("Third ONE")
    awa, moussa, third = service.open_sheet(code).lines
    service.mark(awa.attendance_id, ABSENT)
    filled = service.fill_unmarked(code)
    assert filled.count == 2
    service.mark(third.attendance_id, AttendanceStatus.LATE)
    assert service.undo_fill(filled.act) == 1
    status = {line.name: line.status for line in service.open_sheet(code).lines}
    assert status == {awa.name: ABSENT, moussa.name: None, third.name: AttendanceStatus.LATE}


def test_a_walk_in_is_added_and_marked_by_code(house: House) -> None:
    service, code = AttendanceService(house.desk), house.plan(hour=9)
    late = house.lodge("Late COMER", arrived=moment(MONDAY, 20))
    service.mark_by_code(code.lower(), late, PRESENT)
    line = next(line for line in service.open_sheet(code).lines if line.person_code == late)
    assert (line.walk_in, line.status) == (True, PRESENT)
    service.mark_by_code(code, late, ABSENT)
    assert len([one for one in service.open_sheet(code).lines if one.person_code == late]) == 1
    assert service.walk_in(code, late) == line.attendance_id


def test_an_anonymous_number_is_joined_and_taken_apart(house: House) -> None:
    service, code = AttendanceService(house.desk), house.plan()
    label = service.add_anonymous(code, Sex.FEMALE)
    assert label == "A1"
    person = house.lodge("Found LATER", arrived=moment(MONDAY, 20))
    service.join_anonymous(code, label, person)
    assert "Found LATER" in _names(service.open_sheet(code))
    service.join_anonymous(code, label, None)
    assert "A1" in _names(service.open_sheet(code))
    with pytest.raises(NotFound):
        service.join_anonymous(code, "A9", person)


def test_a_closed_sheet_wants_a_reason(house: House) -> None:
    service, code = AttendanceService(house.desk), house.plan()
    line = service.open_sheet(code).lines[0].attendance_id
    service.close_sheet(code)
    with pytest.raises(SheetLocked):
        service.mark(line, PRESENT)
    service.mark(line, PRESENT, reason="paper came back")
    assert service.open_sheet(code).came == 1


def test_a_session_that_people_came_to_is_not_cancelled(house: House) -> None:
    service, code = AttendanceService(house.desk), house.plan()
    line = service.open_sheet(code).lines[0].attendance_id
    service.mark(line, PRESENT)
    with pytest.raises(HasMarks):
        PlanningService(house.desk).cancel(code, "rain")
    with pytest.raises(HasMarks):
        service.did_not_take_place(code, "rain")
    service.mark(line, None)
    PlanningService(house.desk).cancel(code, "rain")
    with pytest.raises(SessionOff):
        service.mark(line, PRESENT)
    assert PlanningService(house.desk).session(code).state is SessionState.CANCELLED


def test_a_session_that_did_not_take_place_takes_no_mark(house: House) -> None:
    service, code = AttendanceService(house.desk), house.plan()
    service.did_not_take_place(code, "no ball")
    with pytest.raises(SessionOff):
        service.add_anonymous(code)


def test_a_refused_walk_in_leaves_no_line(house: House) -> None:
    service, code = AttendanceService(house.desk), house.plan()
    late = house.lodge("Late COMER", arrived=moment(MONDAY, 20))
    PlanningService(house.desk).cancel(code, "rain")
    with pytest.raises(SessionOff):
        service.walk_in(code, late)
    with house.desk.read(Permission.SEE_ATTENDANCE) as look:
        assert look.scalar(sa.select(sa.func.count()).select_from(Attendance)) == 0


def test_undoing_a_fill_leaves_a_closed_sheet_alone(house: House) -> None:
    service, code = AttendanceService(house.desk), house.plan()
    service.open_sheet(code)
    filled = service.fill_unmarked(code)
    service.close_sheet(code)
    with pytest.raises(SheetLocked):
        service.undo_fill(filled.act)
    assert service.open_sheet(code).came == 2


def test_a_walk_in_is_found_by_wristband_or_by_a_name_in_the_house(house: House) -> None:
    service, code = AttendanceService(house.desk), house.plan("talking_group")
    _audience(house, "talking_group", {"sexes": ["M"]})
    awa = house.wear("Awa DIALLO", "117")
    assert _names(service.open_sheet(code)) == ["Moussa KEITA"]
    service.mark_by_code(code, " 117 ", PRESENT)
    line = next(line for line in service.open_sheet(code).lines if line.person_code == awa)
    assert (line.walk_in, line.away) == (True, False)
    assert service.walk_in(code, "awa diallo") == line.attendance_id
    house.lodge("Awa DIALLO")
    with pytest.raises(SeveralPeople):
        service.walk_in(code, "Awa Diallo")
    for nobody in ("Zoumana", "118", ""):
        with pytest.raises(NotFound):
            service.walk_in(code, nobody)


def test_a_name_finds_only_those_in_the_house_at_that_hour(house: House) -> None:
    service, code = AttendanceService(house.desk), house.plan(hour=9)
    late = house.lodge("Late COMER", arrived=moment(MONDAY, 20))
    with pytest.raises(NotFound):
        service.walk_in(code, "comer")
    assert service.walk_in(code, late)


def test_a_line_marked_before_the_sheet_was_opened_is_no_walk_in(house: House) -> None:
    service, code = AttendanceService(house.desk), house.plan()
    service.mark_by_code(code, "moussa", PRESENT)
    assert [(line.name, line.walk_in) for line in service.open_sheet(code).lines] == [
        ("Awa DIALLO", False),
        ("Moussa KEITA", False),
    ]


def test_a_mark_of_somebody_who_had_left_counts_and_is_flagged(house: House) -> None:
    service, code = AttendanceService(house.desk), house.plan(hour=9)
    first, second = service.open_sheet(code).lines
    service.mark(first.attendance_id, PRESENT)
    assert first.person_code
    assert not service.open_sheet(code).lines[0].away
    house.leave(first.person_code, moment(MONDAY, 8))
    sheet = service.open_sheet(code)
    assert [(line.name, line.away) for line in sheet.lines] == [(first.name, True), (second.name, False)]
    assert sheet.came == 1


def test_nobody_has_come_to_a_session_whose_day_has_not_come(house: House) -> None:
    service, planning = AttendanceService(house.desk), PlanningService(house.desk)
    ahead = now().date() + timedelta(days=2)
    code = planning.create(SessionPlan(activity="sport", site="BKO", on=ahead, at=time(9)))
    line = service.open_sheet(code).lines[0].attendance_id
    acts: list[Callable[[], object]] = [
        lambda: service.mark(line, PRESENT),
        lambda: service.mark_by_code(code, "moussa", AttendanceStatus.LATE),
        lambda: service.fill_unmarked(code),
        lambda: service.add_anonymous(code),
    ]
    for act in acts:
        with pytest.raises(NotBegun) as refusal:
            act()
        assert f"{ahead:%d/%m/%Y}" in refusal.value.explain()
    service.mark(line, AttendanceStatus.EXCUSED)
    assert service.open_sheet(code).marked == 1


def test_nobody_is_marked_at_a_draft(house: House) -> None:
    service, planning = AttendanceService(house.desk), PlanningService(house.desk)
    code = planning.create(SessionPlan(activity="sport", site="BKO", on=MONDAY, at=time(9), draft=True))
    line = service.open_sheet(code).lines[0].attendance_id
    with pytest.raises(SessionOff):
        service.mark(line, PRESENT)
    planning.publish(code)
    service.mark(line, PRESENT)


def test_every_reason_is_asked_for(house: House) -> None:
    code = house.plan()
    with pytest.raises(NoReason):
        PlanningService(house.desk).cancel(code, "  ")
    with pytest.raises(NoReason):
        AttendanceService(house.desk).did_not_take_place(code, "")


def test_only_a_fill_is_undone_as_one(house: House) -> None:
    copied = PlanningService(house.desk).copy_last_week(MONDAY, "BKO")
    with pytest.raises(NotFound):
        AttendanceService(house.desk).undo_fill(copied.act)


def test_activities_are_named_in_the_language_in_use(house: House) -> None:
    planning = PlanningService(house.desk)
    assert planning.activity_types()[4].label == "Artistic creation"
    use_language("fr")
    assert planning.activity_types()[4].label == "Création artistique"


def test_unknown_codes_are_said(house: House) -> None:
    planning, service = PlanningService(house.desk), AttendanceService(house.desk)
    with pytest.raises(NotFound):
        house.plan("golf")
    with pytest.raises(NotFound):
        house.plan(site="XXX")
    with pytest.raises(NotFound):
        planning.create(SessionPlan(activity="sport", site="BKO", on=MONDAY, at=time(9), room="Z9"))
    with pytest.raises(NotFound):
        service.mark(uuid7(), PRESENT)
    with pytest.raises(NotFound):
        service.walk_in(house.plan(), "BKO-26-99999-X")


def test_colleagues_of_another_site_see_nothing(house: House, desk_for: DeskFor) -> None:
    code = house.plan()
    elsewhere = desk_for(*Role, sites=frozenset({uuid7()}))
    assert PlanningService(elsewhere).sessions_of_week(MONDAY) == []
    with pytest.raises(NotFound):
        AttendanceService(elsewhere).open_sheet(code)
    with pytest.raises(NotAllowed):
        PlanningService(elsewhere).create(SessionPlan(activity="sport", site="BKO", on=MONDAY, at=time(9)))


PLAN = SessionPlan(activity="sport", site="BKO", on=MONDAY, at=time(9))
REFUSED: list[Callable[[PlanningService, AttendanceService, UUID], object]] = [
    lambda plan, _, __: plan.activity_types(),
    lambda plan, _, __: plan.sessions_of_week(date(2026, 11, 16)),
    lambda plan, _, __: plan.session("S"),
    lambda plan, _, __: plan.create(PLAN),
    lambda plan, _, __: plan.repeat_weekly(PLAN, Repeat(count=1)),
    lambda plan, _, __: plan.cancel("S", "x"),
    lambda plan, _, __: plan.skip("S"),
    lambda plan, _, __: plan.publish("S"),
    lambda plan, _, __: plan.left_out(MONDAY),
    lambda plan, _, __: plan.copy_last_week(MONDAY, "BKO"),
    lambda plan, _, key: plan.undo_copy(key),
    lambda _, sheet, __: sheet.open_sheet("S"),
    lambda _, sheet, key: sheet.mark(key, PRESENT),
    lambda _, sheet, __: sheet.mark_by_code("S", "P", PRESENT),
    lambda _, sheet, __: sheet.walk_in("S", "P"),
    lambda _, sheet, __: sheet.fill_unmarked("S"),
    lambda _, sheet, key: sheet.undo_fill(key),
    lambda _, sheet, __: sheet.add_anonymous("S"),
    lambda _, sheet, __: sheet.join_anonymous("S", "A1", None),
    lambda _, sheet, __: sheet.close_sheet("S"),
    lambda _, sheet, __: sheet.did_not_take_place("S", "x"),
]


@pytest.mark.parametrize("act", REFUSED)
def test_without_the_right_the_week_refuses(
    act: Callable[[PlanningService, AttendanceService, UUID], object], desk_for: DeskFor
) -> None:
    desk = desk_for(Role.ADMINISTRATION)
    with pytest.raises(NotAllowed):
        act(PlanningService(desk), AttendanceService(desk), uuid7())
