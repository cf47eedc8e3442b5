"""The keys that mark attendance."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.vocabulary import AttendanceStatus

KEYS: dict[int, AttendanceStatus | None] = {
    Qt.Key.Key_P: AttendanceStatus.PRESENT,
    Qt.Key.Key_R: AttendanceStatus.LATE,
    Qt.Key.Key_E: AttendanceStatus.EXCUSED,
    Qt.Key.Key_A: AttendanceStatus.ABSENT,
    Qt.Key.Key_D: AttendanceStatus.LEFT_EARLY,
    Qt.Key.Key_N: AttendanceStatus.DID_NOT_WISH,
    Qt.Key.Key_Backspace: None,
}


class MarkingKeys(QObject):
    """Listens to a table, and says which mark was typed."""

    typed = Signal(object)  # AttendanceStatus, or None to clear

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the keys that mark, and leave every other one to the table."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        if not plain or event.key() not in KEYS:
            return False
        self.typed.emit(KEYS[event.key()])
        return True
