"""The cases one may know of, what is unfinished, and what is due."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.views.follow_up.banners import Banners
from desktop.views.follow_up.cases_table import FILTERS, Column, columns, is_kept
from desktop.views.follow_up.standing import Standing
from desktop.views.shared.chips import Chips
from desktop.views.shared.empty_state import EmptyState
from desktop.views.shared.icons import put_icon
from desktop.views.shared.line_table import LineRole, LineTable
from desktop.views.shared.style import scaled
from desktop.views.shared.tables import plain_table


class CasesList(QWidget):
    """A search and filters over the table; Enter opens a case."""

    chosen = Signal(object)  # key of a case
    opening_asked = Signal()
    tray_asked = Signal()

    def __init__(self, rooms: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing: Standing | None = None
        self._one_room = len(rooms) == 1
        self.table = LineTable(columns(rooms))
        self.sought = QLineEdit(self)
        self.sought.setPlaceholderText(tr("Name, code"))
        self.sought.setAccessibleName(tr("Find a name, a code"))
        self.sought.setClearButtonEnabled(True)
        self.tray = QPushButton(tr("&Worries"), self)
        self.opening = QPushButton(tr("Ope&n a case"), self)
        self.opening.setObjectName("primary")
        self.banners = Banners(self)
        self.filters = Chips({code: tr(words) for code, words in FILTERS.items()}, tr("Which cases"), self)
        self.lines = plain_table(self.table, tr("Cases"), self, wide=Column.NAME)
        self.empty = EmptyState("follow_up", parent=self)
        self._lay_out(held=bool(rooms))
        self.sought.textChanged.connect(self._show)
        self.sought.returnPressed.connect(self._enter)
        self.filters.chosen.connect(self._show)
        self.lines.activated.connect(lambda index: self.chosen.emit(index.data(LineRole).id))
        self.tray.clicked.connect(self.tray_asked)
        self.opening.clicked.connect(self.opening_asked)
        self.setFocusProxy(self.sought)

    def show_standing(self, standing: Standing) -> None:
        """Show what was read."""
        self._standing = standing
        self.tray.setText(tr("&Worries ({n})", n=standing.waiting) if standing.waiting else tr("&Worries"))
        self.banners.show_standing(standing)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let names have the room where there is little of it."""
        super().resizeEvent(event)
        narrow = self.width() < scaled(900)
        for column in (Column.CODE, Column.LAST):
            self.lines.setColumnHidden(column, narrow)
        self.lines.setColumnHidden(Column.ROOM, narrow or self._one_room)

    @Slot()
    def _show(self) -> None:
        if self._standing is None:
            return
        every = self._standing.cases
        kept = [line for line in every if is_kept(line, self.filters.code(), self.sought.text())]
        self.table.show_lines(kept)
        self.lines.setVisible(bool(kept))
        self.empty.setVisible(not kept)
        self.empty.words.setText(
            tr("No case answers to this.") if every else tr("No case yet. Open one for somebody you follow.")
        )

    @Slot()
    def _enter(self) -> None:
        if self.table.rowCount() == 1:
            self.chosen.emit(self.table.line(0).id)
        elif self.table.rowCount():
            self.lines.setFocus()
            self.lines.selectRow(max(0, QModelIndex(self.lines.currentIndex()).row()))

    def _lay_out(self, *, held: bool) -> None:
        put_icon(self.opening, "plus", "on_primary", 18)
        put_icon(self.tray, "concern", pixels=18)
        head = QHBoxLayout()
        head.addWidget(self.sought, 1)
        head.addWidget(self.tray)
        head.addWidget(self.opening)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.banners)
        column.addWidget(self.filters)
        column.addWidget(self.lines, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.banners.elsewhere)
        self.empty.hide()
        if not held:
            words = tr("You hold no compartment yet. The page Compartments says who lets you in, face to face.")
            for button in (self.tray, self.opening):
                button.setEnabled(False)
                button.setToolTip(words)
            self.banners.say_shut(words)
