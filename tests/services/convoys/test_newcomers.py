"""The people of a list held against everybody known, and against each other."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa

from desktop.models.partial_date import parse_birth
from desktop.models.people import LookAlike, Person, Wristband
from desktop.rights import Permission
from desktop.services.centre_setup import CentreSetupService
from desktop.services.convoys import ConvoyService
from desktop.services.look_alikes import LookAlikeService
from desktop.services.new_people import NewPerson
from desktop.spreadsheets.manifest import Contradiction
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import LookAlikeVerdict, Sex
from tests.spreadsheets.lists import CHARTER, NIGHT, written

ARRIVED = datetime(2026, 11, 22, 23, 10, tzinfo=UTC)


@pytest.fixture
def convoys(desk: Desk) -> ConvoyService:
    """Give the convoys of a centre with one site."""
    CentreSetupService(desk).add_site("BKO", "Bamako", [])
    return ConvoyService(desk)


def _pairs(desk: Desk) -> list[tuple[set[str], LookAlikeVerdict | None]]:
    with desk.read(Permission.SEE_PEOPLE) as look:
        names: dict[UUID, str] = {row.id: row.given_names for row in look.rows(sa.select(Person.__table__))}
        rows = look.rows(sa.select(LookAlike.__table__).order_by(LookAlike.id))
    assert all(row.low < row.high for row in rows)
    return [({names[row.low], names[row.high]}, row.verdict) for row in rows]


def test_the_two_of_the_charter_wait_and_the_twins_do_not(convoys: ConvoyService, desk: Desk) -> None:
    convoys.import_list(CHARTER, "BKO", ARRIVED)
    assert _pairs(desk) == []
    night = convoys.import_list(NIGHT, "BKO", ARRIVED)
    assert night.look_alikes == 2
    found = _pairs(desk)
    assert [names for names, verdict in found if verdict is None] == [{"Oumou"}, {"Bintou"}]
    assert [names for names, verdict in found if verdict is LookAlikeVerdict.TWIN] == [{"Lassana", "Fousseyni"}]
    waiting = LookAlikeService(desk).waiting(import_id=night.import_id)
    assert {(pair.newcomer_name, pair.known_name) for pair in waiting} == {
        ("Oumou SANOGO", "Oumou SANOGO"),
        ("Bintou SIDIBÉ", "Bintou SIDIBÉ"),
    }
    assert all("same day of birth" in pair.reasons and pair.likeness for pair in waiting)
    convoys.undo(night.import_id)
    assert LookAlikeService(desk).waiting() == []


def test_somebody_written_twice_in_one_list_is_flagged_once(convoys: ConvoyService, desk: Desk, tmp_path: Path) -> None:
    text = "Nom;Prénom;Né le\nDIARRA;Awa;14/05/1998\nBAH;Issa;1990\nDJARRA;Hawa;14/05/1998\n"
    report = convoys.import_list(written(tmp_path, text), "BKO", ARRIVED)
    assert (report.people_new, report.look_alikes) == (3, 1)
    assert _pairs(desk) == [({"Awa", "Hawa"}, None)]


def test_a_wristband_that_somebody_wears_is_not_given_again_and_that_is_said(
    convoys: ConvoyService, desk: Desk, tmp_path: Path
) -> None:
    convoys.import_list(written(tmp_path, "Bracelet;Nom\n12;KONÉ\n"), "BKO", ARRIVED)
    later = written(tmp_path, "Bracelet;Nom\n12;BAH\n13;SOW\n", "suite.csv")
    first, second = convoys.understand(later, "BKO", ARRIVED).lines
    assert [flag.kind for flag in first.contradictions] == [Contradiction.WRISTBAND_TAKEN]
    assert second.contradictions == ()
    assert convoys.import_list(later, "BKO", ARRIVED).contradictions == 1
    with desk.read(Permission.SEE_PEOPLE) as look:
        assert sorted(row.number for row in look.rows(sa.select(Wristband.number))) == ["12", "13"]


def test_whoever_is_being_written_down_is_looked_for_while_the_name_is_typed(
    convoys: ConvoyService, desk: Desk
) -> None:
    convoys.import_list(CHARTER, "BKO", ARRIVED)
    typed = NewPerson(
        given_names="Umu", family_name="Sanogho", sex=Sex.FEMALE, birth=parse_birth("2007", ARRIVED.date())
    )
    [found] = LookAlikeService(desk).similar(typed)
    assert found.name == "Oumou SANOGO"
    assert found.code.startswith("BKO-26-")
    assert found.reasons == "the names sound alike, births that may be one, same sex"
    assert LookAlikeService(desk).similar(NewPerson(given_names="Ali", family_name="Zerbo")) == []
