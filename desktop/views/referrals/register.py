"""The register: every referral one can read, the first awaited first."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.services.referrals import ReferralLine
from desktop.views.referrals.register_table import ALL, COLUMNS, FILTERS, OVERDUE, Column, is_kept, today
from desktop.views.shared.chips import Chips
from desktop.views.shared.empty_state import EmptyState
from desktop.views.shared.icons import put_icon
from desktop.views.shared.line_table import LineRole, LineTable
from desktop.views.shared.style import scaled
from desktop.views.shared.tables import plain_table


class Register(QWidget):
    """Filters and a search over the table of referrals; Enter opens one."""

    chosen = Signal(str)  # number
    writing_asked = Signal()
    blank_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[ReferralLine] | None = None
        self.table = LineTable(COLUMNS)
        self.sought = QLineEdit(self)
        self.sought.setPlaceholderText(tr("Number or name"))
        self.sought.setAccessibleName(tr("Find a number, a name, a service"))
        self.sought.setClearButtonEnabled(True)
        self.write = QPushButton(tr("&New referral"), self)
        self.write.setObjectName("primary")
        self.blank = QPushButton(tr("&Blank form"), self)
        self.filters = Chips({code: tr(words) for code, words in FILTERS.items()}, tr("Which referrals"), self)
        self.lines = plain_table(self.table, tr("Referrals"), self, wide=Column.NAME)
        self.empty = EmptyState("referrals", parent=self)
        self.empty.offer(tr("Show all referrals"), self._show_all)
        self._lay_out()
        self.empty.hide()
        self.sought.textChanged.connect(self._show)
        self.sought.returnPressed.connect(self._enter)
        self.filters.chosen.connect(self._show)
        self.lines.activated.connect(self._open)
        self.write.clicked.connect(self.writing_asked)
        self.blank.clicked.connect(self.blank_asked)
        self.setFocusProxy(self.sought)

    def show_lines(self, lines: Sequence[ReferralLine]) -> None:
        """Show the referrals a service answered; the late ones are counted on their chip."""
        self._all, late = lines, sum(line.is_overdue(today()) for line in lines)
        self.filters.say(OVERDUE, f"{tr(FILTERS[OVERDUE])} ({late})" if late else tr(FILTERS[OVERDUE]))
        self._show()

    def number(self) -> str:
        """Give the number of the line that is chosen, or of the only one there is."""
        rows = self.lines.selectionModel().selectedRows()
        row = rows[0].row() if rows else 0 if self.table.rowCount() == 1 else -1
        return "" if row < 0 else self.table.line(row).number

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let names have the room where there is little of it."""
        super().resizeEvent(event)
        self.lines.setColumnHidden(Column.SERVICE, self.width() < scaled(900))
        self.lines.setColumnHidden(Column.NUMBER, self.width() < scaled(700))

    @Slot()
    def _show(self) -> None:
        if self._all is None:
            return  # nothing is known yet, so nothing is said
        chosen = self.number()
        kept = [line for line in self._all if is_kept(line, self.filters.code(), self.sought.text())]
        self.table.show_lines(kept)
        for row in (place for place, line in enumerate(kept) if line.number == chosen):
            self.lines.selectRow(row)
        self.lines.setVisible(bool(kept))
        self.empty.setVisible(not kept)
        self.empty.words.setText(
            tr("No referral answers to this.")
            if self._all
            else tr("No referral yet. Open a person’s file, or write a new one here.")
        )
        self.empty.action.setVisible(bool(self._all))

    def _show_all(self) -> None:
        self.sought.clear()
        self.filters.choose(ALL)
        self._show()
        self.sought.setFocus()

    @Slot()
    def _enter(self) -> None:
        if self.table.rowCount() == 1:
            self.chosen.emit(self.table.line(0).number)
        elif self.table.rowCount():
            self.lines.setFocus()
            self.lines.selectRow(max(0, self.lines.currentIndex().row()))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(LineRole).number)

    def _lay_out(self) -> None:
        put_icon(self.write, "plus", "on_primary")
        put_icon(self.blank, "print")
        head = QHBoxLayout()
        head.addWidget(self.sought, 1)
        head.addWidget(self.blank)
        head.addWidget(self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addWidget(self.lines, 1)
        column.addWidget(self.empty, 1)
