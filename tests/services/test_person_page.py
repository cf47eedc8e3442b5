"""The page of a person tells what each reader may know, and nothing else."""

from datetime import UTC, datetime, timedelta

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


def test_returns_stand_the_latest_first_whichever_file_they_were_written_in(house: House) -> None:
    stays, people = StayService(house.desk), PeopleService(house.desk)
    code, other = house.lodge("Awa KEITA"), house.lodge("Awa KEYITA")
    for number, one in enumerate((code, other)):
        house.leave(one, moment(MONDAY, 2))
        arrived = moment(MONDAY, 5) + timedelta(days=number)
        stays.open(people.file(one).summary.id, house.site, arrived, country=("DZ", "LY")[number])
        house.leave(one, arrived + timedelta(hours=1))
    with house.desk.begin(Permission.EDIT_PEOPLE) as work:
        kept = work.scalar(sa.select(Person.id).where(Person.code == code))
        merged = {"merged_into": kept, "canonical_id": kept}
        work.run(sa.update(Person).where(Person.code == other).values(merged))
        work.trace("merge")
    assert [line.country for line in PersonPageService(house.desk).returns(code)] == ["LY", "DZ"]


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


def test_the_timeline_holds_marks_the_latest_first_and_nothing_unmarked(house: House) -> None:
    code = house.lodge("Awa KEITA")
    service = AttendanceService(house.desk)
    first, second, unmarked = house.plan(hour=9), house.plan(day=1), house.plan(day=2)
    service.mark_by_code(first, code, AttendanceStatus.ABSENT)
    service.mark_by_code(second, code, AttendanceStatus.LATE)
    service.open_sheet(unmarked)
    lines = PersonPageService(house.desk).attendance(code)
    assert [(line.session, line.status) for line in lines] == [
        (second, AttendanceStatus.LATE),
        (first, AttendanceStatus.ABSENT),
    ]
    assert len(PersonPageService(house.desk).attendance(code, limit=1)) == 1


def test_colleagues_of_another_site_find_nobody(house: House, desk_for: DeskFor) -> None:
    code = house.lodge("Awa KEITA")
    page = PersonPageService(desk_for(*Role, sites=frozenset({uuid7()})))
    for part in (page.returns, page.stays, page.consents, page.attendance):
        with pytest.raises(NotFound):
            part(code)


def test_each_part_asks_for_its_own_right(house: House, desk_for: DeskFor) -> None:
    code = house.lodge("Awa KEITA")
    mobile, activities = PersonPageService(desk_for(Role.MOBILE_TEAM)), PersonPageService(desk_for(Role.ACTIVITIES))
    assert mobile.returns(code) == []
    assert activities.attendance(code) == []
    for refused in (mobile.stays, activities.returns, activities.stays, activities.consents):
        with pytest.raises(NotAllowed):
            refused(code)
    with pytest.raises(NotAllowed):
        PersonPageService(desk_for(Role.MONITORING)).attendance(code)
