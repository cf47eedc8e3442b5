"""The lists a centre edits: nothing is deleted, nothing sealed is shown."""

from uuid import uuid4

import pytest
import sqlalchemy as sa

from desktop.errors import ChangedMeanwhile, NotAllowed, NotFound
from desktop.models.centre import ListItem
from desktop.rights import Permission, Role
from desktop.services.centre_lists import ACTIVITIES, CentreListService, ListLine, Wordless, WordTaken
from desktop.services.centre_setup import CentreSetupService
from desktop.services.journal_page import JournalService
from desktop.services.planning import PlanningService
from desktop.storage.unit_of_work import Desk
from tests.conftest import DeskFor


@pytest.fixture
def lists(desk: Desk) -> CentreListService:
    """Give the lists of a new centre."""
    CentreSetupService(desk).seed_lists()
    return CentreListService(desk)


def _entry(lists: CentreListService, name: str, fr: str) -> ListLine:
    return next(line for line in lists.items(name) if line.fr == fr)


@pytest.mark.parametrize("name", [ACTIVITIES, "language"])
def test_an_entry_of_ones_own_is_added_reworded_withdrawn_and_brought_back(lists: CentreListService, name: str) -> None:
    key = lists.add(name, "Soninké du Sahel", "Sahel Soninke")
    made = _entry(lists, name, "Soninké du Sahel")
    assert (made.id, made.en, made.retired) == (key, "Sahel Soninke", False)
    lists.rename(name, key, made.version_id, "Sarakolé")
    assert _entry(lists, name, "Sarakolé").en == "Sarakolé"
    lists.retire(name, key)
    assert _entry(lists, name, "Sarakolé").retired
    lists.bring_back(name, key)
    assert not _entry(lists, name, "Sarakolé").retired


def test_a_withdrawn_activity_is_planned_no_more(lists: CentreListService, desk: Desk) -> None:
    planning = PlanningService(desk)
    first = lists.items(ACTIVITIES)[0]
    assert first.code in {one.code for one in planning.activity_types()}
    lists.retire(ACTIVITIES, first.id)
    assert first.code not in {one.code for one in planning.activity_types()}


@pytest.mark.parametrize("typed", ["Bambara", " bambara "])
def test_a_word_stands_once_in_a_list(lists: CentreListService, typed: str) -> None:
    if not any(line.fr == "Bambara" for line in lists.items("language")):
        lists.add("language", "Bambara")
    with pytest.raises(WordTaken):
        lists.add("language", typed)


def test_an_entry_needs_a_french_word(lists: CentreListService) -> None:
    with pytest.raises(Wordless):
        lists.add("language", "  ", "Fulani")


def test_a_colleague_who_was_first_keeps_their_words(lists: CentreListService) -> None:
    line = lists.items("language")[0]
    lists.rename("language", line.id, line.version_id, "Autre mot")
    with pytest.raises(ChangedMeanwhile):
        lists.rename("language", line.id, line.version_id, "Encore un autre")
    with pytest.raises(ChangedMeanwhile):
        lists.retire("language", uuid4())


def test_a_list_nobody_has_is_said(lists: CentreListService) -> None:
    with pytest.raises(NotFound):
        lists.add("nowhere", "Mot")


def test_what_lives_in_a_compartment_is_not_shown(lists: CentreListService, desk: Desk) -> None:
    with desk.begin(Permission.MANAGE_CENTRE) as work:
        work.insert(ListItem, list="need", code="hidden", label_fr="Caché", label_en="Hidden", lives_in="clinical")
        work.trace("add list item")
    assert "hidden" not in {line.code for line in lists.items("need")}
    with desk.read(Permission.MANAGE_CENTRE) as look:
        assert look.scalar(sa.select(ListItem.code).where(ListItem.code == "hidden"))


def test_codes_that_the_program_acts_on_are_not_offered(lists: CentreListService) -> None:
    assert lists.lists()[0] == ACTIVITIES
    assert "departure_reason" in lists.lists()
    assert "status" not in lists.lists()


def test_each_change_is_in_the_journal(lists: CentreListService, desk: Desk) -> None:
    key = lists.add("language", "Sarakolé")
    lists.retire("language", key)
    assert [line.action for line in JournalService(desk).lines(limit=2)] == ["retire", "add list item"]


def test_reception_changes_no_list(desk_for: DeskFor) -> None:
    lists = CentreListService(desk_for(Role.RECEPTION))
    with pytest.raises(NotAllowed):
        lists.items("language")
    with pytest.raises(NotAllowed):
        lists.add("language", "Sarakolé")
    with pytest.raises(NotAllowed):
        lists.retire("language", uuid4())
