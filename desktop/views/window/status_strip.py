"""The strip at the foot of the window: how things stand, in words."""

from datetime import datetime

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QStatusBar, QWidget

from desktop.centre import Centre
from desktop.errors import DeskError
from desktop.formats import clock, short_date
from desktop.i18n import tr
from desktop.rights import Permission
from desktop.services.standing import Standing
from desktop.views.shared.labels import OneLine, text_label

_MINUTE_MS = 60_000
_GIGABYTE = 1_000_000_000
_LITTLE = 2  # gigabytes: below this the strip warns


class StatusStrip(QStatusBar):
    """Says that the encrypted file is open, when it was last copied, and how much room is left."""

    def __init__(self, centre: Centre, standing: Standing, parent: QWidget) -> None:
        super().__init__(parent)
        self._centre = centre
        self.setSizeGripEnabled(False)
        self.file, self.backup, self.room = OneLine(), OneLine(), text_label()
        self.file.setText(tr("The encrypted file is open: {folder}", folder=centre.folder.name))
        for label in (self.file, self.backup):
            self.addWidget(label)
        self.addPermanentWidget(self.room)
        self._show(standing)
        again = QTimer(self, interval=_MINUTE_MS)
        again.timeout.connect(self._look_again)
        again.start()

    def refresh(self) -> None:
        """Look again; called every minute, and after a backup."""
        self._show(self._centre.standing.standing())

    @Slot()
    def _look_again(self) -> None:
        # A window that was put away may outlive its centre by a moment.
        if self.isVisible():
            self.refresh()

    def _show(self, standing: Standing) -> None:
        self.backup.setText(self._backup())
        self.backup.setVisible(bool(self.backup.text()))
        self.room.setText(_room(standing.free_bytes))

    def _backup(self) -> str:
        if not self._centre.desk.may(Permission.KEEP_BACKUPS):
            return ""
        try:
            last = self._centre.care.last_backup()
        except DeskError as refusal:
            return refusal.explain()
        return tr("No backup yet") if last is None else _when(last.astimezone())


def _when(last: datetime) -> str:
    hour = clock(last.time())
    if last.date() == datetime.now().astimezone().date():
        return tr("Last backup today at {hour}", hour=hour)
    return tr("Last backup on {day} at {hour}", day=short_date(last.date()), hour=hour)


def _room(free: int | None) -> str:
    if free is None:
        return ""
    gigabytes = free // _GIGABYTE
    if gigabytes < _LITTLE:
        return tr("Hardly any room left on the disk: free some today")
    return tr("{gigabytes} GB free on the disk", gigabytes=gigabytes)
