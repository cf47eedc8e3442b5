"""The services found by typing; Enter opens one."""

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.services.directory import ServiceEntry
from desktop.views.directory.services_table import COLUMNS, place_words
from desktop.views.shared.empty_state import EmptyState
from desktop.views.shared.icons import put_icon
from desktop.views.shared.line_table import LineRole, LineTable
from desktop.views.shared.style import scaled
from desktop.views.shared.tables import plain_table

_PLACE = 2


class ServicesList(QWidget):
    """A search field over the table; it looks into names, places and whom services take."""

    chosen = Signal(str)  # code of the service
    new_asked = Signal()

    def __init__(self, parent: QWidget | None = None, *, may_edit: bool) -> None:
        super().__init__(parent)
        self._entries: Sequence[ServiceEntry] = ()
        self._may_edit = may_edit
        self.table = LineTable(COLUMNS)
        self.sought = QLineEdit(self)
        self.sought.setPlaceholderText(tr("Service, place, people"))
        self.sought.setAccessibleName(tr("Find a service, a place, whom it takes"))
        self.sought.setClearButtonEnabled(True)
        self.new = QPushButton(tr("&New service"), self)
        self.new.setObjectName("primary")
        self.new.setVisible(may_edit)
        put_icon(self.new, "plus", "on_primary")
        self.lines = plain_table(self.table, tr("Services"), self, wide=0)
        self.empty = EmptyState("directory", parent=self)
        row = QHBoxLayout()
        row.addWidget(self.sought, 1)
        row.addWidget(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.lines, 1)
        column.addWidget(self.empty, 1)
        self.sought.textChanged.connect(self.look)
        self.sought.returnPressed.connect(self._enter)
        self.sought.installEventFilter(self)
        self.lines.activated.connect(self._open)
        self.new.clicked.connect(self.new_asked)
        self.setFocusProxy(self.sought)

    def show_services(self, entries: Sequence[ServiceEntry]) -> None:
        """Show other services, as far as they answer to what is typed."""
        self._entries = entries
        self.look()

    @Slot()
    def look(self) -> None:
        """Keep the services that answer to every word typed."""
        words = _folded(self.sought.text()).split()
        found = [entry for entry in self._entries if all(word in _everything(entry) for word in words)]
        self.table.show_lines(found)
        self.lines.setVisible(bool(found))
        self.empty.setVisible(not found)
        typed = self.sought.text().strip()
        nothing = tr("No service is written down yet.")
        self.empty.words.setText(tr("No service answers to “{sought}”.", sought=typed) if typed else nothing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go down from the field into the list."""
        down = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down
        if down and self.table.rowCount():
            self._go_down()
        return down

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let names have the room where there is little of it."""
        super().resizeEvent(event)
        self.lines.setColumnHidden(_PLACE, self.width() < scaled(820))

    @Slot()
    def _enter(self) -> None:
        if self.table.rowCount() == 1:
            self.chosen.emit(self.table.line(0).code)
        elif self.table.rowCount():
            self._go_down()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(LineRole).code)

    def _go_down(self) -> None:
        self.lines.setFocus()
        self.lines.selectRow(max(0, self.lines.currentIndex().row()))


def _everything(entry: ServiceEntry) -> str:
    return _folded(" ".join((entry.name, entry.organisation, place_words(entry), entry.takes, entry.contact)))


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
