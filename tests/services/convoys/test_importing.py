"""Bringing convoy lists in, and taking them back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop.errors import NotAllowed
from desktop.models.people import Person, Wristband
from desktop.models.stays import ImportMapping, Stay
from desktop.rights import Permission, Role
from desktop.services.centre_setup import CentreSetupService
from desktop.services.convoys import ConvoyService
from desktop.services.convoys.answers import AlreadyUndone, ImportedBefore, ListHasErrors
from desktop.storage.unit_of_work import Desk
from tests.conftest import DeskFor
from tests.spreadsheets.lists import BUS, CHARTER, NIGHT, written

ARRIVED = datetime(2026, 11, 22, 23, 10, tzinfo=UTC)


@pytest.fixture
def convoys(desk: Desk) -> ConvoyService:
    """Give the convoys of a centre with one site."""
    CentreSetupService(desk).add_site("BKO", "Bamako", [])
    return ConvoyService(desk)


def _shown(desk: Desk, model: type[Person] | type[Stay]) -> int:
    with desk.read(Permission.SEE_PEOPLE) as look:
        return int(look.scalar(sa.select(sa.func.count()).select_from(model).where(model.removed_at.is_(None))))


@pytest.mark.parametrize(
    ("path", "people", "by_sex", "contradictions"),
    [
        (CHARTER, 107, {"F": 24, "M": 83, "unknown": 0}, 6),
        (BUS, 42, {"F": 11, "M": 31, "unknown": 0}, 1),
        (NIGHT, 37, {"F": 9, "M": 25, "unknown": 3}, 2),
    ],
)
def test_each_list_brings_everybody_on_it_in(
    convoys: ConvoyService, desk: Desk, path: Path, people: int, by_sex: dict[str, int], contradictions: int
) -> None:
    report = convoys.import_list(path, "BKO", ARRIVED)
    assert (report.rows, report.people_new, report.by_sex) == (people, people, by_sex)
    assert report.contradictions == contradictions
    assert _shown(desk, Person) == _shown(desk, Stay) == people


def test_a_stay_begins_when_the_convoy_came_not_when_it_was_typed(convoys: ConvoyService, desk: Desk) -> None:
    convoys.import_list(BUS, "BKO", ARRIVED)
    with desk.read(Permission.SEE_PEOPLE) as look:
        assert {row.in_at for row in look.rows(sa.select(Stay.in_at))} == {ARRIVED}


def test_the_same_list_twice_makes_no_second_person(convoys: ConvoyService, desk: Desk, tmp_path: Path) -> None:
    first = "Nom;Prénom\nKONÉ;Awa\nBAH;Issa\n"
    convoys.import_list(written(tmp_path, first), "BKO", ARRIVED)
    again = written(tmp_path, "NOM;PRENOM\nbah;issa\nKone;AWA\n", "autre.csv")
    with pytest.raises(ImportedBefore) as refused:
        convoys.import_list(again, "BKO", ARRIVED)
    assert "liste.csv" in refused.value.explain()
    assert _shown(desk, Person) == 2


def test_an_undone_import_leaves_nobody_and_may_come_again(convoys: ConvoyService, desk: Desk) -> None:
    key = convoys.import_list(NIGHT, "BKO", ARRIVED).import_id
    convoys.undo(key)
    assert _shown(desk, Person) == _shown(desk, Stay) == 0
    with desk.read(Permission.SEE_PEOPLE) as look:
        assert look.rows(sa.select(Wristband.id).where(Wristband.until_at.is_(None))) == []
    with pytest.raises(AlreadyUndone):
        convoys.undo(key)
    assert convoys.import_list(NIGHT, "BKO", ARRIVED).people_new == 37


def test_one_bad_cell_keeps_the_whole_list_out(convoys: ConvoyService, desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path, "Nom;Prénom;Né le\nKONÉ;Awa;1990\nBAH;Issa;31/02/1990\n")
    with pytest.raises(ListHasErrors) as refused:
        convoys.import_list(path, "BKO", ARRIVED)
    assert [(error.row, error.column) for error in refused.value.preview.errors] == [(3, "C")]
    assert [(error.row, error.column) for error in convoys.preview(path, "BKO", ARRIVED).errors] == [(3, "C")]
    assert _shown(desk, Person) == 0


def test_a_correction_of_the_headings_is_remembered(convoys: ConvoyService, desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path, "Nom;Prénom;Truc\nKONÉ;Awa;Kita\n")
    convoys.import_list(path, "BKO", ARRIVED, {"origin": "Truc"})
    later = written(tmp_path, "Nom;Prénom;Truc\nBAH;Issa;Kayes\n", "suite.csv")
    assert convoys.understand(later, "BKO", ARRIVED).lines[0].origin == "Kayes"
    with desk.read(Permission.SEE_PEOPLE) as look:
        assert len(look.rows(sa.select(ImportMapping.id))) == 1


def test_reception_imports_and_activities_may_not(convoys: ConvoyService, desk_for: DeskFor) -> None:
    assert ConvoyService(desk_for(Role.RECEPTION)).preview(BUS, "BKO", ARRIVED).by_sex["F"] == 11
    key = convoys.import_list(BUS, "BKO", ARRIVED).import_id
    refused = ConvoyService(desk_for(Role.ACTIVITIES))
    with pytest.raises(NotAllowed):
        refused.import_list(CHARTER, "BKO", ARRIVED)
    with pytest.raises(NotAllowed):
        refused.preview(CHARTER, "BKO", ARRIVED)
    with pytest.raises(NotAllowed):
        refused.understand(CHARTER, "BKO", ARRIVED)
    with pytest.raises(NotAllowed):
        refused.undo(key)


def test_people_of_the_charter_who_come_again_are_flagged_and_imported(convoys: ConvoyService) -> None:
    assert convoys.import_list(CHARTER, "BKO", ARRIVED).look_alikes == 0
    night = convoys.import_list(NIGHT, "BKO", ARRIVED)
    assert night.people_new == 37
    assert night.look_alikes >= 2
