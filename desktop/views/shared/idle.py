"""Notices that nobody touches the program any more."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class IdleWatch(QObject):
    """Says `idle` when no key and no mouse was used for some minutes, a computer's sleep included.

    It listens to windows, not to widgets: those hear every repaint, and each would pass through Python.
    """

    idle = Signal()

    def __init__(self, application: QGuiApplication, minutes: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limit = minutes * 60
        self._last = 0.0
        self._rest = QTimer(self, singleShot=True, interval=round(self._limit * 1000))
        self._rest.timeout.connect(self._over)
        application.focusWindowChanged.connect(self.watch)

    def start(self) -> None:
        """Count from now on."""
        self._last = time.time()
        self._rest.start()

    def stop(self) -> None:
        """Leave off until `start`."""
        self._rest.stop()

    @Slot(QWindow)
    def watch(self, window: QWindow | None) -> None:
        """Listen to a window; one that is listened to already is not heard twice."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Count anew at each touch; the one that wakes a computer too late is swallowed."""
        if not self._rest.isActive() or event.type() not in _TOUCHES:
            return False
        # The timer stands still while a computer sleeps; the clock on the wall does not.
        if time.time() - self._last > self._limit:
            self._over()
            return True
        self.start()
        return False

    @Slot()
    def _over(self) -> None:
        self._rest.stop()
        self.idle.emit()
