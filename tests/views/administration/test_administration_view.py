"""The page shows the sections that one's rights open, in both languages, at every size."""

from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.centre import Centre
from desktop.i18n import LANGUAGES
from desktop.settings import LARGEST_TEXT
from desktop.views.administration.accounts_section import AccountsSection
from desktop.views.administration.administration_view import AdministrationView
from desktop.views.administration.backup_section import BackupSection
from desktop.views.administration.rights_section import RightsSection
from desktop.views.administration.sections import SECTIONS
from desktop.views.main_window import MainWindow
from desktop.views.shared.printing.preview import PrintPreview
from desktop.views.shared.shell import Shell
from desktop.views.shared.speech import speak
from desktop.views.shared.style import dress, load_fonts
from tests.views.walk import ROOM, faults


def test_arrows_walk_through_the_sections(view: AdministrationView) -> None:
    names = [entry.name for entry in SECTIONS if view._shell.centre.desk.may(entry.needs)]
    seen = [view.place()]
    for _ in names[1:]:
        QTest.keyClick(view.names, Qt.Key.Key_Down)
        seen.append(view.place())
    assert seen == [(name,) for name in names]


def test_a_narrow_page_leaves_the_room_to_the_work(view: AdministrationView) -> None:
    view.resize(700, 500)
    assert not view.names.isVisible()
    view.choice.setFocus()
    QTest.keyClick(view.choice, Qt.Key.Key_Down)
    assert view.place() == ("rights",)


def test_an_unknown_section_changes_nothing(view: AdministrationView) -> None:
    view.open("journal")
    view.open("nowhere")
    assert view.place() == ("journal",)


def test_rights_read_as_the_program_obeys_them(view: AdministrationView) -> None:
    view.open("rights")
    section = view.section()
    assert isinstance(section, RightsSection)
    table = section.table
    rows = {table.index(row, 0).data(): row for row in range(table.rowCount())}
    row = rows["Write sealed notes in one's own cases"]
    assert [table.index(row, column).data() for column in range(1, 9)] == list("–––✓✓–✓–")


def test_the_table_of_rights_is_shown_before_it_is_printed(qtbot: QtBot, view: AdministrationView) -> None:
    view.open("rights")
    section = view.section()
    assert isinstance(section, RightsSection)
    section.print.click()
    preview = section.findChild(PrintPreview)
    assert preview is not None
    qtbot.waitUntil(lambda: preview.frame.pages.count() > 0, timeout=20_000)
    preview.reject()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", [entry.name for entry in SECTIONS])
def test_every_section_stands_the_walk(qapp: QApplication, opened: Centre, language: str, section: str) -> None:
    load_fonts()
    speak(qapp, language)
    dress(qapp, "light", LARGEST_TEXT)
    window = MainWindow(Shell(opened))
    with ExitStack() as held:
        held.callback(delete, window)
        window.resize(*ROOM)
        window.show()
        window.go_to("administration", (section,))
        for _ in range(3):
            QApplication.processEvents()
        assert list(faults(window, language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_symbols_to_compare_are_never_cut(qapp: QApplication, opened: Centre, language: str) -> None:
    load_fonts()
    speak(qapp, language)
    dress(qapp, "light", LARGEST_TEXT)
    request = opened.accounts.terms().request("kadia", "another-one-2")
    window = MainWindow(Shell(opened))
    with ExitStack() as held:
        held.callback(delete, window)
        window.resize(*ROOM)
        window.show()
        window.go_to("administration", ("accounts",))
        page = window.page()
        assert isinstance(page, AdministrationView)
        section = page.section()
        assert isinstance(section, AccountsSection)
        section.new.click()
        section.form.comparison.compare(request)
        for _ in range(3):
            QApplication.processEvents()
        assert list(faults(window, language)) == []
        assert not section.form.act.isVisible()


def test_a_window_can_open_a_section_by_name(view: AdministrationView) -> None:
    view.open("backup")
    assert isinstance(view.section(), BackupSection)
