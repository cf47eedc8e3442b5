"""Coming and leaving (invariants 2, 3 and 4)."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from desktop.errors import NotAllowed, NotFound
from desktop.models.accounts import Device
from desktop.models.centre import Bed, Placement, Room, Site
from desktop.models.keys import uuid7
from desktop.models.people import Person
from desktop.models.stays import Departure
from desktop.rights import Permission, Role
from desktop.services.codes import give_range
from desktop.services.new_people import NewPerson, insert_people
from desktop.services.stay_rows import AlreadyHere, LeavesBeforeComing
from desktop.services.stays import StayService
from desktop.storage.unit_of_work import Desk
from tests.conftest import DeskFor

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def site(desk: Desk) -> UUID:
    with desk.begin(Permission.MANAGE_CENTRE) as work:
        key = work.insert(Site, code="BKO", name="Bamako")
        give_range(work, work.insert(Device, letter="A", name=""), "person", "BKO")
        work.trace("add site")
    return key


@pytest.fixture
def people(desk: Desk, site: UUID) -> list[UUID]:  # noqa: ARG001 - the site gives the numbers
    with desk.begin(Permission.EDIT_PEOPLE) as work:
        keys = insert_people(work, [NewPerson(given_names="Awa")] * 2, site_code="BKO", year=2026)
        work.trace("add")
    return keys


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
