"""People, their returns and stays, and what they came to, written through the program's own statements."""

from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID

import sqlalchemy as sa

from desktop.models.activity import ActivityType, Attendance, AttendanceMark, Session
from desktop.models.keys import uuid7
from desktop.models.partial_date import parse_birth
from desktop.models.stays import Return, Stay
from desktop.services.codes import mint_many
from desktop.services.new_people import NewPerson, insert_people
from desktop.storage.unit_of_work import UnitOfWork
from desktop.vocabulary import COUNTING, AttendanceStatus, MarkSource, Sex
from tests.benchmarks.names import Names

MONDAY = datetime(2026, 11, 16, tzinfo=UTC)
_FIRST_YEAR, _YEARS = 2020, 6
_IN_HOUSE = 300
_A_SESSION = 40
_A_WEEK = 35


class Lives:
    """Writes one centre."""

    def __init__(self, work: UnitOfWork, chance: Random, site: UUID) -> None:
        self._work, self._chance, self._site = work, chance, site
        self._names = Names(chance)
        self._people: list[UUID] = []

    def bring(self, count: int) -> None:
        """Bring people in, evenly over the years; the last of them are still in the house."""
        for place in range(_YEARS):
            share = count // _YEARS + (count % _YEARS if place == _YEARS - 1 else 0)
            people = [self._person(_FIRST_YEAR + place) for _ in range(share)]
            keys = insert_people(self._work, people, site_code="BKO", year=_FIRST_YEAR + place)
            self._lodge(keys, _FIRST_YEAR + place, last=place == _YEARS - 1)
            self._people += keys

    def gather(self, marks: int) -> None:
        """Hold a few sessions every week back from `MONDAY`, each with its marks."""
        kinds = list(self._work.connection.scalars(sa.select(ActivityType.id)))
        count = max(1, marks // _A_SESSION)
        codes = mint_many(self._work, "session", "BKO", 0, count)
        for place, code in enumerate(codes):
            starts = MONDAY - timedelta(weeks=place // _A_WEEK) + timedelta(days=place % 7, hours=8 + place % 9)
            key = self._work.insert(
                Session, code=code, type_id=kinds[place % len(kinds)], site_id=self._site, on_date=starts.date(),
                starts_at=starts, ends_at=starts + timedelta(hours=1),
            )  # fmt: skip
            self._mark(key, starts, min(_A_SESSION, marks - place * _A_SESSION))

    def _person(self, year: int) -> NewPerson:
        chance, names = self._chance, self._names
        woman = chance.randrange(10) == 0
        family = names.family()
        return NewPerson(
            given_names=names.given(woman=woman),
            family_name=family,
            sex=Sex.FEMALE if woman else Sex.MALE,
            birth=parse_birth(min(70, max(1, round(chance.gauss(27, 9)))), datetime(year, 6, 1, tzinfo=UTC).date()),
            phone=f"+2237{chance.randrange(10_000_000):07d}" if chance.random() < 0.6 else None,
            father=f"{names.given(woman=False)} {family}" if chance.random() < 0.5 else "",
            mother=f"{names.given(woman=True)} {names.family()}" if chance.random() < 0.5 else "",
            aliases=(f"{names.given(woman=woman)} {family}",) if chance.randrange(12) == 0 else (),
        )

    def _lodge(self, people: list[UUID], year: int, *, last: bool) -> None:
        returns, stays = [], []
        for place, person in enumerate(people):
            arrived = datetime(year, 1, 1, 21, tzinfo=UTC) + timedelta(days=340 * place // len(people))
            here = last and place >= len(people) - _IN_HOUSE
            left = None if here else arrived + timedelta(days=self._chance.randrange(2, 20))
            key = uuid7()
            returns.append({"id": key, "person_id": person, "arrived_at": arrived, "arrived_on": arrived.date()})
            stays.append(
                {"person_id": person, "return_id": key, "site_id": self._site, "in_at": arrived, "out_at": left}
            )
        self._work.insert_many(Return, returns)
        self._work.insert_many(Stay, stays)

    def _mark(self, session: UUID, at: datetime, count: int) -> None:
        lines, marks = [], []
        for person in self._chance.sample(self._people, min(count, len(self._people))):
            key, status = uuid7(), self._chance.choice([AttendanceStatus.PRESENT] * 6 + list(AttendanceStatus))
            done = {"status": status, "counted": status in COUNTING, "marked_at": at}
            lines.append({"id": key, "session_id": session, "person_id": person, **done})
            marks.append({"id": uuid7(), "attendance_id": key, "status": status, "at": at, "source": MarkSource.KEYS,
                          "reason": None, "created_at": at, "created_by": self._work.member.id})  # fmt: skip
        self._work.insert_many(Attendance, lines)
        self._work.run(sa.insert(AttendanceMark), marks)
