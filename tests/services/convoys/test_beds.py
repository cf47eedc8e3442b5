"""Beds for those who come with a convoy, and what keeps its import from being undone."""

import json
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop.models.centre import Placement
from desktop.models.people import Person
from desktop.models.stays import Stay
from desktop.rights import Permission
from desktop.services.attendance import AttendanceService
from desktop.services.beds import ChildWithStrangers
from desktop.services.board_lines import BedUse
from desktop.services.centre_setup import CentreSetupService, RoomPlan
from desktop.services.convoys import ConvoyService
from desktop.services.convoys.answers import ImportTouched
from desktop.services.house import HouseService
from desktop.services.planning import PlanningService, SessionPlan
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import AttendanceStatus, RoomKind, RoomRule
from tests.services.house import board_of
from tests.spreadsheets.lists import written

ARRIVED = datetime(2026, 11, 22, 23, 10, tzinfo=UTC)
LIST = "Nom;Prénom;Sexe;Age;Famille\nKONÉ;Awa;F;30;1\nKONÉ;Issa;M;6;1\nBAH;Modibo;M;40;\nSOW;Fanta;F;;\nBA;Ali;M;9;\n"
ROOMS = [
    RoomPlan(name="H", beds=2, rule=RoomRule.MEN),
    RoomPlan(name="F", beds=2, rule=RoomRule.WOMEN),
    RoomPlan(name="P", beds=3, rule=RoomRule.FAMILIES),
    RoomPlan(name="S", kind=RoomKind.STAGING),
]


def _house(desk: Desk) -> tuple[ConvoyService, HouseService]:
    setup = CentreSetupService(desk)
    setup.seed_lists()
    setup.add_site("BKO", "Bamako", ROOMS)
    return ConvoyService(desk), HouseService(desk)


def _where(desk: Desk) -> dict[str, str | None]:
    site = CentreSetupService(desk).sites()[0].id
    return {line.name: line.bed for line in HouseService(desk).evening_list(site, ARRIVED)}


def test_a_convoy_sleeps_by_the_rules_of_the_rooms(desk: Desk, tmp_path: Path) -> None:
    convoys, _ = _house(desk)
    report = convoys.import_list(written(tmp_path, LIST), "BKO", ARRIVED)
    assert report.beds == 3
    assert _where(desk) == {
        "KONÉ Awa": "P-01",
        "KONÉ Issa": "P-02",
        "BAH Modibo": "H-01",
        "SOW Fanta": None,
        "BA Ali": None,
    }
    board = board_of(desk, CentreSetupService(desk).sites()[0].id)
    assert (board.staging, len(board.waiting)) == ("S", 2)


def test_an_undone_import_leaves_every_bed_as_it_was(desk: Desk, tmp_path: Path) -> None:
    convoys, _ = _house(desk)
    path = written(tmp_path, LIST)
    convoys.undo(convoys.import_list(path, "BKO", ARRIVED).import_id)
    with desk.read(Permission.SEE_HOUSE) as look:
        assert look.rows(sa.select(Placement.id).where(Placement.until_at.is_(None))) == []
    assert _where(desk) == {}
    assert convoys.import_list(path, "BKO", ARRIVED).beds == 3


def test_an_import_whose_people_were_marked_is_not_undone(desk: Desk, tmp_path: Path) -> None:
    convoys, _ = _house(desk)
    key = convoys.import_list(written(tmp_path, LIST), "BKO", ARRIVED).import_id
    after = ARRIVED + timedelta(hours=10)
    code = PlanningService(desk).create(
        SessionPlan(activity="sport", site="BKO", on=after.date(), at=after.time().replace(tzinfo=None))
    )
    attendance = AttendanceService(desk)
    with desk.read(Permission.SEE_PEOPLE) as look:
        person = look.scalar(sa.select(Person.code).where(Person.family_name == "BAH"))
    attendance.mark_by_code(code, person, AttendanceStatus.PRESENT)
    with pytest.raises(ImportTouched) as refused:
        convoys.undo(key)
    assert "attendance" in refused.value.explain()
    assert len(_where(desk)) == 5


