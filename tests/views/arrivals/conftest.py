"""The convoy desk over a real centre, and keys that walk through the wizard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.views.arrivals.arrivals_view import ArrivalsView
from desktop.views.arrivals.frame import COLUMNS, HEADING, PREVIEW
from desktop.views.shared.shell import Shell
from tests.centres import TestCentre
from tests.views.opened import signed_in


@pytest.fixture
def opened(centre: TestCentre) -> Iterator[Centre]:
    """Give the centre as reception sees it."""
    with signed_in(centre, "seydou") as made:
        yield made


@pytest.fixture
def shell(opened: Centre) -> Iterator[Shell]:
    """Give what the page asks of a window; work under way ends before the centre closes."""
    made = Shell(opened)
    yield made
    made.tasks.finish()


@pytest.fixture
def view(qtbot: QtBot, shell: Shell) -> ArrivalsView:
    """Give the page."""
    made = ArrivalsView(shell)
    qtbot.addWidget(made)
    made.resize(1080, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


class Keys:
    """Whoever has only a keyboard before this page."""

    def __init__(self, qtbot: QtBot, view: ArrivalsView) -> None:
        self.qtbot, self.view = qtbot, view

    def press(self, key: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self._focus(), key, how)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type where the focus is."""
        for letter in text:
            # The first letter opens the editor of a cell, and the next ones go there.
            QTest.keyClicks(self._focus(), letter)

    def control(self, key: Qt.Key) -> None:
        """Press a key with Ctrl."""
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def open_list(self, path: Path) -> None:
        """Ask for a list by its path, as far as its headings."""
        self.control(Qt.Key.Key_N)
        self.type(str(path))
        self.press(Qt.Key.Key_Return)
        self.wait_for(HEADING)

    def go_on_to_preview(self) -> None:
        """Take what was guessed, as far as the preview."""
        for step in (COLUMNS, PREVIEW):
            self.control(Qt.Key.Key_Return)
            self.wait_for(step)

    def bring_in(self) -> None:
        """Bring everybody in, and wait for the list of convoys."""
        self.control(Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.view.stack.currentWidget() is self.view.landing, timeout=30000)

    def wait_for(self, step: int) -> None:
        """Wait until a step is shown and ready."""
        wizard = self.view.wizard
        self.qtbot.waitUntil(lambda: wizard.step == step and wizard.stack.isEnabled(), timeout=30000)

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.view


@pytest.fixture
def keys(qtbot: QtBot, view: ArrivalsView) -> Keys:
    """Give the keyboard."""
    return Keys(qtbot, view)
