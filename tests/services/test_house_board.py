"""The house as a board: who lies where, several moved in one act, and the states of beds."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from desktop.errors import NotAllowed, NotFound
from desktop.models.centre import Placement, Room
from desktop.rights import Permission, Role
from desktop.services.beds import BedNotReady, BedReserved, BedTaken, ChildWithStrangers, PlacedLater
from desktop.services.board_lines import BedUse
from desktop.services.centre_setup import CentreSetupService, RoomPlan
from desktop.services.house_board import HouseBoardService
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import RoomKind
from tests.conftest import DeskFor
from tests.services.house import MONDAY, House, make_house, moment

EVENING = moment(MONDAY, 20)
LATER = EVENING + timedelta(hours=1)


@pytest.fixture
def house(desk: Desk) -> House:
    """Give a house with one room of three beds and a staging area."""
    made = make_house(desk)
    with desk.begin(Permission.MANAGE_CENTRE) as work:
        work.insert(Room, site_id=made.site, name="Yard", kind=RoomKind.STAGING, position=9)
        work.trace("add room")
    return made


def service(house: House) -> HouseBoardService:
    return HouseBoardService(house.desk)


def lodge(house: House, name: str, age: int | None = 25) -> UUID:
    code = house.lodge(name, age=age)
    return next(one.stay for one in service(house).board(house.site).waiting if one.code == code)


def beds(house: House) -> list[UUID]:
    return [bed.id for room in service(house).board(house.site).rooms for bed in room.beds]


def lying(house: House) -> list[str | None]:
    board = service(house).board(house.site)
    return [bed.person.name if bed.person else bed.use.value for room in board.rooms for bed in room.beds]


def test_those_without_a_bed_wait_where_the_staging_area_is(house: House) -> None:
    lodge(house, "Awa Koné")
    board = service(house).board(house.site)
    assert (board.staging, [one.name for one in board.waiting]) == ("Yard", ["Awa Koné"])
    assert (board.inside, board.free) == (1, 3)


def test_several_move_in_one_act_and_all_or_nobody(house: House) -> None:
    awa, issa = lodge(house, "Awa Koné"), lodge(house, "Issa Bah")
    first, second, third = beds(house)
    service(house).move({awa: first, issa: second}, at=EVENING)
    assert lying(house) == ["Awa Koné", "Issa Bah", "free"]
    with pytest.raises(BedTaken):
        service(house).move({awa: third, issa: third}, at=LATER)
    assert lying(house) == ["Awa Koné", "Issa Bah", "free"]


def test_two_people_exchange_their_beds_in_one_act(house: House) -> None:
    awa, issa = lodge(house, "Awa Koné"), lodge(house, "Issa Bah")
    first, second, _ = beds(house)
    service(house).move({awa: first, issa: second}, at=EVENING)
    service(house).move({awa: second, issa: first}, at=LATER)
    assert lying(house) == ["Issa Bah", "Awa Koné", "free"]


def test_back_on_the_staging_area_somebody_frees_their_bed(house: House) -> None:
    awa = lodge(house, "Awa Koné")
    service(house).move({awa: beds(house)[0]}, at=EVENING)
    service(house).move({awa: None}, at=LATER)
    assert lying(house) == ["free", "free", "free"]
    with house.desk.read(Permission.SEE_HOUSE) as look:
        rooms = look.rows(
            sa.select(Room.name).join(Placement, Placement.room_id == Room.id).order_by(Placement.from_at)
        )
    assert [row.name for row in rooms] == ["A1", "Yard"]


def test_a_child_beside_strangers_needs_a_written_reason_here_too(house: House) -> None:
    awa, child = lodge(house, "Awa Koné"), lodge(house, "Issa Bah", 9)
    first, second, _ = beds(house)
    with pytest.raises(ChildWithStrangers):
        service(house).move({awa: first, child: second}, at=EVENING)
    assert lying(house) == ["free", "free", "free"]
    service(house).move({awa: first, child: second}, at=EVENING, why="his aunt")
    assert lying(house) == ["Awa Koné", "Issa Bah", "free"]


def test_nobody_moves_before_their_last_move(house: House) -> None:
    awa = lodge(house, "Awa Koné")
    service(house).move({awa: beds(house)[0]}, at=LATER)
    for bed in (None, beds(house)[1]):
        with pytest.raises(PlacedLater):
            service(house).move({awa: bed}, at=EVENING)


@pytest.mark.parametrize("use", [BedUse.RESERVED, BedUse.TO_CLEAN, BedUse.OUT_OF_USE])
def test_a_bed_that_is_kept_is_given_to_nobody_until_it_is_free_again(house: House, use: BedUse) -> None:
    awa, bed = lodge(house, "Awa Koné"), beds(house)[0]
    assert service(house).set_use(bed, use) is BedUse.FREE
    assert lying(house)[0] == use.value
    with pytest.raises((BedReserved, BedNotReady)):
        service(house).move({awa: bed}, at=EVENING)
    assert service(house).set_use(bed, BedUse.FREE) is use
    assert lying(house)[0] == "free"


def test_a_bed_somebody_lies_in_keeps_its_state(house: House) -> None:
    awa, bed = lodge(house, "Awa Koné"), beds(house)[0]
    service(house).move({awa: bed}, at=EVENING)
    with pytest.raises(BedTaken):
        service(house).set_use(bed, BedUse.OUT_OF_USE)
    with pytest.raises(NotFound):
        service(house).set_use(uuid4(), BedUse.FREE)
    with pytest.raises(NotFound):
        service(house).set_use(beds(house)[1], BedUse.OCCUPIED)


def test_the_board_of_another_site_is_refused(house: House, desk_for: DeskFor) -> None:
    other = CentreSetupService(house.desk).add_site("KYS", "Kayes", [RoomPlan(name="K1", beds=1)])
    here = HouseBoardService(desk_for(Role.RECEPTION, sites=frozenset({house.site})))
    assert [site.name for site in here.sites()] == ["Bamako"]
    there = service(house).board(other).rooms[0].beds[0].id
    for attempt in (lambda: here.board(other), lambda: here.set_use(there, BedUse.TO_CLEAN)):
        with pytest.raises(NotAllowed):
            attempt()
