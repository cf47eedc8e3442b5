"""What the list of cases says of each: whose it is, who holds it, and by what right one reads it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.models.base import table_of
from desktop.models.people import Person
from desktop.models.sealed import Compartment, SealedItem
from desktop.services.staff_names import staff_names
from desktop.storage.unit_of_work import Desk, Reading
from desktop.vault.cases import CaseIndex
from desktop.vault.key_cards import KeyCard

_ITEMS = table_of(SealedItem)


class CaseAccess(StrEnum):
    """By what right somebody reads a case."""

    OWN = "own"
    SUPERVISED = "supervised"
    COVER = "cover"
    TEAM = "team"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """A case that the reader holds a key to; `until` ends a cover, `last_note` is the day of the latest text."""

    id: UUID
    compartment: str
    person: UUID
    person_code: str
    name: str
    access: CaseAccess
    owner: str
    supervisor: str
    until: date | None
    last_note: date | None

    @property
    def mine(self) -> bool:
        """Tell an own case from one that is supervised, covered or the team's."""
        return self.access is CaseAccess.OWN

    @property
    def led(self) -> bool:
        """Say whether the reader may lend the case, hand it over and name its supervisor."""
        return self.access in {CaseAccess.OWN, CaseAccess.SUPERVISED}


def case_lines(desk: Desk, look: Reading, found: Sequence[CaseIndex]) -> list[CaseLine]:
    """Tell of cases whose key is open; a merged file shows as the one it went into."""
    people = _people(look, [one.person for one in found])
    rooms = {row.id: row.code for row in look.rows(sa.select(Compartment.id, Compartment.code))}
    names = staff_names(desk, look)
    days = _last_days(look, [one.case for one in found])
    return [_line(desk, one, rooms[one.compartment], people.get(one.person), names, days) for one in found]


def _people(look: Reading, keys: Iterable[UUID]) -> dict[UUID, sa.Row[Any]]:
    root = aliased(Person)
    question = sa.select(Person.id.label("old"), root.id, root.code, root.given_names, root.family_name)
    joined = question.join(root, Person.canonical_id == root.id).where(Person.id.in_(list(keys)))
    return {row.old: row for row in look.rows(joined)}


def _last_days(look: Reading, cases: Sequence[UUID]) -> dict[UUID, date]:
    latest = sa.select(_ITEMS.c.case_id, sa.func.max(_ITEMS.c.day).label("day")).where(_ITEMS.c.case_id.in_(cases))
    return {row.case_id: row.day for row in look.rows(latest.group_by(_ITEMS.c.case_id))}


def _line(
    desk: Desk, index: CaseIndex, room: str, person: sa.Row[Any] | None, names: dict[bytes, str], days: dict[UUID, date]
) -> CaseLine:
    card = desk.keys.card(index.case)
    access, until = _access(desk, card)
    return CaseLine(
        id=index.case,
        compartment=room,
        person=person.id if person else index.person,
        person_code=person.code if person else index.code,
        name=f"{person.given_names} {person.family_name}".strip() if person else index.name,
        access=access,
        owner=names.get(card.owner, ""),
        supervisor=names.get(card.supervisor, ""),
        until=until,
        last_note=days.get(index.case),
    )


def _access(desk: Desk, card: KeyCard) -> tuple[CaseAccess, date | None]:
    keys = desk.keys
    if keys.identity.kid in (card.owner, card.supervisor):
        return (CaseAccess.OWN if card.owner == keys.identity.kid else CaseAccess.SUPERVISED), None
    lent = [line.last for line in card.to if line.kid == keys.identity.kid and line.open_on(keys.today)]
    return (CaseAccess.COVER, max((day for day in lent if day), default=None)) if lent else (CaseAccess.TEAM, None)
