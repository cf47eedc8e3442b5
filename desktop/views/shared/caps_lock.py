"""Notices Caps Lock from the letters themselves: Qt does not tell its state."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class CapsLockWatch(QObject):
    """Shows `hint` while the letters typed into a password field come out in the wrong case."""

    def __init__(self, field: QLineEdit, hint: QWidget) -> None:
        super().__init__(field)
        self._hint = hint
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at each letter; the key itself says that it was pressed again."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            letter = event.text()
            if event.key() == Qt.Key.Key_CapsLock:
                self._hint.hide()
            elif letter.isalpha() and letter.lower() != letter.upper():
                self._hint.setVisible(letter.isupper() is not shift)
        return False
