"""Finding people and writing them down."""

from datetime import date
from uuid import UUID

import pytest
import sqlalchemy as sa

from desktop.errors import NotAllowed, NotFound
from desktop.models.accounts import Device
from desktop.models.centre import Site
from desktop.models.partial_date import parse_birth
from desktop.models.people import Person
from desktop.rights import Permission, Role
from desktop.services.codes import give_range
from desktop.services.name_index import index_people
from desktop.services.new_people import NewPerson
from desktop.services.people import PeopleService
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import Sex
from tests.conftest import DeskFor

NAMES = [("Moussa", "Kouyaté"), ("Awa", "Haïdara"), ("Ɲɛnɛba", "Sissokho"), ("Moussa", "Diarra")]


@pytest.fixture
def site(desk: Desk) -> UUID:
    with desk.begin(Permission.MANAGE_CENTRE) as work:
        key = work.insert(Site, code="BKO", name="Bamako")
        give_range(work, work.insert(Device, letter="A", name=""), "person", "BKO")
        work.trace("add site")
    return key


@pytest.fixture
def people(desk: Desk, site: UUID) -> PeopleService:
    service = PeopleService(desk)
    for given, family in NAMES:
        birth = parse_birth("1998", date(2026, 11, 24))
        service.add(NewPerson(given_names=given, family_name=family, sex=Sex.MALE, birth=birth), site)
    return service


def _found(people: PeopleService, text: str) -> list[str]:
    return [one.family_name for one in people.search(text)]


def test_no_text_lists_everybody_by_family_name_in_pages(people: PeopleService) -> None:
    assert _found(people, "") == ["Diarra", "Haïdara", "Kouyaté", "Sissokho"]
    assert [one.family_name for one in people.search("", 2, 2)] == ["Kouyaté", "Sissokho"]
    assert people.count() == 4


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("ko", ["Kouyaté"]),
        ("ha", ["Haïdara"]),
        ("HAIDARA awa", ["Haïdara"]),
        ("mous", ["Diarra", "Kouyaté"]),
        ("mous dia", ["Diarra"]),
        ("cissoko ", ["Sissokho"]),
        ("djarra mou", ["Diarra"]),
        ("nyeneba", ["Sissokho"]),
        ("awa diarra", []),
    ],
)
def test_every_typed_word_must_begin_a_name_and_finished_ones_may_sound_so(
    people: PeopleService, text: str, families: list[str]
) -> None:
    assert _found(people, text) == families


def test_the_start_of_a_code_finds_people(people: PeopleService) -> None:
    code = people.search("awa")[0].code
    assert [one.code for one in people.search(code.lower())] == [code]
    assert people.count("BKO-26") == 4


def test_a_merged_file_is_read_as_the_one_it_went_into(people: PeopleService, desk: Desk) -> None:
    absorbed, kept = people.search("moussa diarra")[0], people.search("awa")[0]
    with desk.begin(Permission.EDIT_PEOPLE) as work:
        work.change(Person, absorbed.id, merged_into=kept.id, canonical_id=kept.id)
        index_people(work, [absorbed.id])
        work.trace("merge")
    assert _found(people, "moussa diarra") == _found(people, "diarra haid") == ["Haïdara"]
    assert people.count() == 3
    assert people.file(absorbed.code).summary.id == kept.id


def test_a_removed_person_is_hidden(people: PeopleService, desk: Desk) -> None:
    gone = people.search("awa")[0]
    with desk.begin(Permission.EDIT_PEOPLE) as work:
        work.run(sa.update(Person).where(Person.id == gone.id).values(removed_at=work.now))
        index_people(work, [gone.id])
        work.trace("remove")
    assert people.search("awa") == []
    with pytest.raises(NotFound):
        people.file(gone.code)


def test_without_the_right_people_stay_unknown(desk_for: DeskFor, site: UUID) -> None:
    activities, monitoring = PeopleService(desk_for(Role.ACTIVITIES)), PeopleService(desk_for(Role.MONITORING))
    for refused in (
        activities.search,
        activities.count,
        monitoring.short_list,
        lambda: activities.file("BKO-26-00412-S"),
        lambda: activities.add(NewPerson(given_names="Awa"), site),
    ):
        with pytest.raises(NotAllowed):
            refused()
    assert activities.short_list() == []
