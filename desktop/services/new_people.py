"""Writing people down, one or thousands at a time, with the words by which they are found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from desktop.models.keys import uuid7
from desktop.models.names import sort_key
from desktop.models.partial_date import PartialDate
from desktop.models.people import NameWord, Person, PersonName
from desktop.services.codes import mint_many
from desktop.services.name_index import name_words, words_of
from desktop.storage.unit_of_work import UnitOfWork
from desktop.vocabulary import NameKind, Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """What is known of somebody who is written down; `to_complete` names what is still missing."""

    given_names: str = ""
    family_name: str = ""
    sex: Sex = Sex.UNKNOWN
    birth: PartialDate = field(default_factory=PartialDate)
    nationality: str | None = None
    status: str | None = None
    languages: str = ""
    origin: str | None = None
    phone: str | None = None
    father: str = ""
    mother: str = ""
    aliases: tuple[str, ...] = ()
    to_complete: str = ""
    protect_flag: bool = False


def insert_people(work: UnitOfWork, people: Sequence[NewPerson], *, site_code: str, year: int) -> list[UUID]:
    """Write people down with codes of a site and year, and give their keys in the same order.

    Raises:
        NumbersUsedUp: this computer has not so many numbers for the site.
    """
    codes = mint_many(work, "person", site_code, year, len(people))
    keys = [uuid7() for _ in people]
    rows = [_person(key, code, who) for key, code, who in zip(keys, codes, people, strict=True)]
    names = [list(_names(key, who)) for key, who in zip(keys, people, strict=True)]
    for row, own in zip(rows, names, strict=True):
        row["words"] = words_of(own)
    work.insert_many(Person, rows)
    work.insert_many(PersonName, [name for own in names for name in own])
    work.insert_many(NameWord, [word for row, own in zip(rows, names, strict=True) for word in name_words(row, own)])
    return keys


def _person(key: UUID, code: str, person: NewPerson) -> dict[str, Any]:
    kept = ("given_names", "family_name", "sex", "nationality", "status", "languages", "origin", "phone", "to_complete",
            "protect_flag")  # fmt: skip
    birth = person.birth
    return {
        "id": key,
        "canonical_id": key,
        "code": code,
        "sort_key": sort_key(person.family_name, person.given_names),
        "birth_min": birth.min,
        "birth_max": birth.max,
        "birth_mid": birth.mid,
        "birth_precision": birth.precision,
        "birth_said": birth.said,
        "birth_said_on": birth.said_on,
    } | {name: getattr(person, name) for name in kept}


def _names(key: UUID, person: NewPerson) -> Iterator[dict[str, Any]]:
    said = [(NameKind.MAIN, person.given_names, person.family_name)]
    said += [(NameKind.ALIAS, alias, "") for alias in person.aliases]
    said += [(NameKind.FATHER, person.father, ""), (NameKind.MOTHER, person.mother, "")]
    for kind, given, family in said:
        if given or family:
            yield {"person_id": key, "kind": kind, "given_names": given, "family_name": family}
