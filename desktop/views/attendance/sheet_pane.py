"""How a sheet looks: what session it is, how far it has come, its lines, and the letters that mark."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.attendance import AttendanceLine, Sheet
from desktop.services.walk_ins import WalkInService
from desktop.views.attendance.attendance_table import AttendanceTable, Column
from desktop.views.attendance.letters import Letters
from desktop.views.attendance.marking import MarkingKeys
from desktop.views.attendance.walk_in import WalkIn
from desktop.views.attendance.words import closed_words, title_of
from desktop.views.shared.empty_state import EmptyState
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.style import scaled
from desktop.views.shared.tables import plain_table
from desktop.vocabulary import COUNTING

Answer = TypeVar("Answer")
LOW = 430  # pixels at 100 %


class SheetPane(QWidget):
    """The widgets of one sheet; it asks no service but to find people while their name is typed."""

    def __init__(self, people: WalkInService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = ""
        self.table = AttendanceTable()
        self.title = text_label(look="heading", wrap=True, parent=self)
        self.total = text_label(look="strong", wrap=True, parent=self)
        self.notice = text_label(look="notice", wrap=True, parent=self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.other = QPushButton(tr("Another session"), self)
        self.other.setToolTip(tr("Show the sessions of the week, or hide them again (F4)"))
        self.fill = QPushButton(tr("Mark the others pre&sent"), self)
        self.nameless = QPushButton(tr("&Without a name"), self)
        self.walk_in = WalkIn(lambda text: people.candidates(self.code, text), self)
        self.letters = Letters(self)
        self.sheet = plain_table(self.table, tr("Attendance sheet"), self, wide=Column.NAME)
        self.empty = EmptyState("people", parent=self)
        self.keys = MarkingKeys(self)
        self.sheet.installEventFilter(self.keys)
        self.setFocusProxy(self.sheet)
        self._lay_out()

    def show_sheet(self, sheet: Sheet, *, may_mark: bool) -> None:
        """Show a sheet as it stands on disk."""
        self.code = sheet.session.code
        self.title.setText(title_of(sheet.session))
        notice = closed_words(sheet.session, may_mark=may_mark)
        self.notice.setText(notice)
        self.notice.setVisible(bool(notice))
        for widget in (self.fill, self.nameless, self.walk_in, self.letters):
            widget.setDisabled(bool(notice))
            widget.setToolTip(notice)
        self.table.show_lines(sheet.lines)
        self.sheet.setVisible(bool(sheet.lines))
        self.empty.words.setText(_nobody(closed=bool(notice)))
        self.empty.setVisible(not sheet.lines)
        self.count()

    def count(self) -> None:
        """Say how far the sheet has come."""
        lines = self.table.lines()
        marked, came = sum(line.status is not None for line in lines), sum(line.status in COUNTING for line in lines)
        words = tr("{marked} marked of {listed} · {came} came", marked=marked, listed=len(lines), came=came)
        self.total.setText(words)
        self.letters.count(lines)

    def say(self, refusal: DeskError | None) -> None:
        """Say under the sheet why something could not be done, until something else is."""
        self.refusal.setText(refusal.explain() if refusal else "")
        self.refusal.setVisible(refusal is not None)

    def line(self) -> AttendanceLine | None:
        """Give the line the cursor is on."""
        row = self.sheet.currentIndex().row()
        return self.table.line(row) if row >= 0 else None

    def go_to(self, line: UUID | None) -> None:
        """Put the cursor on a line, or where the marking goes on."""
        row = self.table.row_of(line) if line else -1
        self.sheet.selectRow(row if row >= 0 else self._first_unmarked())

    def attempt(self, change: Callable[[], Answer]) -> tuple[Answer] | None:
        """Make a change and give its answer, or say its refusal under the sheet and give None."""
        try:
            answer = change()
        except DeskError as refusal:
            self.say(refusal)
            return None
        self.say(None)
        return (answer,)

    def _first_unmarked(self) -> int:
        return next((row for row, line in enumerate(self.table.lines()) if line.status is None), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let the code of a person and the words of the letters go first where room is short."""
        super().resizeEvent(event)
        narrow = self.width() < scaled(620)
        self.sheet.setColumnHidden(Column.CODE, narrow)
        self.letters.shorten(short=narrow or self.height() < scaled(LOW))

    def _lay_out(self) -> None:
        put_icon(self.fill, "check")
        put_icon(self.nameless, "plus")
        put_icon(self.other, "calendar")
        head, counted, came = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.other, 0, Qt.AlignmentFlag.AlignTop)
        counted.addWidget(self.total, 1)
        counted.addWidget(self.fill)
        came.addWidget(self.walk_in, 1)
        came.addWidget(self.nameless, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(counted)
        column.addWidget(self.notice)
        column.addLayout(came)
        for widget in (self.sheet, self.empty, self.refusal, self.letters):
            column.addWidget(widget, int(widget in (self.sheet, self.empty)))


def _nobody(*, closed: bool) -> str:
    if closed:
        return tr("Nobody is on this sheet yet.")
    return tr("Nobody was in the house at that hour. Add those who came by typing their name.")
