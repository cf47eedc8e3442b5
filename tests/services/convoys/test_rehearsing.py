"""A list is rehearsed before it comes in: likenesses decided, beds proposed, nothing written."""

from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop.errors import NotAllowed, NotFound
from desktop.models.keys import uuid7
from desktop.models.people import LookAlike
from desktop.models.stays import Convoy, Stay
from desktop.rights import Permission, Role
from desktop.services.centre_setup import CentreSetupService, RoomPlan
from desktop.services.convoys import ConvoyDeskService, ConvoyService, ImportCancelled
from desktop.services.look_alikes import LookAlikeService
from desktop.spreadsheets.headings import HeadingPlace
from desktop.spreadsheets.reading import read_table
from desktop.spreadsheets.sources import Pasted
from desktop.storage.unit_of_work import Desk
from desktop.views.arrivals.convoy_table import ConvoyTable
from desktop.vocabulary import LookAlikeVerdict, RoomRule
from tests.conftest import DeskFor
from tests.services.convoys.test_importing import ARRIVED
from tests.spreadsheets.lists import CHARTER, NIGHT, written


@pytest.fixture
def convoys(desk: Desk) -> ConvoyService:
    """Give the convoys of a centre with six beds."""
    rooms = [RoomPlan(name="A1", beds=4, rule=RoomRule.MEN), RoomPlan(name="B1", beds=2, rule=RoomRule.WOMEN)]
    CentreSetupService(desk).add_site("BKO", "Bamako", rooms)
    return ConvoyService(desk)


def _verdicts(desk: Desk) -> list[LookAlikeVerdict | None]:
    with desk.read(Permission.SEE_PEOPLE) as look:
        return [row.verdict for row in look.rows(sa.select(LookAlike.verdict).order_by(LookAlike.score.desc()))]


def test_a_rehearsal_shows_everybody_and_writes_nobody(convoys: ConvoyService, desk: Desk) -> None:
    rehearsal = convoys.rehearse(CHARTER, "BKO", ARRIVED)
    assert len(rehearsal.manifest.lines) == len(rehearsal.beds) == 107
    assert sum(bool(bed) for bed in rehearsal.beds) == 6
    assert ConvoyDeskService(desk).recent() == []
    assert convoys.import_list(CHARTER, "BKO", ARRIVED).beds == 6


def test_two_of_the_night_are_known_from_the_charter(convoys: ConvoyService) -> None:
    convoys.import_list(CHARTER, "BKO", ARRIVED)
    known = [one for one in convoys.rehearse(NIGHT, "BKO", ARRIVED).likenesses if one.other.code]
    assert len([one for one in known if one.score >= 80]) >= 2
    assert all(one.newcomer.name and one.other.name and one.reasons for one in known)


@pytest.mark.parametrize("verdict", [LookAlikeVerdict.SAME, LookAlikeVerdict.DIFFERENT])
def test_what_the_preview_decided_waits_no_more(
    convoys: ConvoyService, desk: Desk, tmp_path: Path, verdict: LookAlikeVerdict
) -> None:
    convoys.import_list(written(tmp_path, "Nom;Prénom;Sexe;Né le\nKEITA;Moussa;M;14/03/1998\n"), "BKO", ARRIVED)
    again = Pasted("Nom\tPrénom\tSexe\tNé le\nKEITA\tMoussa\tM\t14/03/1998\nKEITA\tMoussa\tM\t1998\n", "Pasted list")
    likenesses = convoys.rehearse(again, "BKO", ARRIVED).likenesses
    assert len(likenesses) == 3  # each with the one known, and one another
    convoys.import_list(again, "BKO", ARRIVED, decided={one.key: verdict for one in likenesses})
    assert _verdicts(desk) == [verdict] * 3
    assert LookAlikeService(desk).waiting() == []


