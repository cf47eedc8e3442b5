"""Rooms, beds, and who sleeps where."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import ChangedMeanwhile, NotAllowed, NotFound
from desktop.models.centre import Bed, Placement, Room
from desktop.models.people import Person
from desktop.models.stays import Stay
from desktop.rights import Permission, Role
from desktop.services.beds import BedNotReady, BedTaken, ChildWithStrangers, HasBed, PlacedLater
from desktop.services.house import HouseService
from desktop.services.room_rules import Lodger, OpenRoom, child_on, propose
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import BedState, RoomRule, Sex
from tests.conftest import DeskFor
from tests.services.house import MONDAY, House, board_of, make_house, moment

F, M = Sex.FEMALE, Sex.MALE
EVENING = moment(MONDAY, 20)


@pytest.fixture
def house(desk: Desk) -> House:
    """Give a house with one room of three beds for anybody."""
    return make_house(desk)


def _stay(house: House, code: str) -> UUID:
    with house.desk.read(Permission.SEE_HOUSE) as look:
        key: UUID = look.scalar(sa.select(Stay.id).join(Person).where(Person.code == code))
    return key


def _lodge(house: House, name: str, *, age: int | None = 25) -> tuple[str, UUID]:
    code = house.lodge(name, age=age)
    return code, _stay(house, code)


def _beds(house: House) -> list[UUID]:
    return [bed.id for room in board_of(house.desk, house.site).rooms for bed in room.beds]


def _states(house: House) -> list[tuple[str, str | None]]:
    beds = [bed for room in board_of(house.desk, house.site).rooms for bed in room.beds]
    return [(bed.use.value, bed.person.code if bed.person else None) for bed in beds]


def test_rooms_tell_who_lies_where_and_which_beds_are_not_ready(house: House) -> None:
    code, stay = _lodge(house, "Awa Koné")
    first, second, _ = _beds(house)
    HouseService(house.desk).place(stay, first, at=EVENING)
    with house.desk.begin(Permission.RUN_HOUSE) as work:
        work.change(Bed, second, state=BedState.TO_CLEAN)
        work.trace("soil bed")
    assert _states(house) == [("occupied", code), ("to_clean", None), ("free", None)]


def test_one_bed_holds_one_person_and_one_person_one_bed(house: House) -> None:
    service = HouseService(house.desk)
    (_, awa), (_, issa) = _lodge(house, "Awa Koné"), _lodge(house, "Issa Bah")
    first, second, _ = _beds(house)
    service.place(awa, first, at=EVENING)
    with pytest.raises(BedTaken):
        service.place(issa, first, at=EVENING)
    with pytest.raises(HasBed):
        service.place(awa, second, at=EVENING)


def test_a_bed_that_is_not_ready_is_given_to_nobody(house: House) -> None:
    _, awa = _lodge(house, "Awa Koné")
    bed = _beds(house)[0]
    with house.desk.begin(Permission.RUN_HOUSE) as work:
        work.change(Bed, bed, state=BedState.OUT_OF_USE)
        work.trace("close bed")
    with pytest.raises(BedNotReady):
        HouseService(house.desk).place(awa, bed, at=EVENING)


@pytest.mark.parametrize("age", [9, None])
def test_a_child_sleeps_near_unrelated_adults_only_for_a_written_reason(house: House, age: int | None) -> None:
    service = HouseService(house.desk)
    (_, adult), (_, child) = _lodge(house, "Awa Koné"), _lodge(house, "Issa Bah", age=age)
    first, second, _ = _beds(house)
    service.place(adult, first, at=EVENING)
    for why in (None, "  "):
        with pytest.raises(ChildWithStrangers):
            service.place(child, second, at=EVENING, why=why)
    service.place(child, second, at=EVENING, why="his aunt")
    with house.desk.read(Permission.SEE_HOUSE) as look:
        row = look.row(sa.select(Placement.override_why, Placement.override_by).where(Placement.stay_id == child))
    assert row is not None
    assert tuple(row) == ("his aunt", house.desk.member.id)


def test_an_adult_may_not_join_a_child_either(house: House) -> None:
    service = HouseService(house.desk)
    (_, adult), (_, child) = _lodge(house, "Awa Koné"), _lodge(house, "Issa Bah", age=9)
    first, second, _ = _beds(house)
    service.place(child, first, at=EVENING)
    with pytest.raises(ChildWithStrangers):
        service.place(adult, second, at=EVENING)


def test_a_transfer_frees_the_old_bed_at_the_same_moment(house: House) -> None:
    service = HouseService(house.desk)
    code, awa = _lodge(house, "Awa Koné")
    first, second, _ = _beds(house)
    service.place(awa, first, at=EVENING)
    with pytest.raises(PlacedLater):
        service.transfer(awa, second, at=EVENING - timedelta(hours=1))
    later = EVENING + timedelta(hours=1)
    service.transfer(awa, second, at=later)
    assert _states(house) == [("free", None), ("occupied", code), ("free", None)]
    assert [line.bed for line in service.evening_list(house.site, EVENING)] == ["A1-01"]
    assert [line.bed for line in service.evening_list(house.site, later)] == ["A1-02"]


def test_two_people_exchange_their_beds(house: House) -> None:
    service = HouseService(house.desk)
    (awa, of_awa), (issa, of_issa) = _lodge(house, "Awa Koné"), _lodge(house, "Issa Bah")
    first, second, _ = _beds(house)
    service.place(of_awa, first, at=EVENING)
    with pytest.raises(NotFound):
        service.swap(of_awa, of_issa, EVENING)
    service.place(of_issa, second, at=EVENING)
    service.swap(of_awa, of_issa, EVENING + timedelta(hours=1))
    assert _states(house) == [("occupied", issa), ("occupied", awa), ("free", None)]


def test_what_was_given_changed_or_swapped_is_taken_back_as_if_it_had_never_been(house: House) -> None:
    service = HouseService(house.desk)
    (awa, of_awa), (issa, of_issa) = _lodge(house, "Awa Koné"), _lodge(house, "Issa Bah")
    first, second, third = _beds(house)
    for stay, bed in ((of_awa, first), (of_issa, second)):
        service.place(stay, bed, at=EVENING)
    before = _states(house)
    later = EVENING + timedelta(hours=1)
    service.swap(of_awa, of_issa, later)
    service.take_back([of_awa, of_issa], later)
    assert _states(house) == before == [("occupied", awa), ("occupied", issa), ("free", None)]
    service.transfer(of_awa, third, at=later)
    service.take_back([of_awa], later)
    assert _states(house) == before
    service.take_back([of_issa], EVENING)
    assert _states(house) == [("occupied", awa), ("free", None), ("free", None)]


def test_only_the_latest_change_is_taken_back_and_only_into_a_bed_still_free(house: House) -> None:
    service = HouseService(house.desk)
    (_, awa), (_, issa) = _lodge(house, "Awa Koné"), _lodge(house, "Issa Bah")
    first, second, _ = _beds(house)
    later = EVENING + timedelta(hours=1)
    with pytest.raises(ChangedMeanwhile):
        service.take_back([awa], EVENING)
    service.place(awa, first, at=EVENING)
    service.transfer(awa, second, at=later)
    with pytest.raises(ChangedMeanwhile):
        service.take_back([awa], EVENING)
    service.place(issa, first, at=later)
    with pytest.raises(BedTaken):
        service.take_back([awa], later)


def test_a_bed_beside_a_child_who_came_since_is_not_given_back(house: House) -> None:
    service = HouseService(house.desk)
    first, second, _ = _beds(house)
    with house.desk.begin(Permission.MANAGE_CENTRE) as work:
        other = work.insert(Bed, room_id=work.insert(Room, site_id=house.site, name="B1"), label="B1-01")
        work.trace("add bed")
    (_, adult), (_, child) = _lodge(house, "Awa Koné"), _lodge(house, "Issa Bah", age=9)
    later = EVENING + timedelta(hours=1)
    service.place(adult, first, at=EVENING)
    service.transfer(adult, other, at=later)
    service.place(child, second, at=later)
    with pytest.raises(ChildWithStrangers):
        service.take_back([adult], later)


def test_free_beds_are_told_with_those_that_suit_first_and_others_with_theirs(house: House) -> None:
    service = HouseService(house.desk)
    with house.desk.begin(Permission.MANAGE_CENTRE) as work:
        women = work.insert(Room, site_id=house.site, name="0 Women", rule=RoomRule.WOMEN)
        work.insert(Bed, room_id=women, label="W-01")
        work.trace("add room")
    (_, awa), (_, issa) = _lodge(house, "Awa Koné"), _lodge(house, "Issa Bah")
    service.place(awa, _beds(house)[1], at=EVENING)
    choices = service.choices(issa)
    assert [(bed.label, bed.suits) for bed in choices.free] == [("A1-02", True), ("A1-03", True), ("W-01", False)]
    assert [(one.stay, one.name, one.bed) for one in choices.others] == [(awa, "Awa Koné", "A1-01")]
    assert service.choices(awa).others == ()
    with pytest.raises(NotFound):
        service.choices(uuid4())


def test_nobody_is_placed_before_they_came_or_into_a_bed_not_yet_left(house: House) -> None:
    service = HouseService(house.desk)
    (_, awa), (_, issa) = _lodge(house, "Awa Koné"), _lodge(house, "Issa Bah")
    first, second, _ = _beds(house)
    with pytest.raises(PlacedLater):
        service.place(awa, first, at=moment(MONDAY, 0))
    service.place(awa, first, at=EVENING)
    service.transfer(awa, second, at=EVENING + timedelta(hours=2))
    with pytest.raises(PlacedLater):
        service.place(issa, first, at=EVENING + timedelta(hours=1))


def test_the_evening_list_begins_with_those_who_have_no_bed(house: House) -> None:
    service = HouseService(house.desk)
    (awa, of_awa), (issa, _) = _lodge(house, "Awa Koné"), _lodge(house, "Issa Bah", age=9)
    gone = house.lodge("Fanta Sow")
    house.leave(gone, moment(MONDAY, 12))
    service.place(of_awa, _beds(house)[0], at=EVENING)
    lines = service.evening_list(house.site, EVENING)
    assert [(line.bed, line.code, line.age, line.child) for line in lines] == [
        (None, issa, 9, True),
        ("A1-01", awa, 25, False),
    ]
    assert lines[0].name == "Bah Issa"


def test_a_proposal_writes_nothing_and_fills_the_beds_in_order(house: House) -> None:
    service = HouseService(house.desk)
    given = service.propose(house.site, [(F, False, ""), (M, False, ""), (F, False, "")])
    assert given == [_beds(house)[0], None, _beds(house)[1]]
    assert {state for state, _ in _states(house)} == {"free"}


def test_only_reception_and_coordination_run_the_house(house: House, desk_for: DeskFor) -> None:
    refused = HouseService(desk_for(Role.ACTIVITIES))
    key = uuid4()
    for attempt in (
        lambda: board_of(desk_for(Role.ACTIVITIES), house.site),
        lambda: refused.place(key, key, at=EVENING),
        lambda: refused.transfer(key, key, at=EVENING),
        lambda: refused.swap(key, key, EVENING),
        lambda: refused.choices(key),
        lambda: refused.take_back([key], EVENING),
        lambda: refused.propose(house.site, []),
        lambda: refused.evening_list(house.site, EVENING),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    assert len(board_of(desk_for(Role.RECEPTION), house.site).rooms) == 1
    with pytest.raises(NotAllowed):
        board_of(desk_for(Role.RECEPTION, sites=frozenset({key})), house.site)


def _room(rule: RoomRule, beds: int = 2) -> OpenRoom:
    return OpenRoom(rule, [uuid4() for _ in range(beds)])


def test_a_family_is_kept_together_and_strangers_kept_by_the_rules() -> None:
    rooms = [_room(RoomRule.MEN, 1), _room(RoomRule.WOMEN, 1), _room(RoomRule.CHILDREN, 1), _room(RoomRule.FAMILIES, 3)]
    man, woman, child, family = (room.free[0] for room in rooms)
    rest = rooms[3].free[1:]
    people = [Lodger(M, False), Lodger(F, False, "x"), Lodger(M, True, "x"), Lodger(F, False), Lodger(M, True)]
    assert propose(rooms, [*people, Lodger(M, False)]) == [man, family, rest[0], woman, child, None]


def test_somebody_whose_age_is_in_doubt_waits_for_staff() -> None:
    assert propose([_room(RoomRule.ANY), _room(RoomRule.MEN)], [Lodger(M, None)]) == [None]
    assert child_on(None, None, MONDAY) is None
    assert child_on(date(2007, 1, 1), date(2009, 12, 31), MONDAY) is None
    assert child_on(date(2010, 1, 1), date(2011, 1, 1), MONDAY) is True
    assert child_on(None, date(2000, 1, 1), MONDAY) is False


_PEOPLE = st.lists(
    st.builds(Lodger, st.sampled_from(Sex), st.sampled_from([True, False, None]), st.sampled_from(["", "", "x", "y"])),
    max_size=12,
)
_ROOMS = st.lists(st.tuples(st.sampled_from(RoomRule), st.integers(0, 4)), max_size=5)


@given(people=_PEOPLE, plan=_ROOMS)
def test_no_proposal_puts_a_child_beside_an_unrelated_adult_or_two_in_one_bed(
    people: list[Lodger], plan: list[tuple[RoomRule, int]]
) -> None:
    rooms = [_room(rule, beds) for rule, beds in plan]
    home = {bed: place for place, room in enumerate(rooms) for bed in room.free}
    given_beds = propose(rooms, people)
    taken = [bed for bed in given_beds if bed]
    assert len(taken) == len(set(taken))
    placed = [(person, home[bed]) for person, bed in zip(people, given_beds, strict=True) if bed]
    for one, room in placed:
        for other, beside in placed:
            if room == beside and not (one.group and one.group == other.group):
                assert one.is_child is other.is_child is not None
                assert one.sex is other.sex
