"""Finding those who may already be known."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.models.partial_date import parse_birth
from desktop.rights import Permission
from desktop.services.look_alikes import Match, Reason, find, within
from desktop.services.new_people import NewPerson
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import Sex
from tests.services.look_alikes.known import known

TODAY = date(2026, 11, 24)
MOUSSA = NewPerson(
    given_names="Moussa", family_name="Sissoko", sex=Sex.MALE, birth=parse_birth("1998", TODAY), father="Bakary Sissoko"
)
NENEBA = NewPerson(given_names="Nɛnɛba", sex=Sex.FEMALE)
EXACT = parse_birth("14/05/1998", TODAY)


def _found(desk: Desk, file: NewPerson, newcomer: NewPerson) -> list[Match]:
    known(desk, [file])
    with desk.read(Permission.SEE_PEOPLE) as look:
        [matches] = find(look, [newcomer])
    return matches


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (MOUSSA, True),
        (replace(MOUSSA, family_name="CISSOKHO", given_names="Mussa"), True),
        (replace(MOUSSA, given_names="SISSOKO", family_name="Moussa"), True),
        (replace(MOUSSA, given_names="Moussa Alou"), True),
        (replace(MOUSSA, sex=Sex.FEMALE), False),
        (replace(MOUSSA, birth=parse_birth("1970", TODAY)), False),
        (replace(MOUSSA, given_names="Bakary"), False),
        (replace(MOUSSA, father="Demba Sissoko"), False),
    ],
)
def test_sex_birth_and_names_decide_together(desk: Desk, other: NewPerson, *, found: bool) -> None:
    matches = _found(desk, MOUSSA, other)
    assert len(matches) == found
    assert all({Reason.NAME, Reason.BIRTH, Reason.SEX, Reason.FATHER} <= set(match.reasons) for match in matches)


@pytest.mark.parametrize(
    "fits",
    [
        {"father": "Modibo Cissé", "mother": "Awa Ba"},
        {"origin": "Kita", "birth": parse_birth("1999", TODAY)},
        {"phone": "76 10 20 30"},
    ],
)
@pytest.mark.parametrize("file", [NENEBA, replace(NENEBA, family_name="Koné")])
def test_a_lone_given_name_needs_parents_village_year_or_telephone(
    desk: Desk, file: NewPerson, fits: dict[str, object]
) -> None:
    more = fits | ({"origin": "Kita", "birth": EXACT, "mother": "Awa Ba"} if file.family_name else {})
    assert _found(desk, replace(file, **more), replace(NENEBA, **more))  # type: ignore[arg-type]


def test_a_lone_given_name_alone_is_nobody(desk: Desk) -> None:
    assert _found(desk, NENEBA, NENEBA) == []


def test_a_lone_name_in_the_file_is_found_from_a_whole_one(desk: Desk) -> None:
    told = {"origin": "Kita", "birth": EXACT, "phone": "+223 76 10 20 30"}
    whole = replace(NENEBA, family_name="Coulibaly", **told)  # type: ignore[arg-type]
    assert _found(desk, replace(NENEBA, **told), whole)  # type: ignore[arg-type]


@pytest.mark.parametrize("spelt", ["0022376102030", "76 10 20 30", "+223 76 10 20 30", "76102030"])
def test_a_telephone_brings_back_a_name_that_was_misheard(desk: Desk, spelt: str) -> None:
    file = replace(MOUSSA, phone=spelt, origin="Kita")
    assert _found(desk, file, replace(file, family_name="Sidibé", phone="76 10 20 30", birth=EXACT)) == []
    with desk.read(Permission.SEE_PEOPLE) as look:
        [[match]] = find(look, [replace(file, given_names="Mousa", family_name="Sissokko", phone="76 10 20 30")])
    assert Reason.PHONE in match.reasons


def test_a_day_of_birth_brings_back_a_misspelt_family_name(desk: Desk) -> None:
    file = replace(MOUSSA, family_name="Coulibaly", birth=EXACT)
    [match] = _found(desk, file, replace(file, family_name="Couliblay"))
    assert Reason.SAME_BIRTH in match.reasons


def test_a_sex_written_wrong_is_found_where_all_else_fits(desk: Desk) -> None:
    file = replace(MOUSSA, birth=EXACT, mother="Awa Ba", phone="76102030")
    [match] = _found(desk, file, replace(file, sex=Sex.FEMALE))
    assert Reason.SEX_DIFFERS in match.reasons


def test_an_other_name_somebody_goes_by_is_compared_too(desk: Desk) -> None:
    file = replace(MOUSSA, aliases=("Petit Bamako",))
    assert _found(desk, file, replace(MOUSSA, given_names="Petit", family_name="Bamako"))


def test_a_name_that_a_crowd_shares_needs_more_than_the_name(desk: Desk) -> None:
    nobody = NewPerson(given_names="Moussa", family_name="Traoré", sex=Sex.MALE)
    known(desk, [replace(nobody, birth=parse_birth(f"{day}/03/1990", TODAY)) for day in range(1, 29)] * 2)
    with desk.read(Permission.SEE_PEOPLE) as look:
        bare, dated = find(look, [nobody, replace(nobody, birth=parse_birth("14/03/1990", TODAY))])
    assert bare == []
    assert 2 <= len(dated) <= 5
    assert {Reason.SAME_BIRTH, Reason.CROWD} <= set(dated[0].reasons)
    assert [match.score for match in dated] == sorted((match.score for match in dated), reverse=True)


def test_one_list_is_compared_with_itself() -> None:
    awa = NewPerson(given_names="Awa", family_name="Diarra", sex=Sex.FEMALE, birth=EXACT)
    again = replace(awa, given_names="DJARRA", family_name="Hawa")
    [pair] = within([awa, MOUSSA, again])
    assert (pair.low, pair.high, pair.twin) == (0, 2, False)


@pytest.mark.parametrize("parents", [{"father": "Drissa", "mother": "Oumou"}, {"father": "Drissa"}])
def test_twins_are_named_as_such(desk: Desk, parents: dict[str, str]) -> None:
    lassana = NewPerson(given_names="Lassana", family_name="Traoré", sex=Sex.MALE, birth=EXACT, **parents)  # type: ignore[arg-type]
    fousseyni = replace(lassana, given_names="Fousseyni")
    [pair] = within([lassana, fousseyni])
    assert pair.twin
    [match] = _found(desk, lassana, fousseyni)
    assert match.twin


def test_brothers_of_other_ages_and_people_of_one_day_are_no_twins() -> None:
    one = NewPerson(given_names="Lassana", family_name="Traoré", birth=EXACT, father="Drissa", mother="Oumou")
    brother = replace(one, given_names="Issa", birth=parse_birth("2001", TODAY))
    stranger = replace(one, given_names="Issa", father="Bakary", mother="")
    assert within([one, brother]) == []
    assert within([one, stranger]) == []
