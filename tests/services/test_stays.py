"""Coming and leaving (invariants 2, 3 and 4)."""

from datetime import UTC, datetime, time, timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from desktop.errors import ChangedMeanwhile, NotAllowed, NotFound
from desktop.models.accounts import Device
from desktop.models.base import now
from desktop.models.centre import Bed, Placement, Room, Site
from desktop.models.keys import uuid7
from desktop.models.partial_date import parse_birth
from desktop.models.people import Person
from desktop.models.stays import Departure
from desktop.rights import Permission, Role
from desktop.services.centre_setup import CentreSetupService
from desktop.services.codes import give_range
from desktop.services.exits import ChildLeavesOtherwise, ExitToCome
from desktop.services.house import HouseService
from desktop.services.new_people import NewPerson, insert_people
from desktop.services.stay_rows import AlreadyHere, LeavesBeforeComing
from desktop.services.stays import StayService
from desktop.services.typed_days import DayUnclear
from desktop.services.typed_hours import HourUnclear
from desktop.storage.unit_of_work import Desk
from tests.conftest import DeskFor

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def site(desk: Desk) -> UUID:
    CentreSetupService(desk).seed_lists()
    with desk.begin(Permission.MANAGE_CENTRE) as work:
        key = work.insert(Site, code="BKO", name="Bamako")
        give_range(work, work.insert(Device, letter="A", name=""), "person", "BKO")
        work.trace("add site")
    return key


@pytest.fixture
def people(desk: Desk, site: UUID) -> list[UUID]:  # noqa: ARG001 - the site gives the numbers
    with desk.begin(Permission.EDIT_PEOPLE) as work:
        keys = insert_people(
            work, [NewPerson(given_names="Awa", birth=parse_birth(30, NOON.date()))] * 2, site_code="BKO", year=2026
        )
        work.trace("add")
    return keys


def test_a_stay_ends_for_a_reason_of_the_list(desk: Desk, site: UUID, people: list[UUID]) -> None:
    stays = StayService(desk)
    stay = stays.open(people[0], site, NOON)
    with pytest.raises(NotFound):
        stays.close(stay, NOON + HOUR, "nothing of the kind")
    assert [one.stay for one in stays.lodgers(site)] == [stay]


def test_one_person_has_one_open_stay(desk: Desk, site: UUID, people: list[UUID]) -> None:
    stays = StayService(desk)
    first = stays.open(people[0], site, NOON)
    with pytest.raises(AlreadyHere):
        stays.open(people[0], site, NOON + HOUR)
    stays.close(first, NOON + HOUR, "home")
    stays.open(people[0], site, NOON + 2 * HOUR)


def test_a_merged_file_counts_as_the_same_person(desk: Desk, site: UUID, people: list[UUID]) -> None:
    stays = StayService(desk)
    stays.open(people[0], site, NOON)
    with desk.begin(Permission.EDIT_PEOPLE) as work:
        values = {"merged_into": people[1], "canonical_id": people[1]}
        work.run(sa.update(Person).where(Person.id == people[0]).values(values))
        work.trace("merge")
    assert stays.in_house(site, NOON) == {people[1]}
    with pytest.raises(AlreadyHere):
        stays.open(people[1], site, NOON + HOUR)


def test_leaving_frees_the_bed_in_the_same_change(desk: Desk, site: UUID, people: list[UUID]) -> None:
    stays = StayService(desk)
    stay = stays.open(people[0], site, NOON)
    with desk.begin(Permission.RUN_HOUSE) as work:
        room = work.insert(Room, site_id=site, name="A1")
        bed = work.insert(Bed, room_id=room, label="A1-01")
        work.insert(Placement, stay_id=stay, room_id=room, bed_id=bed, from_at=NOON + HOUR)
        work.trace("place")
    with pytest.raises(LeavesBeforeComing):
        stays.close(stay, NOON, "home")
    stays.close(stay, NOON + 2 * HOUR, "home")
    with desk.read(Permission.SEE_HOUSE) as look:
        assert look.scalar(sa.select(Placement.until_at)) == NOON + 2 * HOUR
        assert look.scalar(sa.select(Departure.reason)) == "home"


def test_nobody_leaves_before_coming(desk: Desk, site: UUID, people: list[UUID]) -> None:
    stays = StayService(desk)
    stay = stays.open(people[0], site, NOON)
    with pytest.raises(LeavesBeforeComing):
        stays.close(stay, NOON - HOUR, "home")
    assert stays.in_house(site, NOON) == {people[0]}


def test_the_house_at_a_moment_holds_who_came_and_had_not_left(desk: Desk, site: UUID, people: list[UUID]) -> None:
    stays = StayService(desk)
    stay = stays.open(people[0], site, NOON)
    stays.open(people[1], site, NOON + HOUR)
    stays.close(stay, NOON + 2 * HOUR, "home")
    houses = [stays.in_house(site, NOON + hours * HOUR) for hours in (-1, 0, 1, 2)]
    assert houses == [set(), {people[0]}, set(people), {people[1]}]


def test_without_the_right_nobody_comes_or_leaves(desk_for: DeskFor, site: UUID, people: list[UUID]) -> None:
    stays = StayService(desk_for(Role.ACTIVITIES))
    with pytest.raises(NotAllowed):
        stays.open(people[0], site, NOON)
    with pytest.raises(NotAllowed):
        stays.close(uuid7(), NOON, "home")
    with pytest.raises(NotAllowed):
        stays.in_house(site, NOON)
    with pytest.raises(NotAllowed):
        StayService(desk_for(Role.RECEPTION, sites=frozenset({uuid7()}))).open(people[0], site, NOON)


