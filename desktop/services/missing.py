"""What is still missing on a person's file, told from the file itself, so that a to-do never outlives its reason."""

from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from desktop.i18n import mark
from desktop.models.people import Person
from desktop.vocabulary import Precision, Sex


class Missing(StrEnum):
    """Something the file should say and does not."""

    NAME = "name"
    SEX = "sex"
    BIRTH = "birth"
    NATIONALITY = "nationality"
    LANGUAGES = "languages"
    NOTED = "noted"


MISSING_WORDS = {
    Missing.NAME: mark("the name"),
    Missing.SEX: mark("the sex"),
    Missing.BIRTH: mark("the age or the birth date"),
    Missing.NATIONALITY: mark("the nationality"),
    Missing.LANGUAGES: mark("the languages"),
    Missing.NOTED: mark("what was noted at arrival"),
}


def something_missing() -> sa.ColumnElement[bool]:
    """Give the condition on `Person` of the files to complete."""
    nationality = sa.func.coalesce(Person.nationality, "")
    return sa.or_(
        sa.and_(Person.given_names == "", Person.family_name == ""),
        Person.sex == Sex.UNKNOWN,
        Person.birth_precision == Precision.UNKNOWN,
        nationality == "",
        Person.languages == "",
        Person.to_complete != "",
    )


def missing_of(row: Any) -> tuple[Missing, ...]:
    """Tell what is missing on one row of `Person`."""
    empty = {
        Missing.NAME: not (row.given_names or row.family_name),
        Missing.SEX: row.sex is Sex.UNKNOWN,
        Missing.BIRTH: row.birth_precision is Precision.UNKNOWN,
        Missing.NATIONALITY: not row.nationality,
        Missing.LANGUAGES: not row.languages,
        Missing.NOTED: bool(row.to_complete),
    }
    return tuple(what for what, lacks in empty.items() if lacks)
