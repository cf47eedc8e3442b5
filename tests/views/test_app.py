"""The program signs in beside the screen, and draws its pages."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Program, render_pictures
from desktop.centre import Centre
from desktop.settings import Settings
from tests.centres import PASSWORD, TestCentre


def _program(qtbot: QtBot, qapp: QApplication, folder: Path) -> Program:
    program = Program(qapp, folder, Settings(language="en"))
    qtbot.addWidget(program.sign_in)
    return program


def test_a_wrong_password_is_refused_in_the_window(qtbot: QtBot, qapp: QApplication, centre: TestCentre) -> None:
    program = _program(qtbot, qapp, centre.folder)
    program.sign_in.asked.emit("mariam", "wrong-password")
    qtbot.waitUntil(lambda: program.sign_in.refusal.text() != "", timeout=20000)
    assert program.window is None


def test_the_right_password_opens_the_main_window(qtbot: QtBot, qapp: QApplication, centre: TestCentre) -> None:
    program = _program(qtbot, qapp, centre.folder)
    program.sign_in.asked.emit("mariam", PASSWORD)
    qtbot.waitUntil(lambda: program.window is not None, timeout=20000)
    qtbot.addWidget(program.window)
    assert program.sign_in.isHidden()
    assert program.window.title.text() == "People"
    first = program.window
    program.window.header.display.language_chosen.emit("fr")
    qtbot.addWidget(program.window)
    assert (first.isVisible(), program.window.title.text()) == (False, "Personnes")
    program.window.lock.click()
    qtbot.addWidget(program.sign_in)
    assert (program.window, program.sign_in.isVisible()) == (None, True)


@pytest.mark.usefixtures("qapp")
def test_every_page_is_drawn_in_every_theme(centre: TestCentre, tmp_path: Path) -> None:
    opened = Centre.open(centre.folder, "mariam", PASSWORD)
    drawn = render_pictures(opened, tmp_path)
    opened.close()
    assert len({path.read_bytes() for path in drawn}) == 6
