"""The letters that mark, each with its word and how many have it so far; a click marks too."""

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.i18n import mark, tr
from desktop.services.attendance import AttendanceLine
from desktop.views.attendance.marking import LETTERS
from desktop.views.shared.flow import Flow
from desktop.views.shared.icons import put_icon
from desktop.vocabulary import ATTENDANCE_WORDS, AttendanceStatus

SHORT_WORDS = ATTENDANCE_WORDS | {
    AttendanceStatus.LATE: mark("Came late"),
    AttendanceStatus.LEFT_EARLY: mark("Left before"),
    AttendanceStatus.DID_NOT_WISH: mark("Did not wish"),
}


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
        self.undo = QPushButton(tr("&Undo"), self)
        self.undo.setObjectName("letter")
        self.undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.undo.setToolTip(tr("Take back the last mark (Ctrl+Z)"))
        put_icon(self.undo, "undo", pixels=16)
        row.addWidget(self.undo)
        self.count([])

    def count(self, lines: list[AttendanceLine]) -> None:
        """Say on each letter how many lines have it."""
        counts = Counter(line.status for line in lines)
        for letter, status in LETTERS.items():
            self.buttons[status].setText(f"{letter}  {tr(SHORT_WORDS[status])}  {counts[status]}")
            self.buttons[status].setAccessibleName(f"{tr(ATTENDANCE_WORDS[status])}, {letter}, {counts[status]}")
