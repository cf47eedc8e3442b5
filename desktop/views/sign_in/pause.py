"""The pause after several wrong passwords, counted down in words."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel

from desktop.errors import DeskError
from desktop.i18n import trn

_SECOND_MS = 1000


class Pause(QObject):
    """Says how many seconds are left; `over` when the next password may be typed."""

    over = Signal()

    def __init__(self, label: QLabel, parent: QObject) -> None:
        super().__init__(parent)
        self._label, self._left = label, 0
        # A coarse timer may come a twentieth early: the next password would be refused once more.
        self._tick = QTimer(self, interval=_SECOND_MS, timerType=Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._count)

    def begin(self, refusal: DeskError) -> bool:
        """Count down the seconds that a refusal names, and tell whether it names any."""
        seconds = refusal.details.get("seconds")
        if not isinstance(seconds, int):
            return False
        self._left = seconds
        self._tick.start()
        return True

    def _count(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._tick.stop()
            self._label.hide()
            self.over.emit()
        else:
            self._label.setText(
                trn(
                    "Several wrong passwords were typed. Wait {n} more second.",
                    "Several wrong passwords were typed. Wait {n} more seconds.",
                    self._left,
                )
            )
