"""A main window over the centre that a test opens, and the sitting of whoever sits at it."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.views.main_window import MainWindow
from desktop.views.shared.shell import Shell


@pytest.fixture
def sitting() -> Iterator[ExitStack]:
    """Give what ends a sitting before somebody else signs in."""
    with ExitStack() as held:
        yield held


@pytest.fixture
def window(qtbot: QtBot, opened: Centre) -> MainWindow:
    """Give the window of whoever the test's own `opened` signed in."""
    made = MainWindow(Shell(opened))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made
