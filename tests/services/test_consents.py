"""Consents hold for one return only (invariant 28)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from desktop.errors import NotAllowed, NotFound
from desktop.models.accounts import Device
from desktop.models.centre import Site
from desktop.models.keys import uuid7
from desktop.models.people import Person
from desktop.models.stays import Return
from desktop.rights import Permission, Role
from desktop.services.codes import give_range
from desktop.services.consents import Answer, ConsentService
from desktop.services.new_people import NewPerson, insert_people
from desktop.services.stay_rows import open_stay
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import ConsentAnswer, ConsentPurpose
from tests.conftest import DeskFor

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
SHARING = ConsentPurpose.SHARING


def _answer(answer: ConsentAnswer = ConsentAnswer.GIVEN, hours: int = 0) -> Answer:
    return Answer(
        purpose=SHARING,
        answer=answer,
        said_at=NOON + timedelta(hours=hours),
        items=("name", "need"),
        organisations=("CSREF-6",),
    )


@pytest.fixture
def person(desk: Desk) -> UUID:
    with desk.begin(Permission.MANAGE_CENTRE) as work:
        site = work.insert(Site, code="BKO", name="Bamako")
        give_range(work, work.insert(Device, letter="A", name=""), "person", "BKO")
        (key,) = insert_people(work, [NewPerson(given_names="Awa")], site_code="BKO", year=2026)
        open_stay(work, key, site, NOON)
        work.trace("arrive")
    return key


def test_what_was_not_asked_opens_nothing(desk: Desk, person: UUID) -> None:
    consents = ConsentService(desk)
    assert consents.in_force(person, SHARING) is None
    assert not consents.covers(person, SHARING)


def test_consent_covers_what_it_names_and_nothing_else(desk: Desk, person: UUID) -> None:
    consents = ConsentService(desk)
    consents.record(person, _answer())
    assert consents.in_force(person, SHARING) == replace(_answer(), explained_by="Test")
    assert consents.covers(person, SHARING, ["name"], "CSREF-6")
    assert not consents.covers(person, SHARING, ["name", "phone"], "CSREF-6")
    assert not consents.covers(person, SHARING, ["name"], "POLICE")
    assert not consents.covers(person, ConsentPurpose.PHOTO)


@pytest.mark.parametrize("later", [ConsentAnswer.REFUSED, ConsentAnswer.WITHDRAWN])
def test_the_latest_answer_is_in_force(desk: Desk, person: UUID, later: ConsentAnswer) -> None:
    consents = ConsentService(desk)
    consents.record(person, _answer())
    consents.record(person, _answer(later, hours=1))
    assert not consents.covers(person, SHARING)


def test_an_earlier_returns_consent_opens_nothing(desk: Desk, person: UUID) -> None:
    consents = ConsentService(desk)
    consents.record(person, _answer())
    with desk.begin(Permission.RUN_HOUSE) as work:
        later = NOON + timedelta(days=300)
        work.insert(Return, person_id=person, arrived_at=later, arrived_on=later.date())
        work.trace("return")
    assert consents.in_force(person, SHARING) is None


def test_consent_given_in_a_merged_file_is_found_from_the_other(desk: Desk, person: UUID) -> None:
    consents = ConsentService(desk)
    with desk.begin(Permission.EDIT_PEOPLE) as work:
        (other,) = insert_people(work, [NewPerson(given_names="Awa")], site_code="BKO", year=2026)
        work.run(sa.update(Person).where(Person.id == person).values(merged_into=other, canonical_id=other))
        work.trace("merge")
    consents.record(person, _answer())
    assert consents.covers(other, SHARING, ["name"], "CSREF-6")


def test_without_the_right_consents_stay_unknown(desk_for: DeskFor, desk: Desk, person: UUID) -> None:
    activities = ConsentService(desk_for(Role.ACTIVITIES))
    with pytest.raises(NotAllowed):
        activities.in_force(person, SHARING)
    with pytest.raises(NotAllowed):
        activities.covers(person, SHARING)
    with pytest.raises(NotAllowed):
        ConsentService(desk_for(Role.RECEPTION)).record(person, _answer())
    with pytest.raises(NotFound):
        ConsentService(desk).record(uuid7(), _answer())


def test_whoever_writes_no_referral_sees_the_answer_but_not_to_whom(
    desk: Desk, desk_for: DeskFor, person: UUID
) -> None:
    said = replace(_answer(), withheld="FAMILY")
    ConsentService(desk).record(person, said)
    reception = ConsentService(desk_for(Role.RECEPTION)).in_force(person, SHARING)
    assert reception is not None
    assert (reception.answer, reception.said_at) == (said.answer, said.said_at)
    assert (reception.items, reception.organisations, reception.withheld) == ((), (), "")
    assert ConsentService(desk_for(Role.RECEPTION)).covers(person, SHARING, ["name"], "CSREF-6")
    social = ConsentService(desk_for(Role.SOCIAL_WORK)).in_force(person, SHARING)
    assert social is not None
    assert social.organisations == ("CSREF-6",)
