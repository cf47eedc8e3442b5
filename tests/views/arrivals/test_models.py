"""The tables of the convoy desk keep Qt's promises, hide names when asked, and survive the walk."""

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.centre import Centre
from desktop.i18n import LANGUAGES
from desktop.settings import LARGEST_TEXT
from desktop.views.arrivals.arrivals_view import ArrivalsView
from desktop.views.arrivals.frame import COLUMNS, PREVIEW
from desktop.views.arrivals.preview_step import CHIPS
from desktop.views.shared.discretion import discretion
from desktop.views.shared.shell import Shell
from desktop.views.shared.speech import speak
from desktop.views.shared.style import dress, load_fonts
from tests.spreadsheets.lists import CHARTER, NIGHT, written
from tests.views.arrivals.conftest import Keys
from tests.views.walk import faults

LONG = "COULIBALY DIT SAMAKÉ TRAORÉ BANDIOUGOU DE LA GRANDE FAMILLE"


def _models(view: ArrivalsView) -> list[QAbstractItemModel]:
    preview = view.wizard.preview
    return [view.landing.table, view.wizard.heading.table, preview.table, preview.likenesses.table]


def test_each_table_keeps_the_promises_of_qt(keys: Keys, view: ArrivalsView, qtmodeltester: ModelTester) -> None:
    keys.open_list(CHARTER)
    keys.go_on_to_preview()
    keys.bring_in()
    keys.open_list(NIGHT)
    keys.go_on_to_preview()
    for model in _models(view):
        assert model.rowCount() > 0
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # the plugin has no types here


def test_f8_hides_the_names_of_a_list_at_every_step(keys: Keys, view: ArrivalsView) -> None:
    keys.open_list(CHARTER)
    discretion.set_hidden(hidden=True)
    assert "FANÉ" not in _shown(view.wizard.heading.table)
    keys.go_on_to_preview()
    assert "FANÉ" not in _shown(view.wizard.preview.table)
    discretion.set_hidden(hidden=False)
    assert "FANÉ" in _shown(view.wizard.preview.table)


def _shown(model: QAbstractItemModel) -> str:
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return " ".join(str(model.index(row, column).data()) for row in rows for column in columns)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_stands_the_walk_with_large_letters(
    qtbot: QtBot, qapp: QApplication, opened: Centre, tmp_path: Path, language: str
) -> None:
    load_fonts()
    speak(qapp, language)
    dress(qapp, "light", LARGEST_TEXT)
    shell = Shell(opened)
    window = QWidget()
    view = ArrivalsView(shell)
    QVBoxLayout(window).addWidget(view)
    window.resize(1040, 560)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    view.setFocus()
    keys = Keys(qtbot, view)
    told = [*_faults(window, language)]
    bad = written(tmp_path, f"Nom;Prénom;Né le;Autre\n{LONG};Mahamadou;31/02/1990;x\nKONE;Awa;1990;y\n")
    keys.open_list(bad)
    told += _faults(window, language)
    for step in (COLUMNS, PREVIEW):
        view.wizard.go_on()
        keys.wait_for(step)
        told += _faults(window, language)
    view.take(NIGHT)
    keys.wait_for(1)
    for step in (COLUMNS, PREVIEW):
        view.wizard.go_on()
        keys.wait_for(step)
    for code in CHIPS:
        view.wizard.preview.chips.choose(code)
        view.wizard.preview.chips.chosen.emit(code)
        told += _faults(window, language)
    keys.bring_in()
    view.open_convoy(opened.convoy_desk.recent()[0])
    told += _faults(window, language)
    view.grid.grid.setCurrentIndex(view.grid.table.index(0, 1))
    keys.press(Qt.Key.Key_F2)
    told += _faults(window, language)
    shell.tasks.finish()
    delete(window)
    assert told == []


def _faults(window: QWidget, language: str) -> list[str]:
    for _ in range(3):
        QApplication.processEvents()
    return list(faults(window, language))
