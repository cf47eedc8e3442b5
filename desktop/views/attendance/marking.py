"""The keys that mark attendance."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop.vocabulary import AttendanceStatus

LETTERS: dict[str, AttendanceStatus] = {
    "P": AttendanceStatus.PRESENT,
    "R": AttendanceStatus.LATE,
    "E": AttendanceStatus.EXCUSED,
    "A": AttendanceStatus.ABSENT,
    "D": AttendanceStatus.LEFT_EARLY,
    "N": AttendanceStatus.DID_NOT_WISH,
}
KEYS: dict[int, AttendanceStatus | None] = {
    **{Qt.Key(ord(letter)): status for letter, status in LETTERS.items()},
    Qt.Key.Key_Backspace: None,
    Qt.Key.Key_Delete: None,
}
_PLAIN = frozenset({
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
})  # fmt: skip


class MarkingKeys(QObject):
    """Listens to a table, and says what was typed for its current line."""

    typed = Signal(object)  # AttendanceStatus, or None to clear
    undo_asked = Signal()
    adding_asked = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the keys that mark, and leave every other one to the table."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            # On the sheet Ctrl+Z takes back the last mark, even while a toast offers to undo what came before it.
            if event.matches(QKeySequence.StandardKey.Undo):
                event.accept()
            return False
        return event.type() == QEvent.Type.KeyPress and self._take(event)

    def _take(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
        elif event.modifiers() not in _PLAIN:
            return False
        elif event.key() in KEYS:
            self.typed.emit(KEYS[event.key()])
        elif event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Insert}:
            self.adding_asked.emit()
        else:
            return False
        return True
