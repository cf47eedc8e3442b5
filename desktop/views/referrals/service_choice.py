"""Choosing a service from the directory: by what it is called, where it is, whom it takes."""

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.i18n import mark, tr
from desktop.services.directory import ServiceEntry
from desktop.views.shared.field import Field
from desktop.views.shared.labels import text_label
from desktop.views.shared.line_table import ColumnOf, LineTable
from desktop.views.shared.tables import plain_table

COLUMNS: tuple[ColumnOf[ServiceEntry], ...] = (
    ColumnOf(heading=mark("Service"), show=lambda entry: entry.name),
    ColumnOf(heading=mark("Organisation"), show=lambda entry: entry.organisation, width=160),
)


class ServiceChoice(QWidget):
    """A search field over the services that answer; the line that is chosen says how to get there."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[ServiceEntry] = ()
        self.sought = QLineEdit(self)
        self.sought.setPlaceholderText(tr("A need, a place, a name"))
        self.table = LineTable(COLUMNS)
        self.lines = plain_table(self.table, tr("Services that answer"), self, wide=0)
        self.about = text_label(look="muted", wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Field(tr("&To which service"), self.sought, parent=self))
        column.addWidget(self.lines, 1)
        column.addWidget(self.about)
        self.sought.textChanged.connect(self._show)
        self.sought.installEventFilter(self)
        self.lines.selectionModel().selectionChanged.connect(self._chosen)
        self.setFocusProxy(self.sought)

    def show_services(self, entries: Sequence[ServiceEntry]) -> None:
        """Offer these services."""
        self._all = entries
        self.sought.clear()
        self._show()

    def choose(self, code: str) -> None:
        """Choose the service with this code, or none."""
        self.lines.clearSelection()
        for row in range(self.table.rowCount()):
            if self.table.line(row).code == code:
                self.lines.selectRow(row)

    def entry(self) -> ServiceEntry | None:
        """Give the service that is chosen."""
        rows = self.lines.selectionModel().selectedRows()
        return self.table.line(rows[0].row()) if rows else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Move the choice with the arrows while one types."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and self.table.rowCount():
            row = self.lines.currentIndex().row() + step
            self.lines.selectRow(min(max(row, 0), self.table.rowCount() - 1))
        return bool(step)

    @Slot()
    def _show(self) -> None:
        words = _folded(self.sought.text()).split()
        kept = [entry for entry in self._all if all(word in _folded(_everything(entry)) for word in words)]
        self.table.show_lines(kept)
        if len(kept) == 1:
            self.lines.selectRow(0)
        self._chosen()

    @Slot()
    def _chosen(self) -> None:
        entry = self.entry()
        if entry is not None:
            told = (entry.takes, entry.address, entry.landmark, entry.hours, entry.cost, entry.phone)
            self.about.setText(" · ".join((entry.organisation, *(one for one in told if one))))
        elif self._all and not self.table.rowCount():
            self.about.setText(tr("No service answers to this. Try one word only."))
        elif not self._all:
            self.about.setText(tr("The directory is empty. Ask the coordination to fill it."))
        else:
            self.about.clear()
        self.changed.emit()


def _everything(entry: ServiceEntry) -> str:
    return f"{entry.name} {entry.organisation} {entry.address} {entry.landmark} {entry.takes} {entry.need_words}"


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
