"""Rooms and beds are added, changed, withdrawn and brought back; nobody loses the bed they sleep in."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
import sqlalchemy as sa

from desktop.errors import ChangedMeanwhile, NotAllowed
from desktop.models.centre import Bed
from desktop.models.keys import uuid7
from desktop.rights import Permission, Role
from desktop.services.centre_setup import CentreSetupService, RoomPlan
from desktop.services.house import HouseService
from desktop.services.place_beds import BedsInUse
from desktop.services.places import KeptRoom, Nameless, PlaceService, RoomInUse, RoomNameTaken
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import RoomRule
from tests.centres import TestCentre
from tests.conftest import DeskFor
from tests.services.house import House, board_of


def site_of(desk: Desk) -> UUID:
    return CentreSetupService(desk).sites()[0].id


def room(desk: Desk, name: str) -> KeptRoom:
    return next(line for line in PlaceService(desk).rooms(site_of(desk)) if line.name == name)


def labels(desk: Desk, key: UUID) -> list[str]:
    """Give the beds in service, in their order."""
    question = sa.select(Bed.label).where(Bed.room_id == key, Bed.removed_at.is_(None)).order_by(Bed.position)
    with desk.read(Permission.MANAGE_CENTRE) as look:
        return [row.label for row in look.rows(question)]


def sleep_in(desk: Desk, name: str, at: int) -> None:
    """Put somebody on the bed of this place, counted from 0."""
    house, lodging = House(desk, site_of(desk)), HouseService(desk)
    house.lodge("Moussa KEITA")
    stay = next(line.stay_id for line in _unplaced(desk))
    bed = next(line for line in board_of(desk, house.site).rooms if line.name == name).beds[at]
    lodging.place(stay, bed.id, at=datetime.now(UTC))


def _unplaced(desk: Desk) -> list[sa.Row[tuple[UUID]]]:
    with desk.read(Permission.SEE_HOUSE) as look:
        return list(look.rows(sa.text("SELECT id AS stay_id FROM stay").columns(stay_id=Bed.id.type)))


def test_a_room_is_added_with_its_beds_and_offered_to_the_house(centre: TestCentre) -> None:
    with closing(centre.open("awa")) as vault:
        plan = RoomPlan(name=" Famille 2 ", beds=3, rule=RoomRule.FAMILIES, accessible=True)
        key = PlaceService(vault.desk).add(site_of(vault.desk), plan)
        line = room(vault.desk, "Famille 2")
        assert (line.rule, line.accessible, line.beds, line.retired) == (RoomRule.FAMILIES, True, 3, False)
        assert labels(vault.desk, key) == ["Famille 2-01", "Famille 2-02", "Famille 2-03"]
        assert "Famille 2" in [one.name for one in board_of(vault.desk, site_of(vault.desk)).rooms]


def test_a_changed_room_renames_its_beds_and_goes_back_as_it_was(centre: TestCentre) -> None:
    with closing(centre.open("awa")) as vault:
        places, before = PlaceService(vault.desk), room(vault.desk, "A1")
        site = site_of(vault.desk)
        places.change(site, before.id, before.version_id, replace(before.plan(), name="Hommes", beds=2))
        assert labels(vault.desk, before.id) == ["Hommes-01", "Hommes-02"]
        places.change(site, before.id, before.version_id + 1, before.plan())
        assert labels(vault.desk, before.id) == ["A1-01", "A1-02", "A1-03", "A1-04"]
        with pytest.raises(ChangedMeanwhile):
            places.change(site, before.id, before.version_id, before.plan())


def test_a_bed_somebody_sleeps_in_does_not_go_and_nothing_else_changes(centre: TestCentre) -> None:
    with closing(centre.open("awa")) as vault:
        places, line = PlaceService(vault.desk), room(vault.desk, "A1")
        sleep_in(vault.desk, "A1", 3)
        with pytest.raises(BedsInUse) as refusal:
            places.change(site_of(vault.desk), line.id, line.version_id, replace(line.plan(), name="Hommes", beds=3))
        assert refusal.value.details["bed"] == "A1-04"
        assert room(vault.desk, "A1") == line


def test_a_room_is_withdrawn_when_it_is_empty_and_comes_back_with_its_beds(centre: TestCentre) -> None:
    with closing(centre.open("awa")) as vault:
        places, full, empty = PlaceService(vault.desk), room(vault.desk, "A1"), room(vault.desk, "B1")
        sleep_in(vault.desk, "A1", 0)
        with pytest.raises(RoomInUse):
            places.retire(full.id)
        places.retire(empty.id)
        assert room(vault.desk, "B1").retired
        assert "B1" not in [one.name for one in board_of(vault.desk, site_of(vault.desk)).rooms]
        places.bring_back(empty.id)
        assert (room(vault.desk, "B1").retired, room(vault.desk, "B1").beds) == (False, 2)
        with pytest.raises(ChangedMeanwhile):
            places.retire(uuid7())


@pytest.mark.parametrize(("name", "refusal"), [("  ", Nameless), ("a1", RoomNameTaken)])
def test_a_name_is_given_once_and_never_left_out(centre: TestCentre, name: str, refusal: type[Exception]) -> None:
    with closing(centre.open("awa")) as vault:
        places, line = PlaceService(vault.desk), room(vault.desk, "B1")
        with pytest.raises(refusal):
            places.add(site_of(vault.desk), RoomPlan(name=name))
        with pytest.raises(refusal):
            places.change(site_of(vault.desk), line.id, line.version_id, replace(line.plan(), name=name))


@pytest.mark.parametrize(
    "act",
    [
        lambda places: places.rooms(uuid7()),
        lambda places: places.add(uuid7(), RoomPlan(name="X")),
        lambda places: places.change(uuid7(), uuid7(), 1, RoomPlan(name="X")),
        lambda places: places.retire(uuid7()),
        lambda places: places.bring_back(uuid7()),
    ],
)
def test_reception_changes_no_room(desk_for: DeskFor, act: Callable[[PlaceService], object]) -> None:
    with pytest.raises(NotAllowed):
        act(PlaceService(desk_for(Role.RECEPTION)))
