"""Long lists of people are read page after page."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from desktop.errors import NotAllowed
from desktop.models.base import now
from desktop.models.people import Person
from desktop.rights import Permission, Role
from desktop.services.missing import Missing
from desktop.services.people import PeopleService
from desktop.services.people_search import Wanted
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import Sex
from tests.conftest import DeskFor
from tests.services.house import House, make_house


@pytest.fixture
def house(desk: Desk) -> House:
    """Give an empty house."""
    return make_house(desk)


def _complete(house: House, code: str) -> None:
    with house.desk.begin(Permission.EDIT_PEOPLE) as work:
        known = {"nationality": "malienne", "languages": "bambara", "sex": Sex.MALE}
        work.run(sa.update(Person).where(Person.code == code).values(known))
        work.trace("complete")


def test_each_page_begins_where_the_one_before_ended(house: House) -> None:
    people = PeopleService(house.desk)
    for name in ("Awa KEITA", "Awa KEITA", "Awa KEITA", "Sira DIALLO", "Bakary TRAORE"):
        house.lodge(name)
    first = people.page(Wanted(), limit=2)
    second = people.page(Wanted(), first.end, limit=2)
    third = people.page(Wanted(), second.end, limit=2)
    lines = [*first.lines, *second.lines, *third.lines]
    assert [one.family_name for one in lines] == ["DIALLO", "KEITA", "KEITA", "KEITA", "TRAORE"]
    assert len({one.id for one in lines}) == 5
    assert third.end is None


def test_a_page_that_ends_the_list_exactly_says_so(house: House) -> None:
    people = PeopleService(house.desk)
    house.lodge("Awa KEITA")
    assert people.page(Wanted(), limit=1).end is None


def test_files_to_complete_are_those_that_lack_something(house: House) -> None:
    people = PeopleService(house.desk)
    whole, lacking = house.lodge("Awa KEITA"), house.lodge("Sira DIALLO", age=None)
    _complete(house, whole)
    _complete(house, lacking)
    assert [one.code for one in people.page(Wanted(to_complete=True)).lines] == [lacking]
    assert people.count_wanted(Wanted(to_complete=True)) == 1
    assert (people.file(whole).missing, people.file(lacking).missing) == ((), (Missing.BIRTH,))


def test_a_file_without_anything_lacks_everything_but_notes(house: House) -> None:
    code = house.lodge("", sex=Sex.UNKNOWN, age=None)
    assert set(PeopleService(house.desk).file(code).missing) == set(Missing) - {Missing.NOTED}


def test_late_arrivals_are_those_of_the_last_hours(house: House) -> None:
    people = PeopleService(house.desk)
    house.lodge("Awa KEITA", arrived=now() - timedelta(days=3))
    tonight = house.lodge("Sira DIALLO", arrived=now() - timedelta(hours=1))
    since = now() - timedelta(days=1)
    assert [one.code for one in people.page(Wanted(arrived_since=since)).lines] == [tonight]


def test_without_the_right_no_page_is_read(desk_for: DeskFor) -> None:
    people = PeopleService(desk_for(Role.ACTIVITIES))
    for refused in (people.page, people.count_wanted):
        with pytest.raises(NotAllowed):
            refused(Wanted())
