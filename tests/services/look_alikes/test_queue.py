"""Pairs wait with their reasons; "same" makes one file of both at once, and every answer can be taken back."""

import pytest
import sqlalchemy as sa

from desktop.errors import NotAllowed, NotFound
from desktop.models.keys import uuid7
from desktop.models.people import LookAlike
from desktop.rights import Permission, Role
from desktop.services.centre_setup import CentreSetupService
from desktop.services.convoys import ConvoyService
from desktop.services.look_alikes import LookAlikeQueueService, LookAlikeService
from desktop.services.merging import MergingService, NotMerged, TwoOpenStays
from desktop.services.people import PeopleService
from desktop.services.stays import StayService
from desktop.services.today import TodayService
from desktop.spreadsheets.sources import Pasted
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import LookAlikeVerdict
from tests.conftest import DeskFor
from tests.services.house import MONDAY, make_house, moment

SAME, DIFFERENT, LATER, _ = LookAlikeVerdict
LINES = ("KEITA\tMoussa\tM\t14/03/1998", "KEYITA\tMousa\tM\t1998", "KEITA\tMoussa\tM\t1998")


@pytest.fixture
def queue(desk: Desk) -> LookAlikeQueueService:
    """Give the queue after three lists with one name each: three pairs wait."""
    house = make_house(desk)
    for hour, line in enumerate(LINES, 1):
        list_ = Pasted(f"Nom\tPrénom\tSexe\tNé le\n{line}\n", "Pasted list")
        ConvoyService(desk).import_list(list_, "BKO", moment(MONDAY, hour))
    for person in PeopleService(desk).search(""):
        house.leave(person.code, moment(MONDAY, 12))
    return LookAlikeQueueService(desk)


def _verdicts(desk: Desk) -> list[LookAlikeVerdict | None]:
    with desk.read(Permission.SEE_PEOPLE) as look:
        return [row.verdict for row in look.rows(sa.select(LookAlike.verdict).order_by(LookAlike.id))]


def _today(desk: Desk) -> int:
    return TodayService(desk, list, list).look_alikes()


def test_pairs_wait_with_both_sides_and_why_the_likeliest_first(queue: LookAlikeQueueService, desk: Desk) -> None:
    pairs = queue.pairs()
    assert len(pairs) == queue.count() == _today(desk) == 3
    assert (len(queue.pairs(limit=2)), queue.count()) == (2, 3)
    assert all(pair.older.code < pair.newer.code and pair.reasons and pair.likeness for pair in pairs)
    assert pairs[0].older.birth in {"14/03/1998", "1998"}
    assert [pair.id for pair in pairs] == [pair.id for pair in LookAlikeService(desk).waiting()]


def test_same_makes_one_file_the_older_unless_another_is_chosen(queue: LookAlikeQueueService, desk: Desk) -> None:
    pair = queue.pairs()[0]
    decision = queue.decide(pair.id, SAME)
    assert [one.code for one in MergingService(desk).merged(pair.older.code)] == [pair.newer.code]
    queue.take_back(decision)
    queue.decide(pair.id, SAME, keep=pair.newer.code)
    assert [one.code for one in MergingService(desk).merged(pair.newer.code)] == [pair.older.code]
    assert len(PeopleService(desk).search("")) == 2


def test_a_pair_whose_file_was_merged_waits_under_the_one_it_went_into(
    queue: LookAlikeQueueService, desk: Desk
) -> None:
    first, second, third = sorted(one.code for one in PeopleService(desk).search(""))
    MergingService(desk).merge(first, second)
    (pair,) = queue.pairs()  # two rows, about the same two people
    assert queue.count() == 1
    assert ((pair.older.code, pair.newer.code), _today(desk)) == ((first, third), 1)
    queue.decide(pair.id, DIFFERENT)
    assert (queue.pairs(), _today(desk)) == ([], 0)
    MergingService(desk).unmerge(second)
    assert [(one.older.code, one.newer.code) for one in queue.pairs()] == [(first, second)]


def test_two_who_both_lodge_are_not_made_one(queue: LookAlikeQueueService, desk: Desk) -> None:
    before, (pair, *_) = _verdicts(desk), queue.pairs()
    site = CentreSetupService(desk).sites()[0].id
    for one in (pair.older, pair.newer):
        StayService(desk).open(PeopleService(desk).file(one.code).summary.id, site, moment(MONDAY, 13))
    with pytest.raises(TwoOpenStays):
        queue.decide(pair.id, SAME)
    assert _verdicts(desk) == before


@pytest.mark.parametrize("verdict", [SAME, DIFFERENT, LATER])
def test_every_answer_can_be_taken_back(queue: LookAlikeQueueService, desk: Desk, verdict: LookAlikeVerdict) -> None:
    before, pairs = _verdicts(desk), queue.pairs()
    decision = queue.decide(pairs[0].id, verdict)
    assert _verdicts(desk) != before
    queue.take_back(decision)
    assert (_verdicts(desk), queue.pairs()) == (before, pairs)


def test_what_is_put_off_waits_at_the_end(queue: LookAlikeQueueService) -> None:
    first, *others = [pair.id for pair in queue.pairs()]
    queue.decide(first, LATER)
    assert [pair.id for pair in queue.pairs()] == [*others, first]


def test_said_to_be_one_at_the_import_waits_until_the_files_are_one(queue: LookAlikeQueueService, desk: Desk) -> None:
    pair = queue.pairs()[0]
    LookAlikeService(desk).decide(pair.id, SAME)
    assert [one.verdict for one in queue.pairs() if one.id == pair.id] == [SAME]
    MergingService(desk).merge(pair.older.code, pair.newer.code)
    assert pair.id not in {one.id for one in queue.pairs()}


def test_what_is_no_pair_any_more_or_names_a_third_file_is_refused(queue: LookAlikeQueueService, desk: Desk) -> None:
    pair = queue.pairs()[0]
    (third,) = {one.code for one in PeopleService(desk).search("")} - {pair.older.code, pair.newer.code}
    with pytest.raises(NotFound):
        queue.decide(pair.id, SAME, keep=third)
    assert _verdicts(desk) == [None] * 3  # refused whole
    decision = queue.decide(pair.id, SAME)
    for again in (pair.id, uuid7()):
        with pytest.raises(NotFound):
            queue.decide(again, DIFFERENT)
    MergingService(desk).unmerge(pair.newer.code)
    with pytest.raises(NotMerged):
        queue.take_back(decision)


def test_only_those_who_may_correct_the_files_they_see_decide(queue: LookAlikeQueueService, desk_for: DeskFor) -> None:
    pair = queue.pairs()[0]
    for role in (Role.ACTIVITIES, Role.MONITORING, Role.ADMINISTRATION):
        with pytest.raises(NotAllowed):
            LookAlikeQueueService(desk_for(role)).decide(pair.id, SAME)
    elsewhere = LookAlikeQueueService(desk_for(*Role, sites=frozenset({uuid7()})))
    assert elsewhere.pairs() == []
    with pytest.raises(NotFound):
        elsewhere.decide(pair.id, SAME)
