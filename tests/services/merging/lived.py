"""Two files that may be one person, and a third: each came, lodged, left, came back, was marked and was asked."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa

from desktop.models.people import Person
from desktop.models.stays import Stay
from desktop.rights import Permission
from desktop.services.attendance import AttendanceService
from desktop.services.consents import Answer, ConsentService
from desktop.services.convoys import ConvoyPeopleService, ConvoyService
from desktop.services.house import HouseService
from desktop.services.stays import StayService
from desktop.spreadsheets.sources import Pasted
from desktop.vocabulary import AttendanceStatus, ConsentAnswer, ConsentPurpose
from tests.services.house import MONDAY, House, board_of, moment

HEADINGS = "Nom\tPrénom\tSexe\tNé le"
SHARED = 9  # the hour of the session where both were marked


@dataclass(frozen=True, slots=True)
class Lived:
    """The codes of the three, the older first, and the session at which the first two were marked."""

    house: House
    older: str
    newer: str
    third: str
    shared: str
    imports: tuple[UUID, ...]


def live(house: House) -> Lived:
    """Bring three people in whose names sound alike, and let the first two live at the centre."""
    written = ("KEITA\tMoussa\tM\t14/03/1998", "KEYITA\tMousa\tM\t1998", "KEITA\tMoussa\tM\t1998")
    imports = tuple(_bring(house, line, moment(MONDAY, hour)) for hour, line in enumerate(written, 1))
    with house.desk.read(Permission.SEE_PEOPLE) as look:
        older, newer, third = (row.code for row in look.rows(sa.select(Person.code).order_by(Person.id)))
    shared = house.plan(hour=SHARED)
    for number, code in enumerate((older, newer)):
        _stay_on(house, code, number)
        AttendanceService(house.desk).mark_by_code(shared, code, AttendanceStatus.PRESENT)
    return Lived(house, older, newer, third, shared, imports)


def close_older(lived: Lived) -> None:
    """Let the stay of the older file be over: the two may become one."""
    desk = lived.house.desk
    StayService(desk).close(_open_stay(lived.house, key_of(lived.house, lived.older)), moment(MONDAY, 12), "home")


def key_of(house: House, code: str) -> UUID:
    """Give the key of a file."""
    with house.desk.read(Permission.SEE_PEOPLE) as look:
        key: UUID = look.scalar(sa.select(Person.id).where(Person.code == code))
    return key


def _bring(house: House, line: str, at: datetime) -> UUID:
    list_ = Pasted(f"{HEADINGS}\n{line}\n", "Pasted list")
    return ConvoyService(house.desk).import_list(list_, "BKO", at).import_id


def _stay_on(house: House, code: str, number: int) -> None:
    """Let somebody leave and come back, get a wristband and a bed, be marked, and answer."""
    desk, key = house.desk, key_of(house, code)
    StayService(desk).close(_open_stay(house, key), moment(MONDAY, 5 + number), ("home", "family")[number])
    back = moment(MONDAY, 7) + timedelta(minutes=number)
    stay = StayService(desk).open(key, house.site, back, country=("DZ", "LY")[number])
    ConvoyPeopleService(desk).wear(stay, ("101", "202")[number])
    bed = next(bed.id for room in board_of(desk, house.site).rooms for bed in room.beds if bed.person is None)
    HouseService(desk).place(stay, bed, at=back)
    attendance, own, nameless = AttendanceService(desk), house.plan(day=1 + number), house.plan(day=3 + number)
    attendance.mark_by_code(own, code, AttendanceStatus.LATE)
    attendance.join_anonymous(nameless, attendance.add_anonymous(nameless), code)
    purpose = (ConsentPurpose.PHOTO, ConsentPurpose.SERVICES)[number]
    ConsentService(desk).record(key, Answer(purpose=purpose, answer=ConsentAnswer.GIVEN, said_at=moment(MONDAY, 8)))


def _open_stay(house: House, person: UUID) -> UUID:
    with house.desk.read(Permission.SEE_HOUSE) as look:
        key: UUID = look.scalar(sa.select(Stay.id).where(Stay.person_id == person, Stay.out_at.is_(None)))
    return key
