"""The people of a convoy are read line by line, and wear one wristband each."""

from datetime import timedelta

import pytest

from desktop.errors import NotAllowed, NotFound
from desktop.models.keys import uuid7
from desktop.rights import Role
from desktop.services.centre_setup import CentreSetupService
from desktop.services.convoys import (
    BANDS_HEADING,
    BANDS_MAPPING,
    ConvoyDeskService,
    ConvoyPeopleService,
    ConvoyPerson,
    ConvoyService,
    numbered,
)
from desktop.services.convoys.bands import MOST, NoNumber
from desktop.services.convoys.people import WristbandWorn
from desktop.storage.unit_of_work import Desk
from tests.conftest import DeskFor
from tests.services.convoys.test_importing import ARRIVED


@pytest.fixture
def people(desk: Desk) -> ConvoyPeopleService:
    """Give the people of one convoy that came without a list."""
    CentreSetupService(desk).add_site("BKO", "Bamako", [])
    _begin(desk, "098", 3)
    return ConvoyPeopleService(desk)


def _begin(desk: Desk, first: str, count: int) -> None:
    source = numbered(first, count, "Night")
    at = ARRIVED + timedelta(seconds=count)
    ConvoyService(desk).import_list(source, "BKO", at, BANDS_MAPPING, heading=BANDS_HEADING)


def _lines(desk: Desk, service: ConvoyPeopleService) -> list[ConvoyPerson]:
    return service.people(ConvoyDeskService(desk).recent()[0].id)


def test_numbers_go_on_from_the_first_and_keep_their_width(desk: Desk, people: ConvoyPeopleService) -> None:
    lines = _lines(desk, people)
    assert [one.wristband for one in lines] == ["098", "099", "100"]
    assert {(one.family_name, one.given_names) for one in lines} == {("", "")}


@pytest.mark.parametrize(("first", "count"), [("", 3), ("K", 3), ("12x", 3), ("1", 0), ("1", MOST + 1), ("1" * 40, 2)])
def test_bands_without_a_number_are_refused(first: str, count: int) -> None:
    with pytest.raises(NoNumber):
        numbered(first, count, "Night")


def test_the_same_bands_may_be_worn_by_the_next_convoy(desk: Desk, people: ConvoyPeopleService) -> None:
    for one in _lines(desk, people):
        people.wear(one.stay, "")
    _begin(desk, "098", 4)
    assert [one.wristband for one in _lines(desk, people)] == ["098", "099", "100", "101"]


def test_a_band_is_changed_given_back_and_never_worn_twice(desk: Desk, people: ConvoyPeopleService) -> None:
    first, second, _ = _lines(desk, people)
    people.wear(first.stay, " 2 01 ")
    with pytest.raises(WristbandWorn) as refused:
        people.wear(second.stay, "201")
    assert "201" in refused.value.explain()
    people.wear(first.stay, "201")
    assert [one.wristband for one in _lines(desk, people)] == ["201", "099", "100"]
    people.wear(first.stay, "")
    people.wear(second.stay, "201")
    assert [one.wristband for one in _lines(desk, people)] == ["", "201", "100"]


def test_a_stay_that_is_not_there_or_not_ours_is_refused(
    people: ConvoyPeopleService, desk: Desk, desk_for: DeskFor
) -> None:
    with pytest.raises(NotFound):
        people.wear(uuid7(), "7")
    with pytest.raises(NotAllowed):
        ConvoyPeopleService(desk_for(Role.ACTIVITIES)).wear(_lines(desk, people)[0].stay, "7")
    with pytest.raises(NotAllowed):
        ConvoyPeopleService(desk_for(Role.SOCIAL_WORK)).people(uuid7())
