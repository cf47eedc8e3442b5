"""The people of a convoy, written down or corrected cell by cell."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr, trn
from desktop.services.convoys import ConvoyLine
from desktop.views.arrivals.grid_table import GridTable
from desktop.views.arrivals.grid_view import GridView, Written
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.shell import Shell


class GridPane(QWidget):
    """A grid under its convoy's name; filling and pasting go cell by cell, so that the screen never stands still."""

    left = Signal()
    called = Signal(object)  # ConvoyLine whose roll shall be called
    examined = Signal(object, object)  # key of a pair that looks alike, and the ConvoyLine
    poured = Signal()  # many cells are all written

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._line: ConvoyLine | None = None
        self._waiting: list[Written] = []
        self._former: list[Written] = []
        self.table = GridTable(shell.centre)
        self.grid = GridView(self.table, self)
        self.back = QPushButton(tr("Back to the &convoys"), self)
        self.roll = QPushButton(tr("&Roll of the convoy…"), self)
        self.roll.setToolTip(tr("Who came, who did not, and who is not on the list"))
        self.title = text_label(look="heading", wrap=True, parent=self)
        hint = tr("Each cell is kept as soon as you leave it. Enter goes down, Tab goes right, Ctrl+D fills down.")
        self.said = text_label(hint, "muted", wrap=True, parent=self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._write_one)
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.roll.clicked.connect(lambda: self.called.emit(self._line))
        self.grid.poured.connect(self.pour)
        self.grid.examined.connect(lambda pair: self.examined.emit(pair, self._line))
        self.table.told.connect(self._tell)
        self.grid.selectionModel().currentChanged.connect(lambda index, _: self._tell(self.table.why(index)))
        self.setFocusProxy(self.grid)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.grid, context=Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self.left)

    def show_convoy(self, line: ConvoyLine) -> None:
        """Show the people of a convoy, the first cell chosen."""
        self._tell("")
        self._line = line
        self.roll.setVisible(line.import_id is not None)
        try:
            people = self._shell.centre.convoy_people.people(line.id)
        except DeskError as refusal:
            self._tell(refusal.explain())
            people = []
        count = trn("{n} person", "{n} people", len(people))
        self.title.setText(f"{line.name} · {count}")
        self.table.show_people(people)
        self.grid.setCurrentIndex(self.table.index(0, 0))

    @Slot(list)
    def pour(self, cells: list[Written]) -> None:
        """Write many cells, one at each turn of the screen; all are taken back in one act."""
        self._waiting += cells
        self._former = []
        if self._waiting:
            self._next.start()

    def _write_one(self) -> None:
        row, column, text = self._waiting.pop(0)
        index = self.table.index(row, column)
        self._former.append((row, column, str(index.data(Qt.ItemDataRole.EditRole))))
        self.table.setData(index, text)
        if not self._waiting:
            self._next.stop()
            former = self._former[::-1]
            words = trn("{n} cell is written.", "{n} cells are written.", len(former))
            self._shell.toast(words, lambda: self.pour(former))
            self.poured.emit()

    @Slot(str)
    def _tell(self, words: str) -> None:
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))

    def _lay_out(self) -> None:
        put_icon(self.back, "chevron_left")
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addWidget(self.title, 1)
        row.addWidget(self.roll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addWidget(self.refusal)
        column.addWidget(self.grid, 1)