def test_later_waits_until_it_is_decided_and_may_be_decided_again(convoys: ConvoyService, desk: Desk) -> None:
    twice = Pasted("Nom\tPrénom\tSexe\tNé le\nKEITA\tMoussa\tM\t1998\nKEITA\tMoussa\tM\t1998\n", "Pasted list")
    [likeness] = convoys.rehearse(twice, "BKO", ARRIVED).likenesses
    convoys.import_list(twice, "BKO", ARRIVED, decided={likeness.key: LookAlikeVerdict.LATER})
    service = LookAlikeService(desk)
    [pair] = service.waiting()
    service.decide(pair.id, LookAlikeVerdict.DIFFERENT)
    assert service.waiting() == []
    service.decide(pair.id, LookAlikeVerdict.LATER)
    assert [one.id for one in service.waiting()] == [pair.id]


def test_a_pair_that_is_not_there_or_not_ours_is_not_decided(desk: Desk, desk_for: DeskFor) -> None:
    with pytest.raises(NotFound):
        LookAlikeService(desk).decide(uuid7(), LookAlikeVerdict.SAME)
    with pytest.raises(NotAllowed):
        LookAlikeService(desk_for(Role.ACTIVITIES)).decide(uuid7(), LookAlikeVerdict.SAME)


def test_an_import_stopped_on_the_way_brings_nobody_in(convoys: ConvoyService, desk: Desk) -> None:
    reached: list[int] = []

    def told(done: int) -> None:
        reached.append(done)
        if done >= 90:
            raise ImportCancelled

    with pytest.raises(ImportCancelled):
        convoys.import_list(CHARTER, "BKO", ARRIVED, told=told)
    assert reached == sorted(reached)
    with desk.read(Permission.SEE_PEOPLE) as look:
        assert look.scalar(sa.select(sa.func.count()).select_from(Convoy)) == 0


def test_the_list_of_convoys_tells_how_far_each_has_come(convoys: ConvoyService, desk: Desk) -> None:
    key = convoys.import_list(CHARTER, "BKO", ARRIVED).import_id
    [line] = ConvoyDeskService(desk).recent()
    assert (line.name, line.site, line.people, line.with_bed, line.has_arrived) == (
        CHARTER.stem,
        "Bamako",
        107,
        6,
        True,
    )
    assert (line.import_id, line.at) == (key, ARRIVED)
    assert line.to_examine == len(LookAlikeService(desk).waiting())
    convoys.undo(key)
    assert ConvoyDeskService(desk).recent() == []


def test_those_who_left_want_no_bed_any_more(convoys: ConvoyService, desk: Desk) -> None:
    convoys.import_list(CHARTER, "BKO", ARRIVED)
    assert [line.in_house for line in ConvoyDeskService(desk).recent()] == [107]
    with desk.begin(Permission.RUN_HOUSE) as work:
        work.run(sa.update(Stay).values(out_at=ARRIVED + timedelta(days=3)))
        work.trace("leave")
    [line] = ConvoyDeskService(desk).recent()
    assert (line.people, line.in_house) == (107, 0)
    table = ConvoyTable()
    table.show_lines([line])
    assert "Everybody has left" in [table.index(0, column).data() for column in range(table.columnCount())]


def test_a_dropped_column_stays_dropped_in_the_senders_next_list(convoys: ConvoyService, desk: Desk) -> None:
    text = "Nom\tPrénom\tOrigine\n{}\tKita\n"
    first = Pasted(text.format("KONÉ\tAwa"), "Pasted list")
    table, heading = read_table(first), HeadingPlace(0, 1)
    assert ConvoyDeskService(desk).meaning(table, heading).columns["C"] == "origin"
    convoys.import_list(first, "BKO", ARRIVED, {"origin": ""}, heading=heading)
    meaning = ConvoyDeskService(desk).meaning(read_table(Pasted(text.format("BAH\tIssa"), "x")), heading)
    assert (meaning.columns, meaning.learnt) == ({"A": "family_name", "B": "given_names"}, True)
