"""Which people a list holds: those whose names or code answer, at the sites and in the house asked for."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.errors import NotFound
from desktop.models.codes import tidy
from desktop.models.people import Person
from desktop.models.stays import Stay
from desktop.models.types import Key
from desktop.services.missing import something_missing
from desktop.services.name_search import Sought, begins, sought
from desktop.storage.unit_of_work import Reading

Condition = sa.ColumnElement[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a list of people is asked for."""

    text: str = ""
    site: UUID | None = None
    in_house_only: bool = False
    to_complete: bool = False
    arrived_since: datetime | None = None


def visible_person(look: Reading, code: str) -> sa.Row[Any]:
    """Give the row of the person a code leads to; that of a merged file leads to the file it went into.

    Raises:
        NotFound: no person has this code, or none the reader may see.
    """
    root = look.scalar(sa.select(Person.canonical_id).where(Person.code == tidy(code)))
    row = look.row(sa.select(Person.__table__).where(*wanted_people(look, Wanted()), Person.id == root))
    if row is None:
        raise NotFound(code=code)
    return row


def wanted_people(look: Reading, wanted: Wanted) -> list[Condition]:
    """Give the conditions on `Person` that keep those asked for, merged files read as one."""
    return [*_in_sight(), *_narrowed(look, wanted), *_answering(wanted, _sought(look, wanted))]


def first_wanted(look: Reading, wanted: Wanted, limit: int, after: tuple[str, UUID] | None = None) -> list[Condition]:
    """Give conditions that keep at least the first `limit` of `wanted_people` in the order of the list.

    `after` is the sort key and the key of whoever ended the page before. Order and limit are the caller's to ask for.
    """
    words, narrowed = _sought(look, wanted), _narrowed(look, wanted)
    found = None if words is None or narrowed else words.first(look, after, limit)
    if found is not None:
        return [*_in_sight(), Person.id.in_(found)]
    return [*_in_sight(), *narrowed, *_answering(wanted, words)]


def _in_sight() -> list[Condition]:
    return [Person.merged_into.is_(None), Person.removed_at.is_(None)]


def _sought(look: Reading, wanted: Wanted) -> Sought | None:
    return None if _is_code(wanted.text) else sought(look, wanted.text)


def _answering(wanted: Wanted, words: Sought | None) -> list[Condition]:
    if words is not None:
        return [words.condition]
    if not _is_code(wanted.text):
        return []
    typed = "".join(wanted.text.split()).upper()
    return [Person.id.in_(sa.select(Person.canonical_id).where(begins(Person.code, typed)).correlate(None))]


def _is_code(text: str) -> bool:
    return any(sign.isdigit() for sign in text) and "-" in text


def _narrowed(look: Reading, wanted: Wanted) -> list[Condition]:
    conditions = [something_missing()] if wanted.to_complete else []
    if look.member.sites:
        owner = aliased(Person)
        ever = sa.select(Stay.id).join(owner, Stay.person_id == owner.id).where(owner.canonical_id == Person.id)
        nowhere = ~ever.correlate(Person).exists()
        conditions.append(sa.or_(nowhere, _stayed(look.own_sites(sa.type_coerce(Stay.site_id, Key())))))
    here = [] if wanted.site is None else [Stay.site_id == wanted.site]
    lately = [in_house_at(look.now)] if wanted.in_house_only else []
    if wanted.arrived_since is not None:
        lately.append(Stay.in_at >= wanted.arrived_since)
    if lately:
        # A few hundred at most: they lead, and their names are sifted.
        owner = aliased(Person)
        staying = sa.select(owner.canonical_id).join(Stay, Stay.person_id == owner.id)
        conditions.append(Person.id.in_(staying.where(Stay.removed_at.is_(None), *lately, *here)))
    elif here:
        conditions.append(_stayed(*here))
    return conditions


def _stayed(*where: Condition) -> Condition:
    """Give the condition that somebody stayed so; asked of one person at a time, for a site may have seen everybody."""
    owner = aliased(Person)
    stays = sa.select(Stay.id).join(owner, Stay.person_id == owner.id)
    return stays.where(owner.canonical_id == Person.id, Stay.removed_at.is_(None), *where).correlate(Person).exists()


def in_house_at(moment: datetime) -> sa.ColumnElement[bool]:
    """Give the condition on `Stay` of those who lodge now, none of whom has left."""
    return sa.and_(Stay.in_at <= moment, Stay.out_at.is_(None))
