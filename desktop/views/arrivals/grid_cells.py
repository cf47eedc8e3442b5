"""What a cell of the grid shows, and how it is stored when it is left."""

from dataclasses import dataclass, replace
from typing import Any

from desktop.centre import Centre
from desktop.errors import BadValue
from desktop.i18n import mark, tr
from desktop.services.convoys import ConvoyPerson
from desktop.services.person_changes import PersonChange
from desktop.spreadsheets.words import sex_of
from desktop.vocabulary import SEX_LETTERS, Sex


@dataclass(frozen=True, slots=True)
class Cell:
    """One column: its heading (marked for translation), the field it stands for, its width at 100 %."""

    heading: str
    field: str
    width: int
    names_somebody: bool = False


CELLS = (
    Cell(mark("Wristband"), "wristband", 110),
    Cell(mark("Family name"), "family_name", 170, names_somebody=True),
    Cell(mark("Given names"), "given_names", 170, names_somebody=True),
    Cell(mark("Sex"), "sex", 70),
    Cell(mark("Birth or age"), "birth", 150),
    Cell(mark("Nationality"), "nationality", 120),
    Cell(mark("Languages spoken"), "languages", 170),
    Cell(mark("Telephone"), "phone", 160),
)


def shown(person: ConvoyPerson, field: str) -> str:
    """Give a cell as it stands in the file."""
    return tr(SEX_LETTERS[person.sex]) if field == "sex" else str(getattr(person, field))


def store(centre: Centre, person: ConvoyPerson, field: str, text: str) -> ConvoyPerson:
    """Write one cell, and give the person as they stand from now on.

    Raises:
        DeskError: the text cannot be stored; the sentence says why.
    """
    if field == "wristband":
        number = "".join(text.split())
        centre.convoy_people.wear(person.stay, number)
        return replace(person, wristband=number)
    said: Any = " ".join(text.split())
    if field == "sex":
        said = _sex(text)
    elif field == "phone":
        said = centre.person_changes.read_phone(text)
    change = replace(_as_it_is(person), **{field: said})
    centre.person_changes.change(person.code, person.version, change)
    return replace(person, version=person.version + 1, **{field: said})


def _as_it_is(person: ConvoyPerson) -> PersonChange:
    return PersonChange(
        given_names=person.given_names,
        family_name=person.family_name,
        sex=person.sex,
        birth=None,
        nationality=person.nationality,
        languages=person.languages,
        phone=person.phone,
    )


def _sex(said: str) -> Sex:
    sex = sex_of(said) if said.strip() else Sex.UNKNOWN
    if sex is None:
        raise BadValue(value=said)
    return sex
