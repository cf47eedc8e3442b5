"""A window that was put away reads its centre no more, though its minute may still come."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.views.main_window import MainWindow
from desktop.views.shared.shell import Shell
from desktop.views.window.status_strip import StatusStrip
from tests.centres import PASSWORD, TestCentre


def test_a_strip_that_is_not_seen_asks_nothing_of_a_closed_centre(qtbot: QtBot, centre: TestCentre) -> None:
    opened = Centre.open(centre.folder, "awa", PASSWORD)
    shell = Shell(opened)
    window = MainWindow(shell)
    qtbot.addWidget(window)
    window.show()
    strip = window.findChild(StatusStrip)
    assert strip is not None
    window.hide()
    shell.tasks.finish()
    opened.close()
    strip._look_again()
    with pytest.raises(ValueError, match="data key"):
        strip.refresh()
