"""People: finding them, listing them, writing them down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.errors import NotFound
from desktop.models.centre import Site
from desktop.models.codes import tidy
from desktop.models.partial_date import PartialDate
from desktop.models.people import Person
from desktop.models.stays import Stay
from desktop.rights import Permission
from desktop.services.new_people import NewPerson, insert_people
from desktop.services.people_search import Wanted, wanted_people
from desktop.storage.unit_of_work import Desk, Reading
from desktop.vocabulary import Precision, Sex


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFile:
    """The identity of one person, as the file shows it."""

    summary: PersonSummary
    birth: PartialDate
    nationality: str | None
    status: str | None
    origin: str | None
    phone: str | None
    protect_flag: bool
    to_complete: str
    version_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortLine:
    """All that activities staff see of somebody."""

    id: UUID
    name: str
    sex: Sex
    age: int | None
    languages: str


class PeopleService:
    """Find people and write them down."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def search(
        self, text: str = "", limit: int = 50, offset: int = 0, *, site: UUID | None = None, in_house_only: bool = False
    ) -> list[PersonSummary]:
        """Give those whose names hold every typed word (the beginning of it), or whose code begins so.

        Finished words are also matched by sound. No text: everybody. In the order of family names.
        """
        with self._desk.read(Permission.SEE_PEOPLE) as look:
            return _page(look, Wanted(text=text, site=site, in_house_only=in_house_only), limit, offset)

    def count(self, text: str = "", *, site: UUID | None = None, in_house_only: bool = False) -> int:
        """Say how many people `search` would list without a limit."""
        with self._desk.read(Permission.SEE_PEOPLE) as look:
            conditions = wanted_people(look, Wanted(text=text, site=site, in_house_only=in_house_only))
            return int(look.scalar(sa.select(sa.func.count()).select_from(Person).where(*conditions)))

    def short_list(self, text: str = "", limit: int = 50, offset: int = 0) -> list[ShortLine]:
        """Give those who are in the house, with what activities staff may see and nothing else."""
        with self._desk.read(Permission.SEE_SHORT_LIST) as look:
            found = _page(look, Wanted(text=text, in_house_only=True), limit, offset)
        return [ShortLine(id=one.id, name=one.name, sex=one.sex, age=one.age, languages=one.languages) for one in found]

    def file(self, code: str) -> PersonFile:
        """Give the file a code leads to; that of a merged file leads to the file it went into.

        Raises:
            NotFound: no person has this code, or none the reader may see.
        """
        with self._desk.read(Permission.SEE_PEOPLE) as look:
            root = look.scalar(sa.select(Person.canonical_id).where(Person.code == tidy(code)))
            row = look.row(sa.select(Person.__table__).where(*wanted_people(look, Wanted()), Person.id == root))
            if row is None:
                raise NotFound(code=code)
            return _file(look, row)

    def add(self, person: NewPerson, site: UUID) -> UUID:
        """Write one person down with a code of the site.

        Raises:
            NotAllowed: the member of staff works at other sites.
            NotFound: there is no such site.
            NumbersUsedUp: this computer has no numbers left.
        """
        with self._desk.begin(Permission.EDIT_PEOPLE) as work:
            work.check_site(site)
            place = work.row(sa.select(Site.code, Site.zone).where(Site.id == site))
            if place is None:
                raise NotFound(code=site)
            year = work.now.astimezone(ZoneInfo(place.zone)).year
            (key,) = insert_people(work, [person], site_code=place.code, year=year)
            work.trace("add person", "person", key, ["name", "sex", "birth"])
        return key


_SHOWN = (
    Person.id,
    Person.code,
    Person.given_names,
    Person.family_name,
    Person.sex,
    Person.languages,
    Person.birth_min,
    Person.birth_max,
)


def _page(look: Reading, wanted: Wanted, limit: int, offset: int) -> list[PersonSummary]:
    question = sa.select(*_SHOWN).where(*wanted_people(look, wanted))
    rows = look.rows(question.order_by(Person.sort_key, Person.id).limit(limit).offset(offset))
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
    owner = aliased(Person)
    question = (
        sa.select(owner.canonical_id, Site.code, Stay.in_at, Stay.out_at)
        .join(Stay, Stay.person_id == owner.id)
        .join(Site, Stay.site_id == Site.id)
        .where(owner.canonical_id.in_(people), Stay.removed_at.is_(None), Stay.in_at <= look.now)
        .order_by(Stay.in_at)
    )
    found: dict[UUID, tuple[str, bool]] = {}
    for row in look.rows(question):
        open_now = row.out_at is None or row.out_at > look.now
        if open_now or not found.get(row.canonical_id, ("", False))[1]:
            found[row.canonical_id] = (row.code, open_now)
    return found


def _file(look: Reading, row: Any) -> PersonFile:
    birth = PartialDate(row.birth_min, row.birth_max, Precision(row.birth_precision), row.birth_said, row.birth_said_on)
    return PersonFile(
        summary=_summary(row, _latest_stays(look, [row.id]), look.now.date()),
        birth=birth,
        nationality=row.nationality,
        status=row.status,
        origin=row.origin,
        phone=row.phone,
        protect_flag=row.protect_flag,
        to_complete=row.to_complete,
        version_id=row.version_id,
    )
