"""A list that came before its bus: who is here, who is not on it, who did not come."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop.errors import NotAllowed, NotFound
from desktop.models.centre import Placement
from desktop.models.keys import uuid7
from desktop.models.people import Person, Wristband
from desktop.models.stays import Stay
from desktop.rights import Permission, Role
from desktop.services.centre_setup import CentreSetupService, RoomPlan
from desktop.services.convoys import ConvoyDeskService, ConvoyService, Roll, RollCallService, Unlisted, born
from desktop.services.convoys.answers import AlreadyUndone, ImportedBefore, ImportTouched, ListHasErrors
from desktop.services.convoys.people import WristbandWorn
from desktop.services.convoys.roll_writing import NobodySaid
from desktop.services.person_changes import BirthUnclear
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import ManifestState, Sex
from tests.conftest import DeskFor
from tests.spreadsheets.lists import CHARTER, written

PLANNED = datetime(2026, 11, 22, 22, 0, tzinfo=UTC)
CAME = PLANNED + timedelta(hours=3)
EXPECTED, ARRIVED, ADDED, ABSENT = ManifestState
LIST = "Nom;Prénom;Sexe;Né le;Bracelet\nKONÉ;Awa;F;1990;K-1\nBAH;Issa;M;14/03/2012;K-2\nSOW;Ba;M;25 ans;K-3\n"


@pytest.fixture
def rolls(desk: Desk) -> RollCallService:
    """Give the rolls of a centre with one room of two beds."""
    CentreSetupService(desk).add_site("BKO", "Bamako", [RoomPlan(name="A", beds=2)])
    return RollCallService(desk)


def _expect(desk: Desk, tmp_path: Path, text: str = LIST) -> Roll:
    ConvoyService(desk).expect(written(tmp_path, text), "BKO", PLANNED)
    return _roll(desk)


def _roll(desk: Desk) -> Roll:
    return RollCallService(desk).roll(ConvoyDeskService(desk).recent()[0].id)


def _counts(roll: Roll) -> list[int]:
    return [roll.count(state) for state in ManifestState]


def _rows(desk: Desk, model: type[Person | Stay]) -> int:
    with desk.read(Permission.SEE_PEOPLE) as look:
        return int(look.scalar(sa.select(sa.func.count()).select_from(model).where(model.removed_at.is_(None))))


def _open(desk: Desk, model: type[Placement | Wristband]) -> int:
    with desk.read(Permission.SEE_PEOPLE) as look:
        return len(look.rows(sa.select(model.id).where(model.until_at.is_(None))))


@pytest.mark.usefixtures("rolls")
def test_a_list_before_its_bus_makes_everybody_expected_and_nobody_a_person(desk: Desk, tmp_path: Path) -> None:
    roll = _expect(desk, tmp_path)
    assert [(one.name, one.birth, one.wristband, one.code) for one in roll.lines] == [
        ("KONÉ Awa", "1990", "K-1", None), ("BAH Issa", "14/03/2012", "K-2", None), ("SOW Ba", "25 ans", "K-3", None),
    ]  # fmt: skip
    assert (_counts(roll), roll.arrived_at, roll.listed) == ([3, 0, 0, 0], None, 3)
    assert _rows(desk, Person) == _rows(desk, Stay) == _open(desk, Placement) == _open(desk, Wristband) == 0
    [line] = ConvoyDeskService(desk).recent()
    assert (line.has_arrived, line.people, line.expected, line.at) == (False, 0, 3, PLANNED)


def test_a_tick_writes_a_person_a_stay_a_band_and_a_bed_at_the_true_time(
    rolls: RollCallService, desk: Desk, tmp_path: Path
) -> None:
    first = _expect(desk, tmp_path).lines[0]
    convoy = ConvoyDeskService(desk).recent()[0].id
    rolls.arrive(convoy, [first.id], CAME)
    roll = rolls.roll(convoy)
    assert (_counts(roll), roll.arrived_at) == ([2, 1, 0, 0], CAME)
    here = roll.lines[0]
    assert (here.name, here.wristband, here.state) == ("KONÉ Awa", "K-1", ARRIVED)
    assert here.code is not None
    assert _rows(desk, Stay) == _open(desk, Placement) == _open(desk, Wristband) == 1
    with desk.read(Permission.SEE_PEOPLE) as look:
        assert look.scalar(sa.select(Stay.in_at)) == CAME
    with pytest.raises(NotFound):
        rolls.arrive(convoy, [first.id], CAME)
    assert _rows(desk, Person) == 1


def test_a_tick_taken_back_leaves_the_line_waiting_and_the_convoy_on_its_way(
    rolls: RollCallService, desk: Desk, tmp_path: Path
) -> None:
    first = _expect(desk, tmp_path).lines[0]
    convoy = ConvoyDeskService(desk).recent()[0].id
    act = rolls.arrive(convoy, [first.id], CAME)
    rolls.take_back(act)
    roll = rolls.roll(convoy)
    assert (_counts(roll), roll.arrived_at) == ([3, 0, 0, 0], None)
    assert _rows(desk, Person) == _rows(desk, Stay) == _open(desk, Placement) == _open(desk, Wristband) == 0
    with pytest.raises(AlreadyUndone):
        rolls.take_back(act)
    rolls.arrive(convoy, [first.id], CAME)
    assert _rows(desk, Stay) == 1


def test_who_is_not_on_the_list_is_added_with_one_identifier(
    rolls: RollCallService, desk: Desk, tmp_path: Path
) -> None:
    _expect(desk, tmp_path)
    convoy = ConvoyDeskService(desk).recent()[0].id
    rolls.add(convoy, Unlisted(wristband="K-9"), CAME)
    act = rolls.add(convoy, Unlisted(family_name=" Traoré ", sex=Sex.FEMALE, birth="vers 2004"), CAME)
    roll = rolls.roll(convoy)
    assert (_counts(roll), roll.listed) == ([3, 0, 2, 0], 3)
    assert [(one.name, one.wristband, one.birth) for one in roll.lines[3:]] == [
        ("", "K-9", ""), ("Traoré", "", "vers 2004"),
    ]  # fmt: skip
    rolls.take_back(act)
    assert _counts(rolls.roll(convoy)) == [3, 0, 1, 0]
    for wrong, refusal in (
        (Unlisted(), NobodySaid),
        (Unlisted(family_name="A", birth="hier soir"), BirthUnclear),
        (Unlisted(wristband="k 9".upper().replace(" ", "-")), WristbandWorn),
    ):
        with pytest.raises(refusal):
            rolls.add(convoy, wrong, CAME)
    assert _rows(desk, Stay) == 1


def test_the_rest_did_not_come_in_one_act_and_may_still_come_later(
    rolls: RollCallService, desk: Desk, tmp_path: Path
) -> None:
    lines = _expect(desk, tmp_path).lines
    convoy = ConvoyDeskService(desk).recent()[0].id
    rolls.arrive(convoy, [lines[0].id], CAME)
    act = rolls.close(convoy)
    assert _counts(rolls.roll(convoy)) == [0, 1, 0, 2]
    assert _rows(desk, Stay) == _rows(desk, Person) == 1
    [line] = ConvoyDeskService(desk).recent()
    assert (line.people, line.expected, line.absent) == (1, 0, 2)
    late = rolls.arrive(convoy, [lines[1].id], CAME)
    rolls.take_back(act)
    assert _counts(rolls.roll(convoy)) == [1, 2, 0, 0]
    rolls.take_back(late)
    assert rolls.roll(convoy).lines[1].state is ABSENT


def test_a_list_with_people_here_is_taken_back_only_after_its_roll(
    rolls: RollCallService, desk: Desk, tmp_path: Path
) -> None:
    first = _expect(desk, tmp_path).lines[0]
    line = ConvoyDeskService(desk).recent()[0]
    assert line.import_id is not None
    act = rolls.arrive(line.id, [first.id], CAME)
    with pytest.raises(ImportTouched) as refused:
        ConvoyService(desk).undo(line.import_id)
    assert "the roll of the convoy" in refused.value.explain()
    rolls.take_back(act)
    ConvoyService(desk).undo(line.import_id)
    assert ConvoyDeskService(desk).recent() == []
    with pytest.raises(NotFound):
        rolls.roll(line.id)


def test_the_charter_is_expected_whole_and_read_again_as_it_was_imported(rolls: RollCallService, desk: Desk) -> None:
    convoys = ConvoyService(desk)
    said = convoys.understand(CHARTER, "BKO", PLANNED).lines
    convoys.expect(CHARTER, "BKO", PLANNED)
    roll = _roll(desk)
    assert [(one.sex, one.birth) for one in roll.lines] == [
        (one.sex, born(one.birth.min, one.birth.max, one.birth.said)) for one in said
    ]
    assert roll.lines[0].birth == "11/03/1994"
    rolls.arrive(ConvoyDeskService(desk).recent()[0].id, [one.id for one in roll.lines[:98]], CAME)
    rolls.close(ConvoyDeskService(desk).recent()[0].id)
    assert _counts(_roll(desk)) == [0, 98, 0, 9]
    assert _rows(desk, Stay) == 98
    with pytest.raises(ImportedBefore):
        convoys.import_list(CHARTER, "BKO", CAME)


def test_an_expected_list_with_a_bad_cell_and_a_reader_without_the_right_are_refused(
    rolls: RollCallService, desk: Desk, desk_for: DeskFor, tmp_path: Path
) -> None:
    with pytest.raises(ListHasErrors):
        _expect(desk, tmp_path, "Nom;Né le\nBAH;31/02/1990\n")
    assert ConvoyDeskService(desk).recent() == []
    with pytest.raises(NotAllowed):
        RollCallService(desk_for(Role.ACTIVITIES)).roll(uuid7())
    with pytest.raises(NotFound):
        rolls.take_back(uuid7())
