"""The program signs in beside the screen, looks as each account likes, locks, and draws its pages."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.app import render_pictures
from desktop.centre import Centre
from desktop.settings import Settings
from desktop.views.people.file_view import FileView
from desktop.views.program import Program
from desktop.views.shared.discretion import discretion
from desktop.views.shared.style import worn
from desktop.views.sign_in.welcome import WelcomeWindow
from desktop.views.window.worry_dialog import WorryDialog
from tests.centres import PASSWORD, TestCentre
from tests.views.opened import first_person, house_of, signed_in

USUAL = Settings(language="en")


Start = Callable[..., Program]


@pytest.fixture
def start(qapp: QApplication) -> Iterator[Start]:
    """Start the program on a folder; its windows go when the test ends."""
    started: list[Program] = []

    def begin(folder: Path, settings: Settings = USUAL) -> Program:
        started.append(Program(qapp, folder, settings, remembered=folder.parent / "config" / "last-login"))
        return started[-1]

    yield begin
    for program in started:
        program.close()
        for window in filter(None, (program.window, program.sign_in)):
            window.hide()
            delete(window)


def _sign_in(qtbot: QtBot, program: Program, login: str = "mariam") -> None:
    program.sign_in.asked.emit(login, PASSWORD)
    qtbot.waitUntil(lambda: program.window is not None, timeout=20000)


def test_a_wrong_password_is_refused_in_the_window(qtbot: QtBot, start: Start, centre: TestCentre) -> None:
    program = start(centre.folder)
    program.sign_in.asked.emit("mariam", "wrong-password")
    qtbot.waitUntil(lambda: program.sign_in.refusal.text() != "", timeout=20000)
    assert program.window is None


def test_a_damaged_vault_is_not_called_a_wrong_password(qtbot: QtBot, start: Start, centre: TestCentre) -> None:
    program = start(centre.folder)
    program.sign_in.asked.emit("mariam", "wrong-password")
    qtbot.waitUntil(lambda: program.sign_in.refusal.text() != "", timeout=20000)
    wrong = program.sign_in.refusal.text()
    database = next(centre.folder.glob("data-*.db"))
    database.write_bytes(b"\x00" * 4096 + database.read_bytes()[4096:])
    program.sign_in.asked.emit("mariam", PASSWORD)
    qtbot.waitUntil(lambda: program.sign_in.refusal.text() != wrong, timeout=20000)
    assert program.window is None


def test_the_language_is_kept_with_the_account_and_switched_at_once(
    qtbot: QtBot, start: Start, centre: TestCentre
) -> None:
    program = start(centre.folder)
    _sign_in(qtbot, program)
    assert program.sign_in.isHidden()
    program.window.go_to("people")
    first, title = program.window, program.window.header.title.text()
    assert title == "People"
    first.header.display.language_chosen.emit("fr")
    assert (first.isVisible(), program.window.header.title.text()) == (False, "Personnes")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "Fermer"
    program.window.side.lock.click()
    assert (program.window, program.sign_in.isVisible(), program.sign_in.button.text()) == (None, True, "Sign in")
    _sign_in(qtbot, program)
    program.window.go_to("people")
    assert program.window.header.title.text() == "Personnes"


def test_theme_and_size_change_under_the_open_page(qtbot: QtBot, start: Start, centre: TestCentre) -> None:
    program = start(centre.folder)
    _sign_in(qtbot, program)
    program.window.sidebar.setCurrentRow(1)
    program.window.header.display.theme_chosen.emit("dark")
    program.window.header.display.size_chosen.emit(150)
    assert (worn(), program.window.sidebar.currentRow()) == (("dark", 150), 1)
    program.lock()
    assert worn() == ("light", 100)  # the computer's own look, until somebody signs in


def test_locking_takes_the_centre_and_the_pages_away(qtbot: QtBot, start: Start, centre: TestCentre) -> None:
    program = start(centre.folder)
    _sign_in(qtbot, program)
    discretion.toggle()
    program.lock()
    assert (program._centre, program.window, discretion.hides) == (None, None, False)
    _sign_in(qtbot, program, "seydou")  # the file is free again for a colleague
    assert program.window.side.pages.count() > 0


def test_nobody_touching_the_window_locks_it(qtbot: QtBot, start: Start, centre: TestCentre) -> None:
    program = start(centre.folder)
    _sign_in(qtbot, program)
    program._idle._rest.setInterval(400)
    program._idle.watch(program.window.windowHandle())
    program._idle.start()
    until = time.monotonic() + 0.8
    while time.monotonic() < until:  # twice as long as the limit, and touched all along
        QTest.mouseMove(program.window.windowHandle(), QPoint(5, round(until * 1000) % 7 + 1))
        QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_Shift)
        qtbot.wait(40)
    assert program.window is not None
    qtbot.waitUntil(lambda: program.window is None, timeout=5000)


def test_a_login_is_remembered_only_where_a_setting_says_so(qtbot: QtBot, start: Start, centre: TestCentre) -> None:
    program = start(centre.folder)
    _sign_in(qtbot, program)
    program.lock()
    assert (program.sign_in.login.text(), (centre.folder.parent / "config").exists()) == ("", False)
    program.close()
    remembers = start(centre.folder, Settings(language="en", remember_login=True))
    _sign_in(qtbot, remembers)
    remembers.lock()
    assert remembers.sign_in.login.text() == "mariam"


def test_a_colleague_takes_over_by_keys_and_finds_an_empty_login(
    qtbot: QtBot, start: Start, centre: TestCentre
) -> None:
    program = start(centre.folder, Settings(language="en", remember_login=True))
    _sign_in(qtbot, program)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.waitUntil(program.window.isActiveWindow)
    QTest.keyClick(program.window, Qt.Key.Key_L, both)
    assert (program.window, program.sign_in.login.text(), program._centre) == (None, "", None)
    QTest.keyClicks(program.sign_in.login, "seydou")
    QTest.keyClicks(program.sign_in.password, PASSWORD)
    QTest.keyClick(program.sign_in.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window is not None, timeout=20000)
    assert program._centre.member.login == "seydou"


def _press(program: Program, key: Qt.Key, *, shift: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(program.window, key, held | Qt.KeyboardModifier.ShiftModifier if shift else held)


def _sheets(program: Program) -> list[WorryDialog]:
    return [one for one in program.window.findChildren(WorryDialog) if one.isVisible()]


def test_a_worry_half_written_waits_over_the_lock_for_its_author_alone(
    qtbot: QtBot, start: Start, centre: TestCentre
) -> None:
    program = start(centre.folder)
    _sign_in(qtbot, program, "seydou")
    _press(program, Qt.Key.Key_I)
    (sheet,) = _sheets(program)
    QTest.keyClicks(sheet.text, "A boy is afr")
    program.lock(for_a_colleague=True)
    program.sign_in.asked.emit("seydou", "wrong-password")
    qtbot.waitUntil(program.sign_in.refusal.isVisible, timeout=20000)
    _sign_in(qtbot, program, "mariam")
    assert _sheets(program) == []
    program.lock()
    _sign_in(qtbot, program, "seydou")
    (sheet,) = _sheets(program)
    assert sheet.text.toPlainText() == "A boy is afr"
    assert not any(b"A boy is afr" in one.read_bytes() for one in centre.folder.rglob("*") if one.is_file())
    QTest.mouseClick(sheet.drop, Qt.MouseButton.LeftButton)
    program.lock()
    _sign_in(qtbot, program, "seydou")
    assert _sheets(program) == []  # what was thrown away does not come back


def test_two_colleagues_change_over_and_each_finds_what_they_left(
    qtbot: QtBot, start: Start, centre: TestCentre
) -> None:
    with signed_in(centre, "awa") as made:
        house_of(made).lodge("Moussa KEITA")
        code = first_person(made).code
    program = start(centre.folder)

    def given(login: str) -> QLineEdit:
        _sign_in(qtbot, program, login)
        program.window.go_to("people", (code,))
        file: FileView = program.window.page().file
        qtbot.waitUntil(lambda: file.form.fields.given.text() != "")
        return file.form.fields.given

    assert given("seydou").text() == "Moussa"
    form = program.window.page().file.form
    form.change.click()
    QTest.keyClicks(form.fields.given, "Musa")
    _press(program, Qt.Key.Key_L, shift=True)
    assert program._centre is None
    assert given("awa").text() == "Moussa"
    program.lock(for_a_colleague=True)
    program.sign_in.asked.emit("seydou", "wrong-password")
    qtbot.waitUntil(program.sign_in.refusal.isVisible, timeout=20000)
    assert given("seydou").text() == "Musa"
    program.window.page().file.form.give_up()


def test_several_wrong_passwords_are_answered_with_a_pause_in_words(
    qtbot: QtBot, start: Start, centre: TestCentre
) -> None:
    program = start(centre.folder)
    for _ in range(3):
        program.sign_in.asked.emit("mariam", "wrong-password")
        qtbot.waitUntil(program.sign_in.refusal.isVisible, timeout=20000)
        program.sign_in.refusal.hide()
    program.sign_in.asked.emit("mariam", PASSWORD)
    qtbot.waitUntil(program.sign_in.refusal.isVisible, timeout=20000)
    assert "Wait" in program.sign_in.refusal.text()
    qtbot.waitUntil(program.sign_in.refusal.isHidden, timeout=10000)
    _sign_in(qtbot, program)


def test_an_error_while_the_window_is_built_does_not_keep_the_vault_held(
    qtbot: QtBot, start: Start, centre: TestCentre
) -> None:
    program = start(centre.folder)
    program._centre = Centre.open(centre.folder, "mariam", PASSWORD)
    program.recover()
    assert (program._centre, program.sign_in.button.isEnabled()) == (None, True)
    _sign_in(qtbot, program)


def test_where_no_centre_is_kept_the_demonstration_is_offered(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    program = start(tmp_path / "Centre.vault")
    assert isinstance(program.sign_in, WelcomeWindow)
    program.sign_in.demonstration.click()
    assert not program.sign_in.demonstration.isEnabled()
    qtbot.waitUntil(lambda: not isinstance(program.sign_in, WelcomeWindow), timeout=60000)
    assert (tmp_path / "Demonstration.vault").is_dir()


@pytest.mark.usefixtures("qapp")
def test_every_page_is_drawn_in_every_theme(centre: TestCentre, tmp_path: Path) -> None:
    opened = Centre.open(centre.folder, "mariam", PASSWORD)
    drawn = render_pictures(opened, tmp_path)
    opened.close()
    assert len({path.read_bytes() for path in drawn}) == len(drawn) >= 6
