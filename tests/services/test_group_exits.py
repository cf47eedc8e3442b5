"""Several people leave in one act and come back in one; a child never leaves so."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from desktop.errors import ChangedMeanwhile, NotAllowed, NotFound
from desktop.models.stays import Departure
from desktop.rights import Permission, Role
from desktop.services.departures import OwnProcedure
from desktop.services.group_exits import ChildAmongThem, GroupExitService
from desktop.services.house_board import HouseBoardService
from desktop.services.stay_rows import LeavesBeforeComing
from desktop.storage.unit_of_work import Desk
from tests.conftest import DeskFor
from tests.services.house import MONDAY, House, make_house, moment

EVENING = moment(MONDAY, 20)


@pytest.fixture
def house(desk: Desk) -> House:
    """Give a house with one room of three beds."""
    return make_house(desk)


def lodge(house: House, name: str, age: int | None = 25) -> UUID:
    code = house.lodge(name, age=age)
    return next(one.stay for one in HouseBoardService(house.desk).board(house.site).waiting if one.code == code)


def inside(house: House) -> list[str]:
    board = HouseBoardService(house.desk).board(house.site)
    lying = [bed.person for room in board.rooms for bed in room.beds if bed.person]
    return sorted(one.name for one in (*lying, *board.waiting))


def departures(house: House) -> list[tuple[str, str | None]]:
    with house.desk.read(Permission.SEE_HOUSE) as look:
        question = sa.select(Departure.reason, Departure.destination).where(Departure.removed_at.is_(None))
        return [(row.reason, row.destination) for row in look.rows(question)]


def test_several_leave_in_one_act_and_one_act_takes_it_back(house: House) -> None:
    awa, issa = lodge(house, "Awa Koné"), lodge(house, "Issa Bah")
    bed = HouseBoardService(house.desk).board(house.site).rooms[0].beds[0].id
    HouseBoardService(house.desk).move({awa: bed}, at=moment(MONDAY, 10))
    GroupExitService(house.desk).leave([awa, issa], EVENING, "home", "Kayes")
    assert (inside(house), departures(house)) == ([], [("home", "Kayes")] * 2)
    GroupExitService(house.desk).take_back([awa, issa], EVENING)
    assert (inside(house), departures(house)) == (["Awa Koné", "Issa Bah"], [])
    first = HouseBoardService(house.desk).board(house.site).rooms[0].beds[0]
    assert first.person is not None
    assert first.person.name == "Awa Koné"


@pytest.mark.parametrize("age", [9, None])
def test_a_child_among_them_holds_everybody_back(house: House, age: int | None) -> None:
    awa, child = lodge(house, "Awa Koné"), lodge(house, "Issa Bah", age)
    with pytest.raises(ChildAmongThem, match="BKO") as refusal:
        GroupExitService(house.desk).leave([awa, child], EVENING, "home")
    assert "may be a child" in refusal.value.explain()
    assert (inside(house), departures(house)) == (["Awa Koné", "Issa Bah"], [])


def test_what_has_a_procedure_of_its_own_is_written_for_one_person(house: House) -> None:
    awa, issa = lodge(house, "Awa Koné"), lodge(house, "Issa Bah")
    service = GroupExitService(house.desk)
    for stays in ([awa, issa], [awa]):
        with pytest.raises(OwnProcedure):
            service.leave(stays, EVENING, "death")
    assert not {one.code for one in service.reasons()} & {"hospital", "not_found", "death"}
    assert inside(house) == ["Awa Koné", "Issa Bah"]


def test_nobody_leaves_before_coming_twice_or_for_no_known_reason(house: House) -> None:
    awa, issa = lodge(house, "Awa Koné"), lodge(house, "Issa Bah")
    service = GroupExitService(house.desk)
    with pytest.raises(LeavesBeforeComing):
        service.leave([awa, issa], moment(MONDAY, 0), "home")
    with pytest.raises(NotFound):
        service.leave([awa, uuid4()], EVENING, "home")
    with pytest.raises(NotFound):
        service.leave([awa], EVENING, "no such reason")
    assert inside(house) == ["Awa Koné", "Issa Bah"]
    service.leave([awa], EVENING, "home")
    with pytest.raises(ChangedMeanwhile):
        service.take_back([awa, issa], EVENING)
    with pytest.raises(ChangedMeanwhile):
        service.take_back([awa], EVENING + timedelta(hours=1))
    assert inside(house) == ["Issa Bah"]


def test_staff_of_another_site_sign_nobody_out(house: House, desk_for: DeskFor) -> None:
    awa = lodge(house, "Awa Koné")
    elsewhere = GroupExitService(desk_for(Role.RECEPTION, sites=frozenset({uuid4()})))
    with pytest.raises(NotAllowed):
        elsewhere.leave([awa], EVENING, "home")
    assert inside(house) == ["Awa Koné"]
