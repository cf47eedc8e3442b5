"""The letters that mark, each with its word and how many have it so far; a click marks too."""

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.i18n import tr
from desktop.services.attendance import AttendanceLine
from desktop.views.attendance.marking import LETTERS
from desktop.views.attendance.words import SHORT_WORDS
from desktop.views.shared.flow import Flow
from desktop.views.shared.icons import put_icon
from desktop.vocabulary import ATTENDANCE_WORDS, AttendanceStatus


class Letters(QWidget):
    """One button per letter; the keyboard stays with the sheet."""

    chosen = Signal(object)  # AttendanceStatus, or None to clear

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = Flow(self, gap=6)
        self.buttons: dict[AttendanceStatus | None, QPushButton] = {}
        for status in (*LETTERS.values(), None):
            button = QPushButton(self)
            button.setObjectName("letter")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, status=status: self.chosen.emit(status))
            self.buttons[status] = button
            row.addWidget(button)
        clear = tr("Clear")
        self.buttons[None].setText(f"⌫  {clear}")
        self.undo = QPushButton(tr("U&ndo"), self)
        self.undo.setObjectName("letter")
        self.undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.undo.setToolTip(tr("Take back the last mark (Ctrl+Z)"))
        put_icon(self.undo, "undo")
        row.addWidget(self.undo)
        self._counts: Counter[AttendanceStatus | None] = Counter()
        self._short = False
        self._write()

    def shorten(self, *, short: bool) -> None:
        """Leave the words to the tooltips where room is short, so that lines can still be seen."""
        if short is not self._short:
            self._short = short
            self._write()

    def count(self, lines: list[AttendanceLine]) -> None:
        """Say on each letter how many lines have it."""
        self._counts = Counter(line.status for line in lines)
        self._write()

    def _write(self) -> None:
        for letter, status in LETTERS.items():
            words, button, count = tr(ATTENDANCE_WORDS[status]), self.buttons[status], self._counts[status]
            button.setText(f"{letter}  {count}" if self._short else f"{letter}  {tr(SHORT_WORDS[status])}  {count}")
            button.setAccessibleName(f"{words}, {letter}, {count}")
            button.setToolTip(words)