def test_an_import_whose_people_were_moved_is_not_undone(desk: Desk, tmp_path: Path) -> None:
    convoys, house = _house(desk)
    key = convoys.import_list(written(tmp_path, LIST), "BKO", ARRIVED).import_id
    with desk.read(Permission.SEE_PEOPLE) as look:
        stay = look.scalar(sa.select(Stay.id).join(Person).where(Person.family_name == "BAH"))
    free = board_of(desk, CentreSetupService(desk).sites()[0].id).rooms[0].beds[1].id
    house.transfer(stay, free, at=ARRIVED + timedelta(hours=1))
    with pytest.raises(ImportTouched):
        convoys.undo(key)


def test_a_preview_counts_what_the_import_then_brings(desk: Desk, tmp_path: Path) -> None:
    convoys, _ = _house(desk)
    known = written(tmp_path, "Nom;Prénom;Sexe;Age\nKONÉ;Awa;F;30\n", "hier.csv")
    convoys.import_list(known, "BKO", ARRIVED - timedelta(days=2))
    path = written(tmp_path, LIST)
    preview = asdict(convoys.preview(path, "BKO", ARRIVED))
    report = asdict(convoys.import_list(path, "BKO", ARRIVED))
    assert report.pop("import_id")
    assert report.pop("beds") == 3
    assert preview.pop("seconds") > 0
    assert report.pop("seconds") > 0
    assert preview == report
    assert preview["look_alikes"] == 1
    assert preview["rows"] == preview["people_new"] == 5
    bad = written(tmp_path, "Nom;Prénom;Né le\nBAH;Issa;31/02/1990\n", "faux.csv")
    (error,) = json.loads(json.dumps(asdict(convoys.preview(bad, "BKO", ARRIVED))))["errors"]
    assert (error["row"], error["column"]) == (2, "C")
    assert "31/02/1990" in error["message"]


def test_somebody_in_the_staging_area_gets_a_bed_later(desk: Desk, tmp_path: Path) -> None:
    convoys, house = _house(desk)
    convoys.import_list(written(tmp_path, LIST), "BKO", ARRIVED)
    site = CentreSetupService(desk).sites()[0].id
    with desk.read(Permission.SEE_PEOPLE) as look:
        stay = look.scalar(sa.select(Stay.id).join(Person).where(Person.family_name == "SOW"))
    before = board_of(desk, site)
    house.place(stay, before.rooms[1].beds[0].id, at=ARRIVED + timedelta(hours=1), why="decided at night")
    after = board_of(desk, site)
    assert (len(before.waiting), len(after.waiting)) == (2, 1)
    assert after.rooms[1].beds[0].use is BedUse.OCCUPIED


def test_a_child_and_a_stranger_do_not_swap_into_shared_rooms_without_a_reason(desk: Desk, tmp_path: Path) -> None:
    convoys, house = _house(desk)
    convoys.import_list(written(tmp_path, LIST), "BKO", ARRIVED)
    with desk.read(Permission.SEE_PEOPLE) as look:
        rows = look.rows(sa.select(Person.given_names, Stay.id.label("stay")).join(Stay))
    stays = {row.given_names: row.stay for row in rows}
    before, later = _where(desk), ARRIVED + timedelta(hours=1)
    with pytest.raises(ChildWithStrangers):
        house.swap(stays["Modibo"], stays["Awa"], later)
    assert _where(desk) == before
    house.swap(stays["Modibo"], stays["Awa"], later, "his uncle")
    site = CentreSetupService(desk).sites()[0].id
    beds = {line.name: line.bed for line in house.evening_list(site, later)}
    assert (beds["KONÉ Awa"], beds["BAH Modibo"]) == ("H-01", "P-01")
