"""The page of a person tells what each reader may know, and nothing else."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
import sqlalchemy as sa

from desktop.errors import NotAllowed, NotFound
from desktop.models.centre import Bed
from desktop.models.keys import uuid7
from desktop.models.people import Person
from desktop.models.stays import Stay
from desktop.rights import Permission, Role
from desktop.services.attendance import AttendanceService
from desktop.services.consents import Answer, ConsentService
from desktop.services.house import HouseService
from desktop.services.people import PeopleService
from desktop.services.person_page import PersonPageService
from desktop.services.stays import StayService
from desktop.services.timeline import EventKind
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import AttendanceStatus, ConsentAnswer, ConsentPurpose
from tests.conftest import DeskFor
from tests.services.house import MONDAY, House, make_house, moment


@pytest.fixture
def house(desk: Desk) -> House:
    """Give an empty house."""
    return make_house(desk)


def test_stays_tell_the_latest_bed_and_why_somebody_left(house: House) -> None:
    code = house.lodge("Awa KEITA")
    with house.desk.read(Permission.SEE_HOUSE) as look:
        stay, bed = look.scalar(sa.select(Stay.id)), look.scalar(sa.select(Bed.id))
    HouseService(house.desk).place(stay, bed, at=moment(MONDAY, 2))
    page = PersonPageService(house.desk)
    (line,) = page.stays(code)
    assert (line.site, line.room, line.out_at) == ("Bamako", "A1", None)
    assert line.bed is not None
    StayService(house.desk).close(stay, moment(MONDAY, 9), "home")
    (line,) = page.stays(code)
    assert (line.out_at, line.reason) == (moment(MONDAY, 9), "home")


def test_every_purpose_of_consent_is_told_even_when_not_asked(house: House) -> None:
    code = house.lodge("Awa KEITA")
    said = Answer(purpose=ConsentPurpose.PHOTO, answer=ConsentAnswer.REFUSED, said_at=datetime.now(UTC))
    ConsentService(house.desk).record(PeopleService(house.desk).file(code).summary.id, said)
    lines = {line.purpose: line.answer for line in PersonPageService(house.desk).consents(code)}
    assert set(lines) == set(ConsentPurpose)
    photo = lines[ConsentPurpose.PHOTO]
    assert photo is not None
    assert photo.answer is ConsentAnswer.REFUSED
    assert lines[ConsentPurpose.SHARING] is None


def test_the_timeline_tells_everything_in_the_order_of_time_whichever_file_holds_it(house: House) -> None:
    page, people = PersonPageService(house.desk), PeopleService(house.desk)
    code, other = house.lodge("Awa KEITA"), house.lodge("Awa KEYITA")
    AttendanceService(house.desk).mark_by_code(house.plan(hour=5), code, AttendanceStatus.ABSENT)
    stay = _stay_of(house, code)
    with house.desk.read(Permission.SEE_HOUSE) as look:
        bed = look.scalar(sa.select(Bed.id))
    HouseService(house.desk).place(stay, bed, at=moment(MONDAY, 2))
    HouseService(house.desk).take_back([stay], moment(MONDAY, 2))
    HouseService(house.desk).place(stay, bed, at=moment(MONDAY, 3))
    StayService(house.desk).close(stay, moment(MONDAY, 6), "elsewhere", "Kati")
    house.leave(other, moment(MONDAY, 2))
    StayService(house.desk).open(people.file(other).summary.id, house.site, moment(MONDAY, 8), country="LY")
    _merge(house, code, other)
    said = Answer(purpose=ConsentPurpose.PHOTO, answer=ConsentAnswer.REFUSED, said_at=moment(MONDAY, 9))
    ConsentService(house.desk).record(people.file(code).summary.id, said)
    told = page.timeline(code)
    assert not told.older
    assert [(one.kind, one.at.hour, one.what, one.where) for one in told.events] == [
        (EventKind.ANSWERED, 9, "", ""),
        (EventKind.ARRIVED, 8, "", "Bamako"),
        (EventKind.RETURNED, 8, "LY", ""),
        (EventKind.LEFT, 6, "Left for another place", "Kati"),
        (EventKind.MARKED, 5, "Sport", "Bamako"),
        (EventKind.BED, 3, "A1-01", "A1"),
        (EventKind.LEFT, 2, "", ""),
        (EventKind.ARRIVED, 1, "", "Bamako"),
        (EventKind.ARRIVED, 1, "", "Bamako"),
    ]
    assert (told.events[0].answer, told.events[4].mark) == (ConsentAnswer.REFUSED, AttendanceStatus.ABSENT)


def test_the_timeline_gives_the_latest_and_says_that_there_are_older_ones(house: House) -> None:
    code = house.lodge("Awa KEITA")
    service = AttendanceService(house.desk)
    first, second, unmarked = house.plan(hour=9), house.plan(day=1), house.plan(day=2)
    service.mark_by_code(first, code, AttendanceStatus.ABSENT)
    service.mark_by_code(second, code, AttendanceStatus.LATE)
    service.open_sheet(unmarked)
    page = PersonPageService(house.desk)
    told = page.timeline(code, 2)
    assert [one.mark for one in told.events] == [AttendanceStatus.LATE, AttendanceStatus.ABSENT]
    assert told.older
    assert (len(page.timeline(code, 3).events), page.timeline(code, 3).older) == (3, False)


def test_colleagues_of_another_site_find_nobody(house: House, desk_for: DeskFor) -> None:
    code = house.lodge("Awa KEITA")
    page = PersonPageService(desk_for(*Role, sites=frozenset({uuid7()})))
    for part in (page.stays, page.consents, page.timeline):
        with pytest.raises(NotFound):
            part(code)


def test_each_part_asks_for_its_own_right(house: House, desk_for: DeskFor) -> None:
    code = house.lodge("Awa KEITA")
    AttendanceService(house.desk).mark_by_code(house.plan(), code, AttendanceStatus.LATE)
    said = Answer(purpose=ConsentPurpose.PHOTO, answer=ConsentAnswer.GIVEN, said_at=moment(MONDAY, 9))
    ConsentService(house.desk).record(PeopleService(house.desk).file(code).summary.id, said)
    mobile, activities = PersonPageService(desk_for(Role.MOBILE_TEAM)), PersonPageService(desk_for(Role.ACTIVITIES))
    # The mobile team does not see the house, reception sees all of these.
    assert {one.kind for one in mobile.timeline(code).events} == {EventKind.MARKED, EventKind.ANSWERED}
    reception = PersonPageService(desk_for(Role.RECEPTION)).timeline(code)
    assert {one.kind for one in reception.events} == {EventKind.MARKED, EventKind.ANSWERED, EventKind.ARRIVED}
    for refused in (mobile.stays, activities.stays, activities.consents, activities.timeline):
        with pytest.raises(NotAllowed):
            refused(code)


def _stay_of(house: House, code: str) -> UUID:
    with house.desk.read(Permission.SEE_HOUSE) as look:
        key: UUID = look.scalar(sa.select(Stay.id).join(Person).where(Person.code == code))
    return key


def _merge(house: House, code: str, other: str) -> None:
    with house.desk.begin(Permission.EDIT_PEOPLE) as work:
        kept = work.scalar(sa.select(Person.id).where(Person.code == code))
        merged = {"merged_into": kept, "canonical_id": kept}
        work.run(sa.update(Person).where(Person.code == other).values(merged))
        work.trace("merge")
