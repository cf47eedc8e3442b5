"""Services are found, opened, corrected, checked and taken out by keys, on a real vault."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.centre import Centre
from desktop.i18n import LANGUAGES
from desktop.services.directory import ServiceEntry
from desktop.settings import LARGEST_TEXT
from desktop.views.directory.directory_view import DirectoryView
from desktop.views.main_window import MainWindow
from desktop.views.shared.shell import Shell
from desktop.views.shared.speech import speak
from desktop.views.shared.style import dress, load_fonts
from tests.centres import TestCentre
from tests.views.opened import signed_in
from tests.views.walk import ROOM, faults

NIGHT = ServiceEntry(
    code="HGT", organisation="Gabriel Touré", name="Urgences de nuit", landmark="Grand marché", takes="tout le monde"
)
SCHOOL = ServiceEntry(code="ECO", organisation="Mairie", name="Cours de couture", verified_on=date(2020, 1, 2))

KNOWN = "Caritas Mali"  # seeded with the code Caritas


@pytest.fixture
def opened(centre: TestCentre) -> Iterator[Centre]:
    """Give the centre as social work sees it, with two services."""
    with signed_in(centre, "mariam") as made:
        for entry in (NIGHT, SCHOOL):
            made.directory.add(entry)
        yield made


@pytest.fixture
def shell(opened: Centre) -> Shell:
    return Shell(opened)


@pytest.fixture
def view(qtbot: QtBot, shell: Shell) -> DirectoryView:
    """Give the page."""
    made = DirectoryView(shell)
    qtbot.addWidget(made)
    made.resize(1000, 560)
    made.show()
    return made


def _names(view: DirectoryView) -> list[str]:
    return [view.found.table.line(row).name for row in range(view.found.table.rowCount())]


def test_typing_looks_into_places_and_whom_a_service_takes(view: DirectoryView) -> None:
    assert len(_names(view)) == 2
    QTest.keyClicks(view.found.sought, "marche monde")
    assert _names(view) == ["Urgences de nuit"]
    QTest.keyClicks(view.found.sought, "x")
    assert view.found.empty.isVisible()


def test_enter_opens_the_only_one_and_escape_comes_back(view: DirectoryView) -> None:
    QTest.keyClicks(view.found.sought, "nuit")
    QTest.keyClick(view.found.sought, Qt.Key.Key_Return)
    assert view.place() == ("HGT",)
    assert view.sheet.fields.edits["landmark"].text() == "Grand marché"
    assert view.sheet.fields.edits["landmark"].isReadOnly()
    QTest.keyClick(view.sheet.back, Qt.Key.Key_Space)
    assert view.place() == ()


def test_a_service_nobody_checked_for_long_fades_with_a_word(view: DirectoryView) -> None:
    said = {view.found.table.line(row).code: view.found.table.index(row, 3).data() for row in range(2)}
    assert said == {"HGT": "Never checked", "ECO": "To check: 02/01/2020"}


def test_a_correction_is_kept_and_undone(qtbot: QtBot, view: DirectoryView, shell: Shell) -> None:
    view.open("HGT")
    QTest.keyClick(view.sheet.change, Qt.Key.Key_Space)
    QTest.keyClicks(view.sheet.fields.edits["hours"], "20 h - 6 h")
    with qtbot.waitSignal(shell.toasted) as heard:
        QTest.keyClick(view.sheet.save, Qt.Key.Key_Space)
    assert shell.centre.directory.service("HGT").hours == "20 h - 6 h"
    assert heard.args is not None
    heard.args[2]()
    assert shell.centre.directory.service("HGT").hours == ""


def test_a_colleague_who_was_first_is_said_and_nothing_typed_is_lost(view: DirectoryView, shell: Shell) -> None:
    view.open("HGT")
    view.sheet.write()
    QTest.keyClicks(view.sheet.fields.edits["hours"], "20 h")
    shell.centre.directory.verify("HGT")
    QTest.keyClick(view.sheet.save, Qt.Key.Key_Space)
    assert view.sheet.refusal.text().startswith("A colleague changed this record")
    assert view.sheet.fields.edits["hours"].text() == "20 h"
    view.back()
    assert view.sheet.isVisible()


def test_a_call_today_is_noted_and_undone(qtbot: QtBot, view: DirectoryView, shell: Shell) -> None:
    view.open("ECO")
    with qtbot.waitSignal(shell.toasted) as heard:
        QTest.keyClick(view.sheet.verify, Qt.Key.Key_Space)
    assert view.sheet.checked.text().endswith(", by Mariam")
    assert heard.args is not None
    heard.args[2]()
    assert shell.centre.directory.service("ECO").verified_on == date(2020, 1, 2)


def test_a_service_taken_out_comes_back_by_undo(qtbot: QtBot, view: DirectoryView, shell: Shell) -> None:
    view.open("ECO")
    with qtbot.waitSignal(shell.toasted) as heard:
        QTest.keyClick(view.sheet.retire, Qt.Key.Key_Space)
    assert _names(view) == ["Urgences de nuit"]
    assert heard.args is not None
    heard.args[2]()
    view.refresh()
    assert len(_names(view)) == 2


def test_a_new_service_begins_with_what_was_sought(view: DirectoryView, shell: Shell) -> None:
    QTest.keyClicks(view.found.sought, "Foyer")
    QTest.keyClick(view.found.new, Qt.Key.Key_Space)
    assert view.sheet.fields.edits["name"].text() == "Foyer"
    QTest.keyClick(view.sheet.save, Qt.Key.Key_Space)
    assert view.sheet.refusal.isVisible()
    QTest.keyClicks(view.sheet.fields.edits["organisation"], "Caritas")
    QTest.keyClick(view.sheet.save, Qt.Key.Key_Space)
    assert [one.organisation for one in shell.centre.directory.services() if one.name == "Foyer"] == [KNOWN]


def test_reception_reads_and_is_offered_no_change(qtbot: QtBot, centre: TestCentre) -> None:
    with signed_in(centre, "seydou") as reception:
        view = DirectoryView(Shell(reception))
        qtbot.addWidget(view)
        view.show()
        assert not view.found.new.isVisible()
        assert view.found.empty.words.text() == "No service is written down yet."


def test_a_code_nobody_has_is_explained(qtbot: QtBot, view: DirectoryView, shell: Shell) -> None:
    with qtbot.waitSignal(shell.toasted) as heard:
        view.open("XYZ")
    assert heard.args is not None
    assert "XYZ" in heard.args[0]


def test_the_table_keeps_the_promises_of_qt(view: DirectoryView, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(view.found.table)  # type: ignore[no-untyped-call]  # the plugin has no types here


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_that_is_written_in_stands_the_walk(qapp: QApplication, opened: Centre, language: str) -> None:
    load_fonts()
    speak(qapp, language)
    dress(qapp, "light", LARGEST_TEXT)
    window = MainWindow(Shell(opened))
    with ExitStack() as held:
        held.callback(delete, window)
        window.resize(*ROOM)
        window.show()
        window.go_to("directory", ("HGT",))
        page = window.page()
        assert isinstance(page, DirectoryView)
        page.sheet.write()
        for _ in range(3):
            QApplication.processEvents()
        assert list(faults(window, language)) == []
