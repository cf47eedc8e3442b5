"""The sessions of the day: one key goes to the sheet of the chosen one."""

from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.i18n import tr
from desktop.rights import Permission
from desktop.views.shared.card import Card
from desktop.views.shared.empty_state import EmptyState
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.shell import Shell
from desktop.views.shared.style import scaled
from desktop.views.shared.tables import plain_table
from desktop.views.today.day_table import PLACE, DayTable
from desktop.views.today.words import recorded_words

_FEWEST, _MOST = 3, 8  # rows that show without scrolling in the table


class SessionsCard(Card):
    """Lists the sessions of the day, and says how far the week's marking has come."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._shell = shell
        self.setAccessibleName(tr("Sessions of the day"))
        self.table = DayTable()
        self.recorded = text_label(look="muted", wrap=True, parent=self)
        self.mark = QPushButton(tr("Mark attendance"), self)
        self.lines = plain_table(self.table, tr("Sessions of the day"), self, wide=1)
        self.empty = EmptyState("calendar", tr("No session is planned today."), self)
        if shell.centre.desk.may(Permission.PLAN_WEEK):
            self.empty.offer(tr("Plan the week"), lambda: shell.go_to("week"))
        self._lay_out()
        self.mark.clicked.connect(lambda: self._open(self.lines.currentIndex()))
        self.lines.activated.connect(self._open)
        key = QShortcut(QKeySequence("M"), self.lines, context=Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self.mark.click)

    def refresh(self) -> None:
        """Read the day again; the chosen session stays chosen, and the focus where it is."""
        told = self._shell.centre.today.sessions()
        self.recorded.setText(recorded_words(told))
        self.recorded.setVisible(bool(self.recorded.text()))
        chosen = self.lines.currentIndex()
        code = self.table.line(chosen.row()).code if chosen.isValid() else ""
        if not self.table.show_day(told, datetime.now(tz=UTC)):
            return
        row = self.table.row_of(code)
        self.lines.selectRow(self.table.first_waiting() if row < 0 else row)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let the activity have the room where there is little of it."""
        super().resizeEvent(event)
        self.lines.setColumnHidden(PLACE, self.width() < scaled(600))

    def _fit(self) -> None:
        rows = self.table.rowCount()
        self.lines.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.mark.setVisible(bool(rows) and self._shell.centre.desk.may(Permission.SEE_ATTENDANCE))
        self.setFocusProxy(self.lines if rows else self.empty.action)
        height = self.lines.verticalHeader().defaultSectionSize() * min(max(rows, _FEWEST), _MOST)
        self.lines.setMinimumHeight(height + self.lines.horizontalHeader().sizeHint().height() + 4)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and self._shell.centre.desk.may(Permission.SEE_ATTENDANCE):
            self._shell.go_to("attendance", self.table.line(index.row()).code)

    def _lay_out(self) -> None:
        put_icon(self.mark, "attendance", "on_primary")
        self.mark.setObjectName("primary")
        self.mark.setToolTip(tr("Open the sheet of the chosen session (M)"))
        head = QHBoxLayout()
        head.addWidget(text_label(tr("Sessions of the day"), "heading", parent=self), 1)
        head.addWidget(self.mark)
        self.column.addLayout(head)
        self.column.addWidget(self.recorded)
        self.column.addWidget(self.lines, 1)
        self.column.addWidget(self.empty, 1)
        self._fit()
