"""People as lists read them: a page at a time, each beginning where the one before ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.models.centre import Site
from desktop.models.partial_date import PartialDate
from desktop.models.people import Person
from desktop.models.stays import Stay
from desktop.services.people_search import Wanted, first_wanted
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSummary:
    """One line of a list of people; `site` is the code of the site of the latest stay."""

    id: UUID
    code: str
    given_names: str
    family_name: str
    sex: Sex
    age: int | None
    child: bool
    languages: str
    site: str | None
    in_house: bool

    @property
    def name(self) -> str:
        """Give the whole name, as people say it."""
        return f"{self.given_names} {self.family_name}".strip()


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the order of the list a page ended."""

    sort_key: str
    id: UUID


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Some lines of a list, and where they ended, or None at the end of the list."""

    lines: list[PersonSummary]
    end: Place | None


_SHOWN = (
    Person.id,
    Person.code,
    Person.given_names,
    Person.family_name,
    Person.sex,
    Person.languages,
    Person.birth_min,
    Person.birth_max,
    Person.sort_key,
)


def page_after(look: Reading, wanted: Wanted, after: Place | None, limit: int) -> PeoplePage:
    """Give the page that follows `after`; one line more than wanted is asked for, to know whether there is more."""
    place = None if after is None else (after.sort_key, after.id)
    first = first_wanted(look, wanted, limit + 1, place)
    question = sa.select(*_SHOWN).where(*first).order_by(Person.sort_key, Person.id)
    if after is not None:
        further = sa.tuple_(sa.literal(after.sort_key), sa.literal(after.id, Person.__table__.c.id.type))
        question = question.where(sa.tuple_(Person.sort_key, Person.id) > further)
    rows = look.rows(question.limit(limit + 1))
    shown = rows[:limit]
    end = Place(shown[-1].sort_key, shown[-1].id) if len(rows) > limit else None
    return PeoplePage(summaries(look, shown), end)


def numbered_page(look: Reading, wanted: Wanted, limit: int, offset: int) -> list[PersonSummary]:
    """Give `limit` lines from the one numbered `offset` on."""
    question = sa.select(*_SHOWN).where(*first_wanted(look, wanted, offset + limit))
    return summaries(look, look.rows(question.order_by(Person.sort_key, Person.id).limit(limit).offset(offset)))


def summaries(look: Reading, rows: Sequence[Any]) -> list[PersonSummary]:
    """Give the lines that rows of `Person` make."""
    homes = _latest_stays(look, [row.id for row in rows])
    return [_summary(row, homes, look.now.date()) for row in rows]


def _summary(row: Any, homes: dict[UUID, tuple[str, bool]], today: date) -> PersonSummary:
    birth = PartialDate(row.birth_min, row.birth_max)
    site, in_house = homes.get(row.id, (None, False))
    return PersonSummary(
        id=row.id,
        code=row.code,
        given_names=row.given_names,
        family_name=row.family_name,
        sex=row.sex,
        age=birth.age_on(today),
        child=birth.is_child_on(today),
        languages=row.languages,
        site=site,
        in_house=in_house,
    )


def _latest_stays(look: Reading, people: Sequence[UUID]) -> dict[UUID, tuple[str, bool]]:
    found: dict[UUID, tuple[str, bool]] = {}
    for row in look.rows(_stays_question(), {"people": people, "now": look.now}):
        open_now = row.out_at is None or row.out_at > look.now
        if open_now or not found.get(row.canonical_id, ("", False))[1]:
            found[row.canonical_id] = (row.code, open_now)
    return found


@cache
def _stays_question() -> sa.Select[UUID, str, datetime, datetime | None]:
    """Build the question once: building it took longer than the answer."""
    owner = aliased(Person)
    return (
        sa.select(owner.canonical_id, Site.code, Stay.in_at, Stay.out_at)
        .join(Stay, Stay.person_id == owner.id)
        .join(Site, Stay.site_id == Site.id)
        .where(owner.canonical_id.in_(sa.bindparam("people", expanding=True)))
        .where(Stay.removed_at.is_(None), Stay.in_at <= sa.bindparam("now"))
        .order_by(Stay.in_at)
    )
