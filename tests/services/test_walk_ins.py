"""Whoever came without being listed is found while their name is typed."""

from datetime import timedelta

import pytest

from desktop.errors import NotAllowed, NotFound
from desktop.models.base import now
from desktop.rights import Role
from desktop.services.attendance import AttendanceService
from desktop.services.planning import PlanningService
from desktop.services.session_standing import Standing, standing
from desktop.services.walk_ins import WalkInService
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import AttendanceStatus
from tests.conftest import DeskFor
from tests.services.house import MONDAY, House, make_house, moment


@pytest.fixture
def house(desk: Desk) -> House:
    """Give a house with one lodger."""
    made = make_house(desk)
    made.lodge("Moussa KEITA")
    return made


def test_a_candidate_says_whether_they_are_on_the_sheet(house: House) -> None:
    session = house.plan(hour=9)
    late = house.lodge("Moussette KEBE", arrived=moment(MONDAY, 20))
    AttendanceService(house.desk).open_sheet(session)
    found = WalkInService(house.desk).candidates(session, "mous ke")
    assert [(one.name, one.line is None) for one in found] == [("Moussette KEBE", True), ("Moussa KEITA", False)]
    assert [one.code for one in WalkInService(house.desk).candidates(session, late.lower())] == [late]


def test_activities_staff_find_lodgers_only(house: House, desk_for: DeskFor) -> None:
    session = house.plan()
    house.leave(house.lodge("Gone EARLY", arrived=now() - timedelta(days=2)), now() - timedelta(days=1))
    names = [
        [one.name for one in WalkInService(desk).candidates(session, "")]
        for desk in (house.desk, desk_for(Role.ACTIVITIES))
    ]
    assert names == [["Gone EARLY", "Moussa KEITA"], ["Moussa KEITA"]]


def test_an_unknown_session_has_no_candidates(house: House) -> None:
    with pytest.raises(NotFound):
        WalkInService(house.desk).candidates("S-NONE", "mous")


def test_without_the_right_nobody_is_found(house: House, desk_for: DeskFor) -> None:
    with pytest.raises(NotAllowed):
        WalkInService(desk_for(Role.RECEPTION)).candidates(house.plan(), "mous")


def test_a_session_tells_where_its_marking_stands(house: House) -> None:
    planning, service = PlanningService(house.desk), AttendanceService(house.desk)
    code = house.plan(hour=9)

    def at(hour: int, day: int = 0) -> Standing:
        return standing(planning.session(code), moment(MONDAY, hour) + timedelta(days=day))

    assert [at(8, day=-1), at(8), at(12)] == [Standing.TO_COME, Standing.TO_MARK, Standing.NOT_RECORDED]
    house.lodge("Awa DIALLO")
    first, second = service.open_sheet(code).lines
    service.mark(first.attendance_id, AttendanceStatus.ABSENT)
    assert at(12) is Standing.BEGUN
    service.mark(second.attendance_id, AttendanceStatus.ABSENT)
    assert at(12) is Standing.MARKED
    planning.cancel(code, "rain")
    assert at(12) is Standing.CANCELLED


def test_a_session_not_held_and_a_draft_say_so(house: House) -> None:
    code = house.plan()
    AttendanceService(house.desk).did_not_take_place(code, "no ball")
    assert standing(PlanningService(house.desk).session(code), moment(MONDAY, 12)) is Standing.NOT_HELD
