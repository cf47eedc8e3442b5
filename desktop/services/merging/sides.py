"""One of two people held side by side, as far as they are known."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.formats import short_date
from desktop.models.people import Person
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two people who look alike, as far as they are known; `code` is empty for a line of a list."""

    code: str
    name: str
    sex: Sex
    birth: str
    origin: str
    phone: str


def born(first: date | None, last: date | None, said: str | None) -> str:
    """Give a birth as two lists can be compared: a day as the office writes days, else what was said."""
    return short_date(first) if first is not None and first == last else said or ""


def side_of(row: Any) -> Side:
    """Give a person from their row."""
    return Side(
        code=row.code,
        name=f"{row.given_names} {row.family_name}".strip(),
        sex=row.sex,
        birth=born(row.birth_min, row.birth_max, row.birth_said),
        origin=row.origin or "",
        phone=row.phone or "",
    )


def sides_of(look: Reading, keys: set[UUID]) -> dict[UUID, Side]:
    """Give people by their keys."""
    return {row.id: side_of(row) for row in look.rows(sa.select(Person.__table__).where(Person.id.in_(sorted(keys))))}
