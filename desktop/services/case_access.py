"""Which sealed cases the signed-in person can read, and whose they are today."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.models.base import Base
from desktop.models.keys import uuid7
from desktop.models.people import Person
from desktop.models.sealed import Compartment
from desktop.services.sealed_rows import latest, sealed_rows
from desktop.storage.unit_of_work import Desk, Reading, UnitOfWork
from desktop.vault.cases import CaseIndex, CaseKeys, SealedText
from desktop.vault.refusals import NotGranted


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """A case that the reader holds a key to; `mine` tells an own case from one covered for a colleague."""

    id: UUID
    compartment: str
    person: UUID
    person_code: str
    name: str
    mine: bool


def readable_cases(desk: Desk, look: Reading) -> list[CaseLine]:
    """Give the cases whose key opens today; a merged file shows as the one it went into."""
    found = [one for one in CaseKeys(desk.keys).cases() if _opens(desk, one.case)]
    return sorted(_lines(desk, look, found), key=lambda line: (line.name, line.person_code, line.id))


def readable_case(desk: Desk, look: Reading, case: UUID) -> CaseLine:
    """Give one case; without its key it does not exist.

    Raises:
        NotGranted: the reader holds no key to it today.
    """
    if not _opens(desk, case):
        raise NotGranted
    return _lines(desk, look, [CaseKeys(desk.keys).case(case)])[0]


def seal_row(
    desk: Desk,
    work: UnitOfWork,
    model: type[Base],
    case: UUID,
    content: dict[str, Any],
    *,
    kind: str = "",
    addendum_to: UUID | None = None,
    **clear: Any,
) -> UUID:
    """Seal a text in a case as a new row of `model`; `clear` are the columns that may stand open.

    Raises:
        NotGranted: the writer does not hold the case.
        TooLong: the sealed text would pass 16 MiB.
    """
    text = SealedText(
        kind=kind or model.__tablename__,
        person_at_writing=str(readable_case(desk, work, case).person),
        content=content,
        addendum_to=str(addendum_to) if addendum_to else "",
        after=latest(sealed_rows(desk.keys, work, case)),
    )
    row = CaseKeys(desk.keys).seal(case, uuid7(), work.now.date(), text)
    return work.insert(model, **row, **clear)


def _opens(desk: Desk, case: UUID) -> bool:
    try:
        desk.keys.versioned(case)
    except NotGranted:
        return False
    return True


def _lines(desk: Desk, look: Reading, found: Sequence[CaseIndex]) -> list[CaseLine]:
    people = _people(look, [one.person for one in found])
    rooms = {row.id: row.code for row in look.rows(sa.select(Compartment.id, Compartment.code))}
    return [_line(desk, one, rooms[one.compartment], people.get(one.person)) for one in found]


def _people(look: Reading, keys: Iterable[UUID]) -> dict[UUID, sa.Row[Any]]:
    root = aliased(Person)
    question = sa.select(Person.id.label("old"), root.id, root.code, root.given_names, root.family_name)
    joined = question.join(root, Person.canonical_id == root.id).where(Person.id.in_(list(keys)))
    return {row.old: row for row in look.rows(joined)}


def _line(desk: Desk, index: CaseIndex, room: str, person: sa.Row[Any] | None) -> CaseLine:
    return CaseLine(
        id=index.case,
        compartment=room,
        person=person.id if person else index.person,
        person_code=person.code if person else index.code,
        name=f"{person.given_names} {person.family_name}".strip() if person else index.name,
        mine=index.owner == desk.keys.identity.kid,
    )