def test_an_unknown_stay_is_said(desk: Desk) -> None:
    with pytest.raises(NotFound):
        StayService(desk).close(uuid7(), NOON, "home")


@pytest.mark.parametrize("age", [9, None])
def test_a_child_or_whoever_may_be_one_does_not_leave_by_a_simple_exit(desk: Desk, site: UUID, age: int | None) -> None:
    stays = StayService(desk)
    with desk.begin(Permission.EDIT_PEOPLE) as work:
        young = NewPerson(given_names="Yaya", birth=parse_birth(age, NOON.date()))
        (key,) = insert_people(work, [young], site_code="BKO", year=2026)
        work.trace("add")
    stay = stays.open(key, site, NOON)
    with pytest.raises(ChildLeavesOtherwise):
        stays.close(stay, NOON + HOUR, "home")
    assert stays.in_house(site, NOON + 2 * HOUR) == {key}


def test_an_exit_taken_back_gives_stay_and_bed_again(desk: Desk, site: UUID, people: list[UUID]) -> None:
    stays, bed = StayService(desk), _bed(desk, site)
    stay = stays.open(people[0], site, NOON)
    HouseService(desk).place(stay, bed, at=NOON)
    for _ in range(2):  # it may be written down and taken back more than once
        stays.close(stay, NOON + HOUR, "home")
        stays.reopen(stay, NOON + HOUR)
    assert stays.in_house(site, NOON + 2 * HOUR) == {people[0]}
    assert _in_bed(desk, bed) == stay
    with desk.read(Permission.SEE_HOUSE) as look:
        assert {row.removed_why for row in look.rows(sa.select(Departure.removed_why))} == {"exit undone"}


def test_whose_bed_was_given_away_since_is_back_without_one(desk: Desk, site: UUID, people: list[UUID]) -> None:
    stays, house, bed = StayService(desk), HouseService(desk), _bed(desk, site)
    first, second = stays.open(people[0], site, NOON), stays.open(people[1], site, NOON)
    house.place(first, bed, at=NOON)
    stays.close(first, NOON + HOUR, "home")
    house.place(second, bed, at=NOON + HOUR)
    stays.reopen(first, NOON + HOUR)
    assert stays.in_house(site, NOON + 2 * HOUR) == set(people)
    assert _in_bed(desk, bed) == second


def test_only_the_exit_that_was_written_is_taken_back(desk: Desk, site: UUID, people: list[UUID]) -> None:
    stays = StayService(desk)
    stay = stays.open(people[0], site, NOON)
    for at in (NOON, NOON + HOUR):
        with pytest.raises(ChangedMeanwhile):
            stays.reopen(stay, at)
    stays.close(stay, NOON + HOUR, "home")
    with pytest.raises(ChangedMeanwhile):
        stays.reopen(stay, NOON + 2 * HOUR)
    stays.open(people[0], site, NOON + 2 * HOUR)
    with pytest.raises(AlreadyHere):
        stays.reopen(stay, NOON + HOUR)


def test_the_moment_of_an_exit_is_read_as_it_is_typed(desk: Desk, site: UUID, people: list[UUID]) -> None:
    stays = StayService(desk)
    stay = stays.open(people[0], site, NOON)
    today = now().date()
    assert now() - stays.read_exit(stay, " ") < HOUR
    assert stays.read_exit(stay, "hier 14 h 05") == datetime.combine(today - 24 * HOUR, time(14, 5), UTC)
    weekday = stays.read_exit(stay, "lundi 0h")
    assert (weekday.weekday(), now() - weekday < 7 * 24 * HOUR) == (0, True)
    assert stays.read_exit(stay, "0h") == datetime.combine(today, time(), UTC)
    for typed, refusal in (("soon", HourUnclear), ("whenever 9h", DayUnclear), ("tomorrow 9h", ExitToCome)):
        with pytest.raises(refusal):
            stays.read_exit(stay, typed)
    with pytest.raises(NotFound):
        stays.read_exit(uuid7(), "9h")


def test_the_reasons_are_those_the_centre_lists(desk: Desk) -> None:
    CentreSetupService(desk).seed_lists()
    assert [one.code for one in StayService(desk).exit_reasons()][:2] == ["home", "elsewhere"]


def test_exits_ask_for_the_right_and_the_site(desk: Desk, desk_for: DeskFor, site: UUID, people: list[UUID]) -> None:
    stay = StayService(desk).open(people[0], site, NOON)
    StayService(desk).close(stay, NOON + HOUR, "home")
    social = StayService(desk_for(Role.SOCIAL_WORK))
    for attempt in (
        lambda: social.reopen(stay, NOON + HOUR),
        lambda: social.read_exit(stay, ""),
        social.exit_reasons,
        lambda: StayService(desk_for(Role.RECEPTION, sites=frozenset({uuid7()}))).reopen(stay, NOON + HOUR),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def _bed(desk: Desk, site: UUID) -> UUID:
    with desk.begin(Permission.MANAGE_CENTRE) as work:
        bed = work.insert(Bed, room_id=work.insert(Room, site_id=site, name="A1"), label="A1-01")
        work.trace("add bed")
    return bed


def _in_bed(desk: Desk, bed: UUID) -> UUID | None:
    with desk.read(Permission.SEE_HOUSE) as look:
        lying = sa.select(Placement.stay_id).where(Placement.bed_id == bed, Placement.until_at.is_(None))
        found: UUID | None = look.scalar(lying)
    return found
