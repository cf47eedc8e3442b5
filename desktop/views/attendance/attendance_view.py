"""The page that marks who came to a session."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton

from desktop.errors import DeskError
from desktop.formats import clock, short_date
from desktop.i18n import tr
from desktop.services.attendance import AttendanceLine, AttendanceService
from desktop.services.planning import PlanningService
from desktop.services.sessions import SessionLine
from desktop.views.attendance.attendance_table import AttendanceTable, Column
from desktop.views.attendance.marking import MarkingKeys
from desktop.views.shared.line_table import LineRole
from desktop.views.shared.page import PageView
from desktop.views.shared.tables import plain_table
from desktop.vocabulary import AttendanceStatus


class AttendanceView(PageView):
    """The sessions of one week, and the sheet of the chosen one."""

    attendance_changed = Signal(str)  # code of the session

    def __init__(self, planning: PlanningService, attendance: AttendanceService, week: date) -> None:
        super().__init__()
        self._planning, self._attendance, self._week = planning, attendance, week
        self._filled: UUID | None = None
        self.table = AttendanceTable()
        self.sessions = QComboBox(self)
        self.sessions.setAccessibleName(tr("Session"))
        self.total, self.said = QLabel(self), QLabel(self)
        self.said.setObjectName("muted")
        self.fill = QPushButton(tr("Mark the others present"), self)
        self.undo = QPushButton(tr("Undo"), self)
        self.sheet = plain_table(self.table, tr("Attendance"), self, wide=Column.NAME)
        self._keys = MarkingKeys(self)
        self.sheet.installEventFilter(self._keys)
        self._lay_out()
        self._keys.typed.connect(self._mark)
        self.fill.clicked.connect(self._fill)
        self.undo.clicked.connect(self._undo)
        self.sessions.currentIndexChanged.connect(self._open)
        self.setFocusProxy(self.sheet)
        self.refresh()

    def refresh(self) -> None:
        """Read the sessions of the week again, and open the first one that runs or ran."""
        self.sessions.blockSignals(True)
        self.sessions.clear()
        try:
            for line in self._planning.sessions_of_week(self._week):
                self.sessions.addItem(_label(line), line.code)
        except DeskError as refusal:
            self.said.setText(refusal.explain())
        else:
            self.said.setText("" if self.sessions.count() else tr("No session is planned this week."))
        self.sessions.blockSignals(False)
        self._open()

    @Slot()
    def _open(self) -> None:
        self._filled = None
        self._read()
        self.sheet.selectRow(0)

    def _read(self) -> None:
        """Show the sheet as it stands in the file."""
        code: str | None = self.sessions.currentData()
        self.fill.setEnabled(code is not None)
        self.undo.setEnabled(self._filled is not None)
        if code is None:
            self.table.show_lines([])
            self.total.clear()
            return
        try:
            sheet = self._attendance.open_sheet(code)
        except DeskError as refusal:
            self.said.setText(refusal.explain())
            return
        self.table.show_lines(sheet.lines)
        words = tr(
            "{marked} marked of {listed} · {came} came", marked=sheet.marked, listed=len(sheet.lines), came=sheet.came
        )
        self.total.setText(words)

    @Slot(object)
    def _mark(self, status: AttendanceStatus | None) -> None:
        index = self.sheet.currentIndex()
        line: AttendanceLine | None = index.data(LineRole)
        if line is None:
            return
        row = index.row()
        if self._try(lambda: self._attendance.mark(line.attendance_id, status)):
            row = min(row + 1, self.table.rowCount() - 1)
        self.sheet.selectRow(row)

    @Slot()
    def _fill(self) -> None:
        def fill() -> None:
            self._filled = self._attendance.fill_unmarked(self.sessions.currentData()).act

        self._try(fill)

    @Slot()
    def _undo(self) -> None:
        act, self._filled = self._filled, None
        if act is not None:
            self._try(lambda: self._attendance.undo_fill(act))

    def _try(self, change: Callable[[], object]) -> bool:
        """Make a change, say its refusal under the table, and show what stands on disk."""
        try:
            change()
        except DeskError as refusal:
            self.said.setText(refusal.explain())
            self._read()
            return False
        self.said.clear()
        self._read()
        self.attendance_changed.emit(self.sessions.currentData())
        return True

    def _lay_out(self) -> None:
        legend = QLabel(
            tr("P present, R late, E excused, A absent, D left early, N did not wish, Backspace clears"), self
        )
        legend.setObjectName("muted")
        row = QHBoxLayout()
        row.addWidget(self.sessions, 1)
        for widget in (self.fill, self.undo):
            row.addWidget(widget)
        self.column.addLayout(row)
        for label in (self.total, self.sheet, self.said, legend):
            self.column.addWidget(label, 1 if label is self.sheet else 0)


def _label(line: SessionLine) -> str:
    when = f"{short_date(line.on_date)} {clock(line.starts_at.time())}"
    return f"{when} · {line.activity} · {line.site}"
