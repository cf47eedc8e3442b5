"""An error nobody foresaw: a calm sentence, a report without personal data, and the program goes on."""

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.i18n import tr
from desktop.logs import write_report

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
}
Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class Trouble(QObject):
    """Catches what no one caught, on every thread; `happened` tells the file of the report, or nothing."""

    happened = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._box: QMessageBox | None = None
        self.happened.connect(self._say, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Stand behind Python, its threads and Qt from now on."""
        sys.excepthook = self.caught
        threading.excepthook = lambda told: self.caught(told.exc_type, told.exc_value, told.exc_traceback)
        sys.unraisablehook = lambda told: self.caught(told.exc_type, told.exc_value, told.exc_traceback)
        qInstallMessageHandler(qt_said)

    def caught(self, kind: type[BaseException], problem: BaseException | None, _: TracebackType | None) -> None:
        """Write the report of an error, then say that something happened; safe on any thread."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        try:
            report = str(write_report(self._folder, problem or kind()))
        except OSError:
            report = ""  # the disk may be what broke
        self.happened.emit(report)

    @Slot(str)
    def _say(self, report: str) -> None:
        """Say it once, however many errors follow one another."""
        if self._box is not None:
            return
        self._box = box = QMessageBox(QApplication.activeWindow())
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle("Jatigi")
        box.setText(tr("Something unexpected happened. What was saved is safe, and you can go on."))
        if report:
            box.setInformativeText(
                tr("A report without any name lies in {folder}. Give it to whoever helps you.", folder=self._folder)
            )
        box.addButton(tr("Go on"), QMessageBox.ButtonRole.AcceptRole)
        box.finished.connect(self._said)
        box.open()

    @Slot()
    def _said(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
            self._box = None


def qt_said(kind: QtMsgType, context: QMessageLogContext, _: str | None) -> None:
    """Note where Qt complained, never its words: they may hold what is on the screen."""
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.ERROR), f"{context.category} {context.file}:{context.line}")  # noqa: G004 - no value of ours
