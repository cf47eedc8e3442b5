"""A page on which a list may be dropped or pasted."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication

from desktop.i18n import tr
from desktop.spreadsheets.sources import Original, Pasted
from desktop.views.shared.page import PageView


class TakesDrops(PageView):
    """Takes one file that is dropped anywhere on it, or what was copied in a spreadsheet program."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    def take(self, source: Original | None) -> None:
        """Take a list in that is here already, or ask for one."""

    @Slot()
    def begin(self) -> None:
        """Take a convoy in."""
        self.take(None)

    @Slot()
    def paste(self) -> None:
        """Take in what was copied in a spreadsheet program."""
        self.take(Pasted(QGuiApplication.clipboard().text(), tr("Pasted list")))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Let one file be dropped."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take the dropped file in."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.take(path)


def _dropped(event: QDropEvent) -> Path | None:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 else None
