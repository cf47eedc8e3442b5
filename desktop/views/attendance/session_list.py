"""The week to choose, and its sessions."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.formats import week_told
from desktop.i18n import tr
from desktop.services.sessions import SessionLine, monday_of
from desktop.views.attendance.session_delegate import HEIGHT, SessionDelegate
from desktop.views.attendance.session_table import SessionTable
from desktop.views.shared.empty_state import EmptyState
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.style import scaled
from desktop.views.shared.tables import plain_table

_WEEK = timedelta(days=7)


class SessionList(QWidget):
    """A week chooser over the sessions of the week."""

    week_chosen = Signal()
    chosen = Signal(str)  # code of the session
    entered = Signal()  # somebody wants to mark the chosen one

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.today, self.monday = today, monday_of(today)
        self.table = SessionTable()
        self.words = text_label(look="strong", wrap=True, parent=self)
        self.before, self.now, self.after = (QPushButton(self) for _ in range(3))
        self.lines = plain_table(self.table, tr("Sessions of the week"), self, wide=0)
        self.lines.verticalHeader().setDefaultSectionSize(scaled(HEIGHT))
        self.lines.horizontalHeader().hide()
        self.lines.setColumnHidden(1, True)
        self.lines.setItemDelegateForColumn(0, SessionDelegate(self.lines))
        self.empty = EmptyState("calendar", tr("No session is planned this week."), self)
        self._lay_out()
        self.before.clicked.connect(lambda: self.show_week(self.monday - _WEEK))
        self.now.clicked.connect(lambda: self.show_week(self.today))
        self.after.clicked.connect(lambda: self.show_week(self.monday + _WEEK))
        self.lines.selectionModel().currentRowChanged.connect(self._choose)
        self.lines.activated.connect(self.entered)
        self.setFocusProxy(self.lines)

    def show_week(self, day: date) -> None:
        """Turn to the week of a day."""
        self.monday = monday_of(day)
        self.week_chosen.emit()

    def show_sessions(self, lines: list[SessionLine], now: datetime, keep: str | None) -> str | None:
        """Show the sessions of the week, choose `keep` again or the one that waits first, and give its code."""
        self.words.setText(week_told(self.monday))
        self.now.setEnabled(self.monday != monday_of(self.today))
        self.lines.selectionModel().blockSignals(True)
        self.table.show_week(lines, now)
        self.lines.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        row = self.table.row_of(keep) if keep else -1
        row = self.table.first_to_mark() if row < 0 else row
        self.lines.selectRow(row)
        self.lines.selectionModel().blockSignals(False)
        return self.table.line(row).code if row >= 0 else None

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.table.line(index.row()).code)

    def _lay_out(self) -> None:
        put_icon(self.before, "chevron_left")
        put_icon(self.after, "chevron_right")
        self.now.setText(tr("This week"))
        for button, name, keys, shown in (
            (self.before, tr("The week before"), "Alt+Left", "Alt+←"),
            (self.now, tr("This week"), "Alt+Home", "Alt+↖"),
            (self.after, tr("The week after"), "Alt+Right", "Alt+→"),
        ):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({shown})")
            # A button's own shortcut waits a tenth of a second: letters typed at once would mark the week before.
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        row = QHBoxLayout()
        row.addWidget(self.before)
        row.addWidget(self.now, 1)
        row.addWidget(self.after)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self.words)
        column.addWidget(self.lines, 1)
        column.addWidget(self.empty, 1)
