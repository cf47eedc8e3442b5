"""The roll of a convoy is called by keys: the list came first, the bus later."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.views.arrivals.arrivals_view import ArrivalsView
from desktop.views.arrivals.frame import COLUMNS, HEADING, PREVIEW
from desktop.views.arrivals.roll_pane import RollPane
from desktop.views.shared.discretion import discretion
from desktop.vocabulary import ManifestState
from tests.spreadsheets.lists import written
from tests.views.arrivals.conftest import Keys

LIST = "Nom;Prénom;Age;Bracelet\nKEITA;Moussa;25;K-1\nBAH;Issa;30;K-2\nSOW;Awa;12;K-3\n"
EXPECTED, HERE, ADDED, ABSENT = ManifestState


@pytest.fixture
def roll(keys: Keys, view: ArrivalsView, tmp_path: Path) -> RollPane:
    """Take a list in whose bus is still on its way, by keys."""
    keys.control(Qt.Key.Key_N)
    keys.type(str(written(tmp_path, LIST)))
    view.wizard.file.expected.setFocus()
    keys.press(Qt.Key.Key_Space)
    for step in (HEADING, COLUMNS, PREVIEW):
        keys.control(Qt.Key.Key_Return)
        keys.wait_for(step)
    keys.control(Qt.Key.Key_Return)
    keys.qtbot.waitUntil(view.roll.isVisible, timeout=30000)
    return view.roll


def _states(roll: RollPane) -> list[ManifestState]:
    return [roll.table.line(row).state for row in range(roll.table.rowCount())]


def test_a_list_whose_bus_is_on_its_way_opens_its_roll_with_nobody_in_the_house(roll: RollPane, opened: Centre) -> None:
    assert _states(roll) == [EXPECTED] * 3
    assert roll.counts.text() == "On the list 3 · here 0 · not on the list 0 · did not come 0"
    assert opened.people.search() == []
    assert roll.lines.hasFocus()


def test_no_decision_on_look_alikes_is_asked_that_an_expected_list_could_not_keep(
    keys: Keys, view: ArrivalsView, tmp_path: Path
) -> None:
    keys.open_list(written(tmp_path, LIST.replace("SOW;Awa;12", "KEITA;Moussa;25")))
    pane = view.wizard.preview.likenesses.pane
    for expected in (False, True):
        view.wizard.go_back()
        view.wizard.file.expected.setChecked(expected)
        keys.control(Qt.Key.Key_Return)
        keys.wait_for(HEADING)
        keys.go_on_to_preview()
        shown = [one.isVisibleTo(pane) for one in (*pane.answers.values(), pane.waits)]
        assert shown == [not expected] * 3 + [expected]
        for _ in range(2):
            view.wizard.go_back()


def test_one_key_ticks_and_goes_on_and_the_rest_did_not_come(
    roll: RollPane, keys: Keys, opened: Centre, qtbot: QtBot
) -> None:
    keys.press(Qt.Key.Key_A)
    assert roll.lines.currentIndex().row() == 1
    keys.press(Qt.Key.Key_N)
    assert roll.lines.currentIndex().row() == 2
    keys.press(Qt.Key.Key_A)
    assert _states(roll) == [HERE, EXPECTED, HERE]
    assert [one.name for one in opened.people.search()] == ["Moussa KEITA", "Awa SOW"]
    with qtbot.waitSignal(roll._shell.toasted) as heard:
        roll.rest.click()
    assert _states(roll) == [HERE, ABSENT, HERE]
    assert roll.counts.text() == "On the list 3 · here 2 · not on the list 0 · did not come 1"
    assert not roll.rest.isEnabled()
    assert heard.args is not None
    heard.args[2]()
    assert _states(roll) == [HERE, EXPECTED, HERE]


def test_the_convoys_say_that_some_are_still_expected(roll: RollPane, view: ArrivalsView) -> None:
    roll.tick()
    view.leave()
    assert view.landing.table.index(0, 3).data() == "1 of 3"


def test_the_words_after_a_tick_hide_the_name_while_names_are_hidden(roll: RollPane, keys: Keys, qtbot: QtBot) -> None:
    discretion.set_hidden(hidden=True)
    with qtbot.waitSignal(roll._shell.toasted) as heard:
        keys.press(Qt.Key.Key_A)
    assert heard.args is not None
    assert heard.args[0] == "K… M… is here."


def test_who_is_not_on_the_list_is_added_by_keys_and_taken_back(
    roll: RollPane, keys: Keys, opened: Centre, qtbot: QtBot
) -> None:
    roll.unlisted.setFocus()
    keys.press(Qt.Key.Key_Return)
    assert roll.refusal.text() == "Write a name or a wristband number."
    keys.type("K-9")
    with qtbot.waitSignal(roll._shell.toasted) as heard:
        keys.press(Qt.Key.Key_Return)
    assert _states(roll) == [EXPECTED] * 3 + [ADDED]
    assert (roll.unlisted.band.text(), roll.refusal.isVisible()) == ("", False)
    assert len(opened.people.search()) == 1
    assert heard.args is not None
    heard.args[2]()
    assert _states(roll) == [EXPECTED] * 3
    assert opened.people.search() == []


def test_the_roll_leads_to_the_cells_and_keeps_the_promises_of_qt(
    roll: RollPane, view: ArrivalsView, keys: Keys, qtmodeltester: ModelTester
) -> None:
    keys.press(Qt.Key.Key_A)
    qtmodeltester.check(roll.table)  # type: ignore[no-untyped-call]  # the plugin has no types here
    roll.correct.click()
    assert view.grid.isVisible()
    assert view.grid.table.rowCount() == 1


def test_the_true_time_of_arrival_is_kept_and_births_are_written_as_the_office_does(
    roll: RollPane, keys: Keys, opened: Centre
) -> None:
    assert roll.table.index(0, 3).data() == "25"
    at = datetime.now(UTC).replace(second=0, microsecond=0) - timedelta(hours=3)
    roll.arrived.show_moment(at.astimezone(roll.arrived.moment().tzinfo))
    keys.press(Qt.Key.Key_A)
    [line] = opened.convoy_desk.recent()
    assert (line.has_arrived, line.at) == (True, at)


def test_the_wizard_asks_when_an_expected_convoy_should_come(keys: Keys, view: ArrivalsView) -> None:
    keys.control(Qt.Key.Key_N)
    step = view.wizard.file
    assert step.arrived.accessibleName() == "Time of arrival"
    step.expected.click()
    assert step.when.label.text() == "They should come on (&A)"
    step.expected.click()
    assert step.when.label.text() == "Time of &arrival"


def test_somebody_is_added_to_a_convoy_that_came_already(
    keys: Keys, view: ArrivalsView, opened: Centre, tmp_path: Path
) -> None:
    keys.open_list(written(tmp_path, LIST))
    keys.go_on_to_preview()
    keys.bring_in()
    keys.press(Qt.Key.Key_Return)
    view.grid.roll.click()
    assert _states(view.roll) == [HERE] * 3
    view.roll.unlisted.setFocus()
    keys.type("K-9")
    keys.press(Qt.Key.Key_Return)
    assert _states(view.roll) == [HERE] * 3 + [ADDED]
    assert opened.convoy_desk.recent()[0].people == 4
