"""Whatever is typed, the index finds exactly whom a slow reading of every name finds, in the order of the list."""

from dataclasses import dataclass
from random import Random
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from desktop.models.names import plain_words, sound
from desktop.models.people import Person, PersonName
from desktop.models.stays import Stay
from desktop.rights import Permission, Role
from desktop.services import name_search
from desktop.services.centre_setup import CentreSetupService, RoomPlan
from desktop.services.name_index import index_people
from desktop.services.new_people import NewPerson, insert_people
from desktop.services.people import PeopleService
from desktop.services.people_search import Wanted, first_wanted
from desktop.storage.unit_of_work import Desk
from tests.benchmarks.names import Names
from tests.conftest import DeskFor

PEOPLE = 400
TYPED = ("m", "d", "di", "dia", "tra", "traore", "traore ", "moussa t", "moussa traore", "traore moussa ", "djara ",
         "cissoko ", "cisoko mou", "m d", "mamadou mamadou", "fatoumata mohamed", "zzz", "zzz moussa", "n’dia",
         "Ɲɛnɛ", "KEÏTA", "o", "dit", "ba ")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Crowd:
    """Many people with the commonest names, some merged, some out of sight, half of them lodged at one of two sites."""

    desk: Desk
    sites: tuple[UUID, UUID]


@pytest.fixture
def crowd(desk: Desk) -> Crowd:
    chance = Random(7)
    names, setup = Names(chance), CentreSetupService(desk)
    sites = tuple(setup.add_site(code, code, [RoomPlan(name="A1")]) for code in ("BKO", "KYS"))
    with desk.begin(Permission.MANAGE_CENTRE) as work:
        people = [
            NewPerson(
                given_names=names.given(woman=n % 9 == 0),
                family_name=chance.choice([names.family(), f"{names.family()}-{names.family()}", ""]),
                aliases=(f"{names.given(woman=False)} dit {names.family()}",) if n % 7 == 0 else (),
                father=f"{names.given(woman=False)} {names.family()}",
            )
            for n in range(PEOPLE)
        ]
        keys = insert_people(work, people, site_code="BKO", year=2026)
        for key in keys[::2]:
            work.insert(Stay, person_id=key, site_id=chance.choice(sites), in_at=work.now)
        for absorbed, kept in zip(keys[10:60:3], keys[100:], strict=False):
            work.change(Person, absorbed, merged_into=kept, canonical_id=kept)
        gone = keys[61:80:4]
        work.run(sa.update(Person).where(Person.id.in_(gone)).values(removed_at=work.now))
        index_people(work, [*keys[10:60:3], *gone])
        work.trace("bring a crowd")
    return Crowd(desk, (sites[0], sites[1]))


