"""A file is corrected as it was seen, and says what cannot be understood."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from desktop.errors import ChangedMeanwhile, DeskError, NotAllowed
from desktop.models.accounts import Journal
from desktop.rights import Permission, Role
from desktop.services.people import PeopleService
from desktop.services.person_changes import BirthUnclear, NameWithdrawn, PersonChange, PersonChangeService
from desktop.services.phones import PhoneUnclear, tidy_phones
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import Precision, Sex
from tests.conftest import DeskFor
from tests.services.house import House, make_house

CHANGE = PersonChange(
    given_names="Aminata",
    family_name="Haïdara",
    sex=Sex.FEMALE,
    birth=None,
    nationality="malienne",
    languages="bambara, français",
    phone="76 12 34 56",
)


@pytest.fixture
def house(desk: Desk) -> House:
    """Give a house with one lodger."""
    made = make_house(desk)
    made.lodge("Moussa KEITA", age=25)
    return made


def _only(house: House) -> str:
    return PeopleService(house.desk).search("")[0].code


def test_a_corrected_file_is_found_by_its_new_name_only(house: House) -> None:
    people, code = PeopleService(house.desk), _only(house)
    PersonChangeService(house.desk).change(code, 1, CHANGE)
    file = people.file(code)
    assert (file.summary.name, file.summary.sex, file.nationality) == ("Aminata Haïdara", Sex.FEMALE, "malienne")
    assert file.phone == "+223 76 12 34 56"
    assert ([one.code for one in people.search("hai")], people.search("keita")) == ([code], [])


def test_an_age_said_another_day_is_not_read_anew(house: House) -> None:
    people, changes, code = PeopleService(house.desk), PersonChangeService(house.desk), _only(house)
    before = people.file(code).birth
    changes.change(code, 1, CHANGE)
    assert people.file(code).birth == before
    changes.change(code, 2, replace(CHANGE, birth="vers 2004"))
    birth = people.file(code).birth
    assert (birth.precision, birth.said) == (Precision.ABOUT, "vers 2004")
    assert birth.min is not None
    assert birth.min.year == 2003


def test_the_journal_names_the_changed_fields_and_no_value(house: House) -> None:
    PersonChangeService(house.desk).change(_only(house), 1, CHANGE)
    with house.desk.read(Permission.READ_JOURNAL) as look:
        row = look.row(sa.select(Journal.__table__).where(Journal.action == "change person"))
    assert row is not None
    assert {"family_name", "phone"} <= set(row.detail.split(","))
    assert "birth_min" not in row.detail
    assert "Aminata" not in str(row)


def test_a_file_changed_meanwhile_is_not_overwritten(house: House) -> None:
    changes, code = PersonChangeService(house.desk), _only(house)
    changes.change(code, 1, CHANGE)
    with pytest.raises(ChangedMeanwhile):
        changes.change(code, 1, replace(CHANGE, given_names="Other"))


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"birth": "bientôt"}, BirthUnclear),
        ({"birth": "31/02/1998"}, BirthUnclear),
        ({"phone": "12"}, PhoneUnclear),
        ({"phone": "demander à l’oncle"}, PhoneUnclear),
        ({"given_names": " ", "family_name": ""}, NameWithdrawn),
    ],
)
def test_what_cannot_be_understood_is_said_and_nothing_is_written(
    house: House, wrong: dict[str, str], refusal: type[DeskError]
) -> None:
    code = _only(house)
    with pytest.raises(refusal):
        PersonChangeService(house.desk).change(code, 1, replace(CHANGE, **wrong))  # type: ignore[arg-type]  # the fields named above are texts
    assert PeopleService(house.desk).file(code).summary.name == "Moussa KEITA"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("76123456", "+223 76 12 34 56"),
        ("+213 551 23 45 67", "+213 551 23 45 67"),
        ("00223 76 12 34 56", "+223 76 12 34 56"),
        ("76 12 34 56 / 66 00 11 22", "+223 76 12 34 56 / +223 66 00 11 22"),
        ("", ""),
    ],
)
def test_numbers_are_kept_in_their_international_form(typed: str, kept: str) -> None:
    assert tidy_phones(typed) == kept


def test_what_is_typed_is_read_before_it_is_written(house: House) -> None:
    changes = PersonChangeService(house.desk)
    assert changes.read_birth("14/03/1998").precision is Precision.DAY
    assert changes.read_phone("76 12 34 56") == "+223 76 12 34 56"
    with pytest.raises(BirthUnclear):
        changes.read_birth("demain")


def test_without_the_right_nothing_is_read_or_written(desk_for: DeskFor, house: House) -> None:
    code, changes = _only(house), PersonChangeService(desk_for(Role.ACTIVITIES))
    for refused in (
        lambda: changes.read_birth("1998"),
        lambda: changes.read_phone("76 12 34 56"),
        lambda: changes.change(code, 1, CHANGE),
    ):
        with pytest.raises(NotAllowed):
            refused()
