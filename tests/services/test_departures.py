"""A child is handed over whole or stays; an absence, a hospital and a death say who was told."""

from dataclasses import replace
from io import BytesIO
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from desktop.errors import ChangedMeanwhile, NotAllowed, NotFound
from desktop.models.stays import Departure
from desktop.rights import Permission, Role
from desktop.services.departures import (
    LACKING_WORDS,
    DepartureService,
    GrownUp,
    Handover,
    HandoverIncomplete,
    NobodyTold,
    Notice,
    OwnProcedure,
)
from desktop.services.departures.answers import ToldToCome, WitnessIsSelf
from desktop.services.house_board import HouseBoardService
from desktop.services.stays import StayService
from desktop.storage.unit_of_work import Desk
from tests.conftest import DeskFor
from tests.services.house import MONDAY, House, make_house, moment

EVENING = moment(MONDAY, 20)
WHOLE = Handover(
    receiver="Awa Sow",
    link="mother",
    identity="NINA 1234",
    heard_by="Mariam, 24/11",
    decided_by="Juge des enfants",
    decision="12/2026",
    witness="Oumou Bah",
)


@pytest.fixture
def house(desk: Desk) -> House:
    """Give a house with one room of three beds."""
    return make_house(desk)


def lodge(house: House, age: int | None) -> UUID:
    code = house.lodge("Yaya Sow", age=age)
    return next(one.stay for one in HouseBoardService(house.desk).board(house.site).waiting if one.code == code)


def here(house: House) -> int:
    return len(HouseBoardService(house.desk).board(house.site).waiting)


@pytest.mark.parametrize("age", [9, None])
def test_a_child_or_a_doubtful_age_leaves_by_a_whole_handover_with_its_sheet(house: House, age: int | None) -> None:
    stay, service = lodge(house, age), DepartureService(house.desk)
    with pytest.raises(NotFound):
        service.handover_sheet(stay, BytesIO())
    service.hand_over(stay, EVENING, "family", WHOLE, "Kayes")
    assert here(house) == 0
    with house.desk.read(Permission.SEE_HOUSE) as look:
        kept = look.row(sa.select(Departure.__table__).where(Departure.stay_id == stay))
    assert kept is not None
    assert (kept.receiver, kept.receiver_link, kept.witness) == ("Awa Sow", "mother", "Oumou Bah")
    paper = BytesIO()
    service.handover_sheet(stay, paper)
    assert paper.getvalue().startswith(b"%PDF")


@pytest.mark.parametrize("lacking", LACKING_WORDS)
def test_a_handover_that_lacks_anything_keeps_the_child_here(house: House, lacking: str) -> None:
    stay = lodge(house, 9)
    with pytest.raises(HandoverIncomplete) as refusal:
        DepartureService(house.desk).hand_over(stay, EVENING, "family", replace(WHOLE, **{lacking: " "}))
    assert refusal.value.details["missing"] == (lacking,)
    assert here(house) == 1


def test_an_adult_is_not_handed_over_and_no_child_goes_by_itself_or_before_one_witness(house: House) -> None:
    child, adult, service = lodge(house, 9), lodge(house, 30), DepartureService(house.desk)
    with pytest.raises(GrownUp):
        service.hand_over(adult, EVENING, "family", WHOLE)
    for reason in ("own_will", "death", "no such reason"):
        with pytest.raises(NotFound):
            service.hand_over(child, EVENING, reason, WHOLE)
    with pytest.raises(WitnessIsSelf):
        service.hand_over(child, EVENING, "family", replace(WHOLE, witness=house.desk.member.name.upper()))
    assert here(house) == 2


@pytest.mark.parametrize("reason", ["hospital", "not_found", "death"])
def test_such_an_exit_says_who_was_told_whatever_the_age(house: House, reason: str) -> None:
    stay, service = lodge(house, 9), DepartureService(house.desk)
    with pytest.raises(OwnProcedure):
        StayService(house.desk).close(stay, EVENING, reason)
    with pytest.raises(NobodyTold):
        service.leave_with_notice(stay, EVENING, reason, Notice(told=" ", told_at=EVENING))
    with pytest.raises(ToldToCome):
        service.leave_with_notice(stay, EVENING, reason, Notice(told="Police", told_at=EVENING.replace(year=2999)))
    with pytest.raises(NotFound):
        service.leave_with_notice(stay, EVENING, "home", Notice(told="Police", told_at=EVENING))
    assert here(house) == 1
    service.leave_with_notice(stay, EVENING, reason, Notice(told="Police", told_at=EVENING))
    assert here(house) == 0


def test_coming_back_opens_the_stay_again_and_keeps_what_was_written(house: House) -> None:
    stay, service = lodge(house, 30), DepartureService(house.desk)
    service.leave_with_notice(stay, EVENING, "not_found", Notice(told="Police", told_at=EVENING))
    service.come_back(stay)
    assert here(house) == 1
    with house.desk.read(Permission.SEE_HOUSE) as look:
        (kept,) = look.rows(sa.select(Departure.told, Departure.removed_why).where(Departure.stay_id == stay))
    assert tuple(kept) == ("Police", "came back")
    service.leave_with_notice(stay, EVENING, "death", Notice(told="Police", told_at=EVENING))
    with pytest.raises(ChangedMeanwhile):
        service.come_back(stay)


def test_staff_of_another_site_write_nobody_out(house: House, desk_for: DeskFor) -> None:
    stay = lodge(house, 9)
    elsewhere = DepartureService(desk_for(Role.RECEPTION, sites=frozenset({uuid4()})))
    with pytest.raises(NotAllowed):
        elsewhere.hand_over(stay, EVENING, "family", WHOLE)
    with pytest.raises(NotAllowed):
        elsewhere.leave_with_notice(stay, EVENING, "death", Notice(told="Police", told_at=EVENING))
    assert here(house) == 1