@pytest.fixture(params=[(0, 0), (0, 10_000), (10_000, 10_000)], ids=["by the list", "by the index", "by the few"])
def _each_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every size of answer go each of the ways that are chosen by size."""
    few, many = request.param
    monkeypatch.setattr(name_search, "_FEW", few)
    monkeypatch.setattr(name_search, "_MANY", many)


def _slowly(desk: Desk, text: str, house: set[UUID] | None = None) -> list[UUID]:
    """Read every name of everybody and compare letter by letter."""
    with desk.read(Permission.SEE_PEOPLE) as look:
        files = {row.id: row for row in look.rows(sa.select(Person.__table__))}
        names = look.rows(sa.select(PersonName.__table__))
    words: dict[UUID, set[str]] = {}
    for name in names:
        if name.kind not in ("father", "mother"):
            said = plain_words(f"{name.given_names} {name.family_name}")
            words.setdefault(files[name.person_id].canonical_id, set()).update(said)
    roots = [row for row in files.values() if row.merged_into is None and row.removed_at is None]
    if house is not None:
        roots = [row for row in roots if row.id in house]
    found = [row for row in roots if _answers(words.get(row.id, set()), text)]
    return [row.id for row in sorted(found, key=lambda row: (row.sort_key, row.id.bytes))]


def _answers(words: set[str], text: str) -> bool:
    typed = plain_words(text)
    finished = len(typed) if text.endswith(" ") else len(typed) - 1
    return all(
        any(word.startswith(one) or (place < finished and sound(word) == sound(one)) for word in words)
        for place, one in enumerate(typed)
    )


def _lodgers(desk: Desk, site: UUID | None) -> set[UUID]:
    with desk.read(Permission.SEE_PEOPLE) as look:
        question = sa.select(Person.canonical_id).join(Stay, Stay.person_id == Person.id)
        return {row[0] for row in look.rows(question if site is None else question.where(Stay.site_id == site))}


@pytest.mark.usefixtures("_each_way")
@pytest.mark.parametrize("text", TYPED)
def test_a_search_finds_whom_a_slow_reading_finds(crowd: Crowd, text: str) -> None:
    people, expected = PeopleService(crowd.desk), _slowly(crowd.desk, text)
    assert [one.id for one in people.search(text, PEOPLE)] == expected
    assert people.count(text) == len(expected)
    in_pages = [one.id for start in range(0, len(expected), 20) for one in people.search(text, 20, start)]
    assert in_pages == expected


@pytest.mark.usefixtures("_each_way")
@pytest.mark.parametrize("text", ["", "m", "traore ", "moussa t", "zzz"])
def test_the_house_and_its_sites_narrow_a_search(crowd: Crowd, text: str) -> None:
    people, site = PeopleService(crowd.desk), crowd.sites[1]
    for narrowed in ({"in_house_only": True}, {"site": site}, {"site": site, "in_house_only": True}):
        house = _lodgers(crowd.desk, site if "site" in narrowed else None)
        options: dict[str, Any] = narrowed
        assert [one.id for one in people.search(text, PEOPLE, **options)] == _slowly(crowd.desk, text, house)


@pytest.mark.usefixtures("_each_way")
@pytest.mark.parametrize("text", ["", "m", "traore ", "zzz"])
def test_whoever_works_at_one_site_finds_its_people_and_those_who_stayed_nowhere(
    crowd: Crowd, desk_for: DeskFor, text: str
) -> None:
    mine, other = crowd.sites
    hidden = _lodgers(crowd.desk, other) - _lodgers(crowd.desk, mine)
    with crowd.desk.read(Permission.SEE_PEOPLE) as look:
        house = {row.id for row in look.rows(sa.select(Person.id))} - hidden
    people = PeopleService(desk_for(Role.RECEPTION, sites=frozenset({mine})))
    assert [one.id for one in people.search(text, PEOPLE)] == _slowly(crowd.desk, text, house)


@pytest.mark.usefixtures("_each_way")
def test_the_next_page_begins_after_the_last_name(crowd: Crowd) -> None:
    place, key = (Person.sort_key, Person.id), Person.__table__.c.id.type
    found: list[Any] = []
    with crowd.desk.read(Permission.SEE_PEOPLE) as look:
        after = ("", UUID(int=0))
        while True:
            further = sa.tuple_(*place) > sa.tuple_(sa.literal(after[0]), sa.literal(after[1], key))
            kept = first_wanted(look, Wanted(text="m"), 20, after)
            rows = look.rows(sa.select(*place).where(*kept, further).order_by(*place).limit(20))
            if not rows:
                break
            found += rows
            after = (rows[-1].sort_key, rows[-1].id)
    assert [row.id for row in found] == _slowly(crowd.desk, "m")


def test_a_new_name_is_found_at_once_and_the_old_one_no_more(crowd: Crowd) -> None:
    people = PeopleService(crowd.desk)
    somebody = people.search("moussa t")[0]
    with crowd.desk.begin(Permission.EDIT_PEOPLE) as work:
        named = {"given_names": "Zanké", "family_name": "Aaron"}
        work.run(sa.update(PersonName).where(PersonName.person_id == somebody.id).values(named))
        work.run(sa.update(Person).where(Person.id == somebody.id).values(named))
        index_people(work, [somebody.id])
        work.trace("rename")
    assert [one.id for one in people.search("zanke")] == [somebody.id] == [people.search("", 1)[0].id]
    assert somebody.id not in [one.id for one in people.search("moussa t", PEOPLE)]


@pytest.mark.usefixtures("_each_way")
def test_people_with_many_words_alike_fill_their_page_all_the_same(crowd: Crowd) -> None:
    with crowd.desk.begin(Permission.MANAGE_CENTRE) as work:
        family = [NewPerson(given_names="Zanga Zana Zanke", family_name=f"Zan Zanfa{n:03d}") for n in range(60)]
        insert_people(work, family, site_code="BKO", year=2026)
        work.trace("bring a family")
    people, expected = PeopleService(crowd.desk), _slowly(crowd.desk, "zan")
    assert len(expected) == 60
    assert [one.id for one in people.search("zan", 50)] == expected[:50]
