"""An error nobody foresaw is told calmly, and the program goes on."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.views.shared.trouble import Trouble, qt_said


@pytest.fixture
def trouble(qapp: QApplication, tmp_path: Path) -> Iterator[Trouble]:
    """Stand behind the program, and step back when the test ends."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    made = Trouble(tmp_path / "logs", qapp)
    made.install()
    yield made
    sys.excepthook, threading.excepthook, sys.unraisablehook = before
    qInstallMessageHandler(None)
    made.deleteLater()


def _boxes() -> list[QMessageBox]:
    return [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]


def _break() -> None:
    raise ZeroDivisionError("Aminata")


@pytest.mark.usefixtures("trouble")
def test_an_error_in_a_slot_is_told_and_the_program_goes_on(qtbot: QtBot, tmp_path: Path) -> None:
    QTimer.singleShot(0, _break)
    qtbot.waitUntil(lambda: len(_boxes()) == 1)
    box = _boxes()[0]
    words = " ".join(label.text() for label in box.findChildren(QLabel))
    assert "you can go on" in words
    assert "Aminata" not in words
    (report,) = (tmp_path / "logs").iterdir()
    assert "ZeroDivisionError" in report.read_text("utf-8")
    QTimer.singleShot(0, _break)
    qtbot.waitUntil(lambda: len(list((tmp_path / "logs").iterdir())) == 2)
    assert len(_boxes()) == 1  # said once, however many follow
    box.buttons()[0].click()
    assert _boxes() == []


def test_an_error_on_another_thread_is_told_on_the_screens_own(qtbot: QtBot, trouble: Trouble) -> None:
    with qtbot.waitSignal(trouble.happened) as heard:
        thread = threading.Thread(target=_break)
        thread.start()
        thread.join()
    assert Path(heard.args[0]).is_file()
    qtbot.waitUntil(lambda: len(_boxes()) == 1)
    _boxes()[0].buttons()[0].click()


def test_a_disk_that_takes_no_report_stops_nothing(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    trouble = Trouble(tmp_path / "file" / "logs", qapp)
    with qtbot.waitSignal(trouble.happened) as heard:
        trouble.caught(ValueError, ValueError(), None)
    assert heard.args == [""]
    qtbot.waitUntil(lambda: len(_boxes()) == 1)
    _boxes()[0].buttons()[0].click()
    trouble.deleteLater()


@pytest.mark.usefixtures("trouble")
def test_what_qt_complains_of_is_noted_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    from PySide6.QtCore import qWarning  # noqa: PLC0415 - used here only

    qInstallMessageHandler(qt_said)
    qWarning("the name Aminata cannot be drawn")
    assert [record.levelname for record in caplog.records if record.name == "qt"] == ["WARNING"]
    assert "Aminata" not in caplog.text
