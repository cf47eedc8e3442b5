"""A convoy's list comes in by keys alone, whatever its shape, and goes out again as one act."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.services.person_changes import PersonChange
from desktop.spreadsheets.words import Field
from desktop.views.arrivals.arrivals_view import ArrivalsView
from desktop.views.arrivals.frame import COLUMNS, FILE, HEADING, PREVIEW
from desktop.views.arrivals.preview_step import ALIKE, DOUBTFUL, WRONG
from desktop.views.shared.shell import Shell
from desktop.vocabulary import LookAlikeVerdict
from tests.spreadsheets.lists import BUS, CHARTER, NIGHT, written
from tests.views.arrivals.conftest import Keys


@pytest.mark.parametrize(("path", "people"), [(CHARTER, 107), (BUS, 42), (NIGHT, 37)])
def test_each_real_list_comes_in_by_keys_alone(
    keys: Keys, view: ArrivalsView, opened: Centre, path: Path, people: int
) -> None:
    keys.open_list(path)
    keys.go_on_to_preview()
    assert view.wizard.preview.table.rowCount() == people
    keys.bring_in()
    [line] = opened.convoy_desk.recent()
    assert (line.name, line.people, line.with_bed) == (path.stem, people, 6)
    assert view.landing.said.text() == f"{people} people came in. 6 have a bed."
    assert view.landing.line() == line


def test_an_empty_desk_offers_the_next_act(keys: Keys, view: ArrivalsView) -> None:
    assert view.landing.empty.isVisible()
    keys.press(Qt.Key.Key_Space)
    assert view.wizard.isVisible()
    assert view.wizard.why.text() == "Choose a list first."
    assert not view.wizard.on.isEnabled()
    keys.press(Qt.Key.Key_Escape)
    assert view.landing.isVisible()


def test_a_file_that_is_no_list_is_answered_where_it_was_typed(
    keys: Keys, view: ArrivalsView, qtbot: QtBot, tmp_path: Path
) -> None:
    keys.control(Qt.Key.Key_N)
    keys.type(str(tmp_path / "absente.csv"))
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(view.wizard.refusal.isVisible)
    assert view.wizard.refusal.text() == "There is no file “absente.csv”."
    assert view.wizard.step == FILE
    assert view.wizard.file.path.text().endswith("absente.csv")


def test_cells_that_cannot_be_are_told_by_row_and_column_and_let_nobody_in(
    keys: Keys, view: ArrivalsView, opened: Centre, tmp_path: Path
) -> None:
    keys.open_list(written(tmp_path, "Nom;Prénom;Né le\nKONÉ;Awa;1990\nBAH;Issa;31/02/1990\n"))
    keys.go_on_to_preview()
    preview = view.wizard.preview
    assert (preview.chips.code(), preview.table.rowCount()) == (WRONG, 1)
    assert preview.detail.text() == "Row 3, column C: “31/02/1990” is no birth date or age that can be."
    assert not view.wizard.on.isEnabled()
    assert view.wizard.why.text() == "Some cells must be corrected first."
    keys.control(Qt.Key.Key_Return)
    assert opened.convoy_desk.recent() == []


def test_contradictions_are_shown_apart_and_stop_nobody(keys: Keys, view: ArrivalsView) -> None:
    keys.open_list(CHARTER)
    keys.go_on_to_preview()
    preview = view.wizard.preview
    preview.chips.choose(DOUBTFUL)
    preview.chips.chosen.emit(DOUBTFUL)
    assert preview.table.rowCount() == 6
    assert "a man and a pregnancy" in preview.detail.text()
    assert view.wizard.on.isEnabled()


def test_a_meaning_is_changed_by_keys_and_remembered_for_the_sender(
    keys: Keys, view: ArrivalsView, tmp_path: Path
) -> None:
    text = "Nom;Prénom;Truc\n{};Kita\n"
    keys.open_list(written(tmp_path, text.format("KONE;Awa")))
    keys.control(Qt.Key.Key_Return)
    keys.wait_for(COLUMNS)
    columns = view.wizard.columns
    assert columns.aside.text() == "1 column is left aside: C. It stays in your file."
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Tab)
    _turn_to(keys, columns.meanings["C"], Field.ORIGIN)
    assert not columns.aside.isVisible()
    keys.control(Qt.Key.Key_Return)
    keys.wait_for(PREVIEW)
    keys.bring_in()
    keys.open_list(written(tmp_path, text.format("BAH;Issa"), "suite.csv"))
    keys.control(Qt.Key.Key_Return)
    keys.wait_for(COLUMNS)
    assert columns.meanings["C"].currentData() == Field.ORIGIN.value
    assert columns.told.text().startswith("This sender’s columns are understood as last time.")


def _turn_to(keys: Keys, combo: QComboBox, field: Field) -> None:
    assert combo.hasFocus()
    for _ in range(combo.findData(field.value)):
        keys.press(Qt.Key.Key_Down)


def test_no_two_columns_mean_the_same(keys: Keys, view: ArrivalsView, tmp_path: Path) -> None:
    keys.open_list(written(tmp_path, "Nom;Prénom\nKONE;Awa\n"))
    keys.control(Qt.Key.Key_Return)
    keys.wait_for(COLUMNS)
    first, second = view.wizard.columns.meanings.values()
    second.setCurrentIndex(second.findData(first.currentData()))
    assert view.wizard.why.text() == "Columns A and B both say “Family name”: change one."
    assert not view.wizard.on.isEnabled()
    first.setCurrentIndex(0)
    assert view.wizard.on.isEnabled()


def test_a_list_without_known_headings_is_shown_to_choose_from(
    keys: Keys, view: ArrivalsView, opened: Centre, tmp_path: Path
) -> None:
    keys.open_list(written(tmp_path, "Bus 4;x\nA;B\nKONE;Awa\n"))
    keys.press(Qt.Key.Key_Down)
    assert view.wizard.heading.chosen.text() == "The headings stand in row 2."
    keys.control(Qt.Key.Key_Return)
    keys.wait_for(COLUMNS)
    keys.control(Qt.Key.Key_Return)
    keys.qtbot.waitUntil(view.wizard.refusal.isVisible)
    assert view.wizard.refusal.text().startswith("Say which column holds the names")
    _turn_to(keys, view.wizard.columns.meanings["A"], Field.FULL_NAME)
    keys.control(Qt.Key.Key_Return)
    keys.wait_for(PREVIEW)
    keys.bring_in()
    assert [one.name for one in opened.people.search("kone")] == ["KONE"]


def test_a_pasted_list_comes_in(keys: Keys, opened: Centre) -> None:
    QGuiApplication.clipboard().setText("Nom\tPrénom\nKONE\tAwa\nBAH\tIssa\n")
    keys.control(Qt.Key.Key_V)
    keys.wait_for(HEADING)
    keys.go_on_to_preview()
    keys.bring_in()
    assert opened.convoy_desk.recent()[0].people == 2


def test_an_empty_clipboard_is_answered(keys: Keys, view: ArrivalsView, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    keys.control(Qt.Key.Key_V)
    qtbot.waitUntil(view.wizard.refusal.isVisible)
    assert view.wizard.step == FILE


def test_a_dropped_file_is_read(keys: Keys, view: ArrivalsView) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(BUS))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    view.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, dropped, left, none))
    keys.wait_for(HEADING)
    assert view.wizard.heading.table.rowCount() > 40


def test_look_alikes_are_decided_side_by_side_and_remembered(keys: Keys, view: ArrivalsView, opened: Centre) -> None:
    for path in (CHARTER, NIGHT):
        keys.open_list(path)
        keys.go_on_to_preview()
        if path is CHARTER:
            keys.bring_in()
    preview = view.wizard.preview
    preview.chips.choose(ALIKE)
    preview.chips.chosen.emit(ALIKE)
    likenesses = preview.likenesses
    pairs = likenesses.table.rowCount()
    assert pairs >= 2
    assert likenesses.pane.newcomer.name.text() == likenesses.table.line(0).newcomer.name
    likenesses.pane.answers[LookAlikeVerdict.SAME].click()
    assert likenesses.pairs.currentIndex().row() == 1
    likenesses.pane.answers[LookAlikeVerdict.DIFFERENT].click()
    assert [likenesses.table.index(row, 4).data() for row in range(2)] == ["Same person", "Not the same"]
    keys.bring_in()
    assert len(opened.look_alikes.waiting()) == opened.convoy_desk.recent()[0].to_examine < pairs


def test_the_import_is_undone_in_the_toast_and_at_the_desk(
    keys: Keys, view: ArrivalsView, opened: Centre, shell: Shell, qtbot: QtBot
) -> None:
    keys.open_list(BUS)
    keys.go_on_to_preview()
    with qtbot.waitSignal(shell.toasted) as heard:
        keys.bring_in()
    assert heard.args is not None
    heard.args[2]()
    assert view.landing.empty.isVisible()
    assert view.landing.said.text() == "The import of “liste_bus_tamanrasset” is undone. Nobody of it is in the house."
    assert opened.people.search("") == []


def test_an_import_somebody_worked_on_stays_and_says_why(keys: Keys, view: ArrivalsView, opened: Centre) -> None:
    keys.open_list(BUS)
    keys.go_on_to_preview()
    keys.bring_in()
    person = opened.people.search("")[0]
    said = PersonChange(given_names="Issa", family_name="BAH", sex=person.sex, birth=None, nationality="",
                        languages="", phone="")  # fmt: skip
    opened.person_changes.change(person.code, opened.people.file(person.code).version_id, said)
    view.landing.undo.click()
    assert "a correction of a person’s file" in view.landing.refusal.text()
    assert view.landing.refusal.isVisible()
    assert opened.convoy_desk.recent()[0].people == 42


def test_an_import_under_way_is_stopped_and_leaves_nobody(
    keys: Keys, view: ArrivalsView, opened: Centre, qtbot: QtBot
) -> None:
    keys.open_list(CHARTER)
    keys.go_on_to_preview()
    view.wizard.go_on()
    view.wizard.asking.cancelled.emit()
    qtbot.waitUntil(view.wizard.refusal.isVisible)
    assert view.wizard.refusal.text() == "The import was stopped. Nobody was brought in."
    assert opened.convoy_desk.recent() == []
    keys.bring_in()
    assert opened.convoy_desk.recent()[0].people == 107
