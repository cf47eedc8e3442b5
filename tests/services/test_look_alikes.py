"""Finding those who may already be known."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from desktop.models.accounts import Device
from desktop.models.partial_date import parse_birth
from desktop.rights import Permission
from desktop.services.codes import give_range
from desktop.services.look_alikes import find, within
from desktop.services.new_people import NewPerson, insert_people
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import Sex

TODAY = date(2026, 11, 24)
GROUPS = [
    ("Sissoko", "Sissokho", "Cissoko", "Cissokho"), ("Coulibaly", "Koulibali", "Kulubali"),
    ("Diarra", "Djarra", "Diata"), ("Traoré", "Tarawele", "Trawore"), ("Koné", "Condé"),
    ("Dembélé", "Denbele"), ("Keïta", "Kéyita"), ("Bagayoko", "Bagayogo"), ("Kaba",), ("Touré",),
]  # fmt: skip
MOUSSA = NewPerson(
    given_names="Moussa", family_name="Sissoko", sex=Sex.MALE, birth=parse_birth("1998", TODAY), father="Bakary Sissoko"
)


def _known(desk: Desk, *people: NewPerson) -> list[UUID]:
    with desk.begin(Permission.MANAGE_CENTRE) as work:
        give_range(work, work.insert(Device, letter="A", name=""), "person", "BKO")
        keys = insert_people(work, people, site_code="BKO", year=2026)
        work.trace("add people")
    return keys


def test_the_variants_of_a_name_are_found_and_other_names_are_not(desk: Desk) -> None:
    names = [name for group in GROUPS for name in group]
    people = [NewPerson(given_names="Moussa", family_name=name) for name in names]
    keys = _known(desk, *people)
    with desk.read(Permission.SEE_PEOPLE) as look:
        answers = find(look, people)
    by_key = dict(zip(keys, names, strict=True))
    given = {(name, by_key[m.person_id]) for name, found in zip(names, answers, strict=True) for m in found}
    given = {pair for pair in given if pair[0] != pair[1]}
    true = {(one, other) for group in GROUPS for one in group for other in group if one != other}
    precision, recall = len(given & true) / len(given), len(given & true) / len(true)
    print(f"precision {precision:.3f}, recall {recall:.3f} of {len(true)} pairs")
    assert precision >= 1.0
    assert recall >= 1.0


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (MOUSSA, True),
        (replace(MOUSSA, family_name="CISSOKHO", given_names="Mussa"), True),
        (replace(MOUSSA, sex=Sex.FEMALE), False),
        (replace(MOUSSA, birth=parse_birth("1970", TODAY)), False),
        (replace(MOUSSA, given_names="Bakary"), False),
    ],
)
def test_sex_birth_and_names_decide_together(desk: Desk, other: NewPerson, *, found: bool) -> None:
    [key] = _known(desk, MOUSSA)
    with desk.read(Permission.SEE_PEOPLE) as look:
        [matches] = find(look, [other])
        assert [match.person_id for match in matches] == [key] * found
        assert find(look, [other], without=frozenset([key])) == [[]]
    assert all({"name", "same_birth", "sex", "father"} <= set(match.reasons) for match in matches)


def test_a_list_is_compared_with_itself_and_twins_are_named() -> None:
    twin = replace(MOUSSA, given_names="Awa Adama", mother="Awa Diallo")
    other = replace(MOUSSA, given_names="Adama Moussa", mother="Awa Diallo")
    [(low, high, _, reasons)] = within([twin, replace(MOUSSA, given_names="Issa"), other])
    assert (low, high) == (0, 2)
    assert "twin" in reasons
