"""People: finding them, listing them, writing them down."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.centre import Site
from desktop.models.partial_date import PartialDate
from desktop.models.people import Person
from desktop.rights import Permission
from desktop.services.missing import Missing, missing_of
from desktop.services.new_people import NewPerson, insert_people
from desktop.services.people_pages import PeoplePage, PersonSummary, Place, numbered_page, page_after, summaries
from desktop.services.people_search import Wanted, visible_person, wanted_people
from desktop.storage.unit_of_work import Desk, Reading
from desktop.vocabulary import Precision, Sex


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
    missing: tuple[Missing, ...]
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
            return numbered_page(look, Wanted(text=text, site=site, in_house_only=in_house_only), limit, offset)

    def page(self, wanted: Wanted, after: Place | None = None, limit: int = 100) -> PeoplePage:
        """Give the people asked for, from where another page ended; far down a long list costs no more than its top."""
        with self._desk.read(Permission.SEE_PEOPLE) as look:
            return page_after(look, wanted, after, limit)

    def count(self, text: str = "", *, site: UUID | None = None, in_house_only: bool = False) -> int:
        """Say how many people `search` would list without a limit."""
        return self.count_wanted(Wanted(text=text, site=site, in_house_only=in_house_only))

    def count_wanted(self, wanted: Wanted) -> int:
        """Say how many people the pages of `page` hold together."""
        with self._desk.read(Permission.SEE_PEOPLE) as look:
            conditions = wanted_people(look, wanted)
            return int(look.scalar(sa.select(sa.func.count()).select_from(Person).where(*conditions)))

    def short_list(self, text: str = "", limit: int = 50, offset: int = 0) -> list[ShortLine]:
        """Give those who are in the house, with what activities staff may see and nothing else."""
        with self._desk.read(Permission.SEE_SHORT_LIST) as look:
            found = numbered_page(look, Wanted(text=text, in_house_only=True), limit, offset)
        return [ShortLine(id=one.id, name=one.name, sex=one.sex, age=one.age, languages=one.languages) for one in found]

    def file(self, code: str) -> PersonFile:
        """Give the file a code leads to; that of a merged file leads to the file it went into.

        Raises:
            NotFound: no person has this code, or none the reader may see.
        """
        with self._desk.read(Permission.SEE_PEOPLE) as look:
            return _file(look, visible_person(look, code))

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


def _file(look: Reading, row: Any) -> PersonFile:
    birth = PartialDate(row.birth_min, row.birth_max, Precision(row.birth_precision), row.birth_said, row.birth_said_on)
    flagged = sa.select(Person.id).where(Person.canonical_id == row.id, Person.protect_flag)
    return PersonFile(
        summary=summaries(look, [row])[0],
        birth=birth,
        nationality=row.nationality,
        status=row.status,
        origin=row.origin,
        phone=row.phone,
        protect_flag=bool(look.scalar(flagged.limit(1))),
        missing=missing_of(row),
        version_id=row.version_id,
    )
