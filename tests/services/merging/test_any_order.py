"""Whatever is merged and parted, and in whatever order: pointers never circle, and all undone ends where it began."""

from itertools import permutations

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.models.people import NameWord, Person
from desktop.rights import Permission
from desktop.services.merging import AlreadyOne, MergingService, NotMerged
from desktop.services.people import PeopleService
from desktop.storage.unit_of_work import Desk
from tests.services.house import MONDAY, make_house, moment

NAMES = ("Moussa KEITA", "Mousa KEYITA", "Awa DIARRA", "Hawa JARA", "Issa BAH")
PAIRS = list(permutations(range(len(NAMES)), 2))
ACTS = st.lists(st.sampled_from(PAIRS) | st.integers(0, len(NAMES) - 1), max_size=14)


@pytest.fixture
def codes(desk: Desk) -> list[str]:
    """Give the codes of a few people."""
    house = make_house(desk)
    made = [house.lodge(name) for name in NAMES]
    for code in made:
        house.leave(code, moment(MONDAY, 12))
    return made


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_any_sequence_of_merges_and_partings_ends_where_it_began(
    desk: Desk, codes: list[str], acts: list[tuple[int, int] | int]
) -> None:
    service, into = MergingService(desk), dict.fromkeys(range(len(codes)), -1)
    before = _everything(desk)
    for act in acts:
        if isinstance(act, int):
            _part(service, codes, into, act)
        else:
            _merge(service, codes, into, act)
        ends = {codes[one]: codes[_end(into, one)] for one in into}
        assert _ends(desk) == ends
        assert sorted(one.code for one in PeopleService(desk).search("")) == sorted(set(ends.values()))
    for one in [one for one in into if into[one] >= 0]:
        service.unmerge(codes[one])
    assert _everything(desk) == before


def _end(into: dict[int, int], one: int) -> int:
    return one if into[one] < 0 else _end(into, into[one])


def _merge(service: MergingService, codes: list[str], into: dict[int, int], act: tuple[int, int]) -> None:
    kept, absorbed = (_end(into, one) for one in act)
    if kept == absorbed:
        with pytest.raises(AlreadyOne):
            service.merge(codes[act[0]], codes[act[1]])
        return
    service.merge(codes[act[0]], codes[act[1]])
    into[absorbed] = kept


def _part(service: MergingService, codes: list[str], into: dict[int, int], one: int) -> None:
    if into[one] < 0:
        with pytest.raises(NotMerged):
            service.unmerge(codes[one])
        return
    service.unmerge(codes[one])
    into[one] = -1


def _ends(desk: Desk) -> dict[str, str]:
    with desk.read(Permission.SEE_PEOPLE) as look:
        rows = look.rows(sa.select(Person.id, Person.code, Person.canonical_id))
    codes = {row.id: row.code for row in rows}
    return {row.code: codes[row.canonical_id] for row in rows}


def _everything(desk: Desk) -> list[str]:
    """Give the people and the words they are found by, but for the stamps of whoever changed a row last."""
    stamps = {"version_id", "updated_at", "updated_by"}
    people, words = Person.__table__, NameWord.__table__
    with desk.read(Permission.SEE_PEOPLE) as look:
        files = look.rows(sa.select(*(one for one in people.c if one.name not in stamps)))
        found = look.rows(sa.select(*(one for one in words.c if one.name != "id")))
    return sorted(map(repr, [*files, *found]))
