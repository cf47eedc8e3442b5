"""From an empty computer to the main window, and back there at the next start."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.settings import Settings
from desktop.views.first_start.wizard import FirstStart
from desktop.views.program import Program
from desktop.views.sign_in.welcome import WelcomeWindow
from desktop.views.sign_in.window import SignInWindow
from tests.centres import PASSWORD


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """Start the program where nothing is kept yet."""
    made = Program(
        qapp, tmp_path / "Centre.vault", Settings(language="en"), settings_file=tmp_path / "config" / "settings.toml"
    )
    yield made
    made.close()
    for window in filter(None, (made.window, made.sign_in)):
        window.hide()
        delete(window)


def _first_start(qtbot: QtBot, program: Program) -> FirstStart:
    QTest.keyClick(program.sign_in.create_centre, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(program.sign_in, FirstStart), timeout=20_000)
    wizard = program.sign_in
    assert isinstance(wizard, FirstStart)
    return wizard


def _has_left(wizard: FirstStart, title: str) -> bool:
    return wizard.frame.title.text() != title


def _answer(qtbot: QtBot, wizard: FirstStart, folder: Path) -> None:
    answers: Any = wizard.answers
    answers.organisation, answers.folder = "Centre", folder
    answers.name, answers.login, answers.password, answers.again = "Awa Diarra", "awa", PASSWORD, PASSWORD
    wizard.speak("fr")
    for _ in range(4):
        before = wizard.frame.title.text()
        wizard.forward()
        qtbot.waitUntil(partial(_has_left, wizard, before), timeout=20_000)
    paper: Any = wizard.step
    qtbot.waitUntil(lambda: len(paper.paper.groups) == 2, timeout=60_000)
    groups = answers.made._vault.paper.groups
    for field, number in zip(paper.paper.groups, answers.made.asked, strict=True):
        field.editor.setText(groups[number - 1])
    wizard.forward()


def test_a_new_centre_opens_signed_in_and_is_found_again(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere" / "Bamako.vault"
    _answer(qtbot, _first_start(qtbot, program), elsewhere)
    qtbot.waitUntil(lambda: program.window is not None, timeout=60_000)
    assert (program.window.isVisible(), program.sign_in.isVisible()) == (True, False)
    assert program.window.sidebar.item(0).text() in {"Personnes", "Aujourd’hui"}
    kept = Settings.load(tmp_path / "config" / "settings.toml")
    assert kept == Settings(language="fr", vault=str(elsewhere))
    program.lock()
    assert isinstance(program.sign_in, SignInWindow)


def test_going_back_from_the_first_step_welcomes_again(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    _first_start(qtbot, program).back()
    assert isinstance(program.sign_in, WelcomeWindow)
    assert not (tmp_path / "Centre.vault").exists()


def test_the_demonstration_can_be_tried_from_the_first_start(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    wizard = _first_start(qtbot, program)
    wizard.steps[0].demonstration_asked.emit()  # type: ignore[attr-defined]  # the first step is that of the language
    qtbot.waitUntil(lambda: isinstance(program.sign_in, SignInWindow), timeout=60_000)
    assert (tmp_path / "Demonstration.vault").is_dir()
    assert not (tmp_path / "Centre.vault").exists()
