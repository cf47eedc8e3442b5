"""Children who come alone: protection is called, and nobody else's file says anything."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop.models.people import Person
from desktop.rights import Permission
from desktop.services.centre_setup import CentreSetupService, RoomPlan
from desktop.services.convoys import ConvoyDeskService, ConvoyService, RollCallService, Unlisted
from desktop.storage.unit_of_work import Desk
from tests.spreadsheets.lists import written

CAME = datetime(2026, 11, 22, 22, 0, tzinfo=UTC)
LIST = """Nom;Prénom;Sexe;Âge;Famille
KONÉ;Awa;F;35;1
KONÉ;Bintou;F;9;1
BAH;Issa;M;14;
SOW;Ba;M;15;2
SOW;Demba;M;13;2
DIARRA;Musa;M;17-19;
CISSÉ;Lassana;M;;
TRAORÉ;Adama;M;18;
"""


@pytest.fixture
def bus(desk: Desk, tmp_path: Path) -> Path:
    """Give a list with a mother, children and people of doubtful age."""
    CentreSetupService(desk).add_site("BKO", "Bamako", [RoomPlan(name="A", beds=9)])
    return written(tmp_path, LIST)


def _flagged(desk: Desk) -> list[str]:
    with desk.read(Permission.SEE_PEOPLE) as look:
        alive = (Person.protect_flag, Person.removed_at.is_(None))
        rows = look.rows(sa.select(Person.given_names).where(*alive).order_by(Person.given_names))
    return [row.given_names for row in rows]


def test_children_without_an_adult_of_their_family_and_doubtful_ages_call_protection(desk: Desk, bus: Path) -> None:
    ConvoyService(desk).import_list(bus, "BKO", CAME)
    assert _flagged(desk) == ["Ba", "Demba", "Issa", "Musa"]


def test_undoing_the_import_takes_the_call_back(desk: Desk, bus: Path) -> None:
    done = ConvoyService(desk).import_list(bus, "BKO", CAME)
    ConvoyService(desk).undo(done.import_id)
    assert _flagged(desk) == []


def test_at_the_roll_a_mother_still_in_the_bus_counts_and_one_who_did_not_come_does_not(desk: Desk, bus: Path) -> None:
    ConvoyService(desk).expect(bus, "BKO", CAME)
    rolls, convoy = RollCallService(desk), ConvoyDeskService(desk).recent()[0].id
    _mother, daughter, boy = rolls.roll(convoy).lines[:3]
    rolls.arrive(convoy, [boy.id], CAME)
    assert _flagged(desk) == ["Issa"]
    tick = rolls.arrive(convoy, [daughter.id], CAME)
    assert _flagged(desk) == ["Issa"]
    rolls.take_back(tick)
    rolls.close(convoy)
    rolls.arrive(convoy, [daughter.id], CAME)
    assert _flagged(desk) == ["Bintou", "Issa"]
    rolls.add(convoy, Unlisted(given_names="Oumou", birth="12 ans"), CAME)
    assert _flagged(desk) == ["Bintou", "Issa", "Oumou"]
