"""A small house for the tests of the week: a site, people of known ages, stays with known hours."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import sqlalchemy as sa

from desktop.models.partial_date import parse_birth
from desktop.models.people import Person, Wristband
from desktop.models.stays import Stay
from desktop.rights import Permission
from desktop.services.board_lines import Board
from desktop.services.centre_setup import CentreSetupService, RoomPlan
from desktop.services.house_board import HouseBoardService
from desktop.services.new_people import NewPerson, insert_people
from desktop.services.planning import PlanningService, SessionPlan
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import Sex

MONDAY = date(2026, 11, 16)


@dataclass(frozen=True, slots=True)
class House:
    """The site and its desk."""

    desk: Desk
    site: UUID

    def lodge(self, name: str, *, sex: Sex = Sex.MALE, age: int | None = 25, arrived: datetime | None = None) -> str:
        """Bring somebody in, and give their code."""
        given, _, family = name.partition(" ")
        birth = parse_birth(age, MONDAY)
        with self.desk.begin(Permission.EDIT_PEOPLE) as work:
            person = NewPerson(given_names=given, family_name=family, sex=sex, birth=birth)
            key = insert_people(work, [person], site_code="BKO", year=2026)[0]
            work.insert(Stay, person_id=key, site_id=self.site, in_at=arrived or moment(MONDAY, 1))
            work.trace("lodge")
            code: str = work.scalar(sa.select(Person.code).where(Person.id == key))
        return code

    def wear(self, name: str, number: str) -> str:
        """Give somebody in the house a wristband, and give their code."""
        with self.desk.begin(Permission.RUN_HOUSE) as work:
            given, _, family = name.partition(" ")
            found = (Person.given_names == given, Person.family_name == family)
            row = work.row(sa.select(Person.code, Stay.id).join(Stay, Stay.person_id == Person.id).where(*found))
            assert row is not None
            work.insert(Wristband, stay_id=row.id, site_id=self.site, number=number)
            work.trace("wear")
        code: str = row.code
        return code

    def leave(self, code: str, out_at: datetime) -> None:
        """Let somebody go."""
        with self.desk.begin(Permission.RUN_HOUSE) as work:
            person = sa.select(Person.id).where(Person.code == code).scalar_subquery()
            work.run(sa.update(Stay).where(Stay.person_id == person).values(out_at=out_at))
            work.trace("leave")

    def plan(self, activity: str = "sport", day: int = 0, hour: int = 9, site: str = "BKO") -> str:
        """Plan a session on a day of the week of `MONDAY`."""
        on = MONDAY + timedelta(days=day)
        return PlanningService(self.desk).create(SessionPlan(activity=activity, site=site, on=on, at=time(hour)))


def moment(day: date, hour: int) -> datetime:
    """Give an hour of a day; Bamako keeps UTC."""
    return datetime.combine(day, time(hour), UTC)


def board_of(desk: Desk, site: UUID) -> Board:
    """Give the rooms, beds and people of a site as they are now."""
    return HouseBoardService(desk).board(site)


def make_house(desk: Desk) -> House:
    """Set a site up with its lists."""
    setup = CentreSetupService(desk)
    setup.seed_lists()
    return House(desk, setup.add_site("BKO", "Bamako", [RoomPlan(name="A1", beds=3)]))
