"""Correcting what a person's file says."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import BadValue, DeskError
from desktop.i18n import mark
from desktop.models.names import sort_key
from desktop.models.partial_date import PartialDate, parse_birth
from desktop.models.people import Person, PersonName
from desktop.rights import Permission
from desktop.services.name_index import index_people
from desktop.services.people_search import visible_person
from desktop.services.phones import tidy_phones
from desktop.storage.unit_of_work import Desk, UnitOfWork
from desktop.vocabulary import NameKind, Sex


class BirthUnclear(DeskError):
    """What was typed is neither a date nor an age."""

    sentence = mark(
        "“{value}” is neither a date nor an age. Write for example 14/03/1998, 03/1998, 1998, vers 2004 or 25 ans."
    )


class NameWithdrawn(DeskError):
    """A file that has a name keeps one."""

    sentence = mark("Write a given name or a family name.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChange:
    """What a file should say from now on; no birth given means it stays as it was said, and on the day it was said."""

    given_names: str
    family_name: str
    sex: Sex
    birth: str | None
    nationality: str
    languages: str
    phone: str


class PersonChangeService:
    """Check what is typed into a file, and write it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read_birth(self, said: str) -> PartialDate:
        """Give the dates that a birth date or an age means when said today.

        Raises:
            BirthUnclear: it means nothing.
        """
        with self._desk.read(Permission.EDIT_PEOPLE) as look:
            return _birth(said, look.now.date())

    def read_phone(self, said: str) -> str:
        """Give telephone numbers in the form they will be written.

        Raises:
            PhoneUnclear: one of them cannot be called.
        """
        with self._desk.read(Permission.EDIT_PEOPLE):
            return tidy_phones(said)

    def change(self, code: str, seen_version: int, change: PersonChange) -> None:
        """Write a file anew, as seen when it was opened.

        Raises:
            ChangedMeanwhile: a colleague changed it since.
            BirthUnclear: the birth means nothing.
            PhoneUnclear: the telephone number cannot be called.
            NameWithdrawn: the file had a name and would have none.
            NotFound: no person has this code, or none the member of staff may see.
        """
        with self._desk.begin(Permission.EDIT_PEOPLE) as work:
            row = visible_person(work, code)
            values = _values(work, row, change)
            changed = [name for name, value in values.items() if value != getattr(row, name)]
            work.change(Person, row.id, seen_version=seen_version, **values)
            if "given_names" in changed or "family_name" in changed:
                _rename(work, row.id, values["given_names"], values["family_name"])
            work.trace("change person", "person", row.id, changed)


def _values(work: UnitOfWork, row: Any, change: PersonChange) -> dict[str, Any]:
    given, family = _plain(change.given_names), _plain(change.family_name)
    if (row.given_names or row.family_name) and not (given or family):
        raise NameWithdrawn
    values: dict[str, Any] = {
        "given_names": given,
        "family_name": family,
        "sort_key": sort_key(family, given),
        "sex": change.sex,
        "nationality": _plain(change.nationality) or None,
        "languages": _plain(change.languages),
        "phone": tidy_phones(change.phone) or None if change.phone != (row.phone or "") else row.phone,
    }
    if change.birth is not None:
        birth = _birth(change.birth, work.now.date())
        values |= {
            "birth_min": birth.min,
            "birth_max": birth.max,
            "birth_mid": birth.mid,
            "birth_precision": birth.precision,
            "birth_said": birth.said,
            "birth_said_on": birth.said_on,
        }
    return values


def _plain(text: str) -> str:
    return " ".join(text.split())


def _birth(said: str, today: Any) -> PartialDate:
    try:
        return parse_birth(said, today)
    except BadValue as problem:
        raise BirthUnclear(value=said.strip()) from problem


def _rename(work: UnitOfWork, person: UUID, given: str, family: str) -> None:
    """Write the main name anew, with the words it is found by."""
    name = {"person_id": person, "kind": NameKind.MAIN, "given_names": given, "family_name": family}
    key = work.scalar(
        sa.select(PersonName.id).where(
            PersonName.person_id == person, PersonName.kind == NameKind.MAIN, PersonName.removed_at.is_(None)
        )
    )
    if key is None:
        work.insert(PersonName, **name)
    else:
        work.change(PersonName, key, given_names=given, family_name=family)
    index_people(work, [person])
