"""Keys of a spreadsheet: Enter goes down, Tab goes right, Ctrl+D fills down, Ctrl+C and Ctrl+V as in Excel."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from desktop.i18n import tr
from desktop.spreadsheets.reading import read_table
from desktop.spreadsheets.refusals import EmptyList
from desktop.spreadsheets.sources import Pasted
from desktop.spreadsheets.table import column_letter
from desktop.views.arrivals.grid_cells import CELLS
from desktop.views.arrivals.grid_delegate import GridDelegate
from desktop.views.arrivals.grid_table import ALIKE, GridTable
from desktop.views.shared.style import scaled
from desktop.views.shared.tables import LINE_HEIGHT

Written = tuple[int, int, str]  # row, column, text
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BESIDE = 5  # how many columns stand before the likeness on the screen
_HINT = QAbstractItemDelegate.EndEditHint


class GridView(QTableView):
    """A grid that is written in; many cells at once are asked for through `poured`."""

    poured = Signal(list)  # of Written
    examined = Signal(object)  # key of a pair that looks alike

    def __init__(self, table: GridTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self.setModel(table)
        self.clicked.connect(self._clicked)
        self.setItemDelegate(GridDelegate(self))
        self.setAccessibleName(tr("People of the convoy"))
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.verticalHeader().setDefaultSectionSize(scaled(LINE_HEIGHT))
        for column, cell in enumerate(CELLS):
            self.setColumnWidth(column, scaled(cell.width))
        # Seen beside the names, passed over by Tab.
        self.horizontalHeader().moveSection(ALIKE, _BESIDE)
        self.setColumnWidth(ALIKE, scaled(260))
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setStretchLastSection(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move, fill, copy, paste and clear by keys, and leave the others to Qt."""
        if event.key() in _ENTER:
            # From within an editor it comes here too: the cell moves on once it is stored.
            if self.state() != QAbstractItemView.State.EditingState:
                self._examine(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.poured.emit(self.pasted(QGuiApplication.clipboard().text()))
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.poured.emit(self.filled_down())
        elif event.key() == Qt.Key.Key_Delete:
            self.poured.emit([(one.row(), one.column(), "") for one in self.selectedIndexes()])
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        if self._table.pair(index) is not None:
            self._examine(index)

    def _examine(self, index: QModelIndex) -> None:
        """Ask to see a pair where the cursor stands on one, and go down where not."""
        pair = self._table.pair(index)
        if pair is None:
            self.go(1, 0)
        else:
            self.examined.emit(pair)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802 - Qt's name
        """Go down after Enter, and right after Tab, as a spreadsheet does."""
        super().closeEditor(editor, _HINT.NoHint)
        ways = {_HINT.SubmitModelCache: (1, 0), _HINT.EditNextItem: (0, 1), _HINT.EditPreviousItem: (0, -1)}
        if hint in ways:
            self.go(*ways[hint])

    def go(self, down: int, right: int) -> None:
        """Move the cursor, as far as the grid goes."""
        here = self.currentIndex()
        there = self.model().index(here.row() + down, here.column() + right)
        if there.isValid():
            self.setCurrentIndex(there)

    def copied(self) -> str:
        """Give the chosen cells apart by tabs; a hidden name stays hidden."""
        rows: dict[int, list[QModelIndex]] = {}
        for one in sorted(self.selectedIndexes(), key=lambda one: (one.row(), one.column())):
            rows.setdefault(one.row(), []).append(one)
        return "\n".join("\t".join(str(one.data()) for one in row) for row in rows.values())

    def pasted(self, text: str) -> list[Written]:
        """Give what a paste writes, from the cursor on, as far as the grid goes."""
        here = self.currentIndex()
        try:
            sheet = read_table(Pasted(text, "")).sheets[0]
        except EmptyList:
            return []
        last = min(len(CELLS) - here.column(), max(len(row.cells) for row in sheet.rows) + len(CELLS))
        cells = [(here.row() + row.number - 1, here.column() + right, row.text(column_letter(right)))
                 for row in sheet.rows for right in range(last) if column_letter(right) in row.cells]  # fmt: skip
        return [cell for cell in cells if cell[0] < self.model().rowCount()]

    def filled_down(self) -> list[Written]:
        """Give what filling down writes: the top of the chosen cells, or of one cell the one above."""
        chosen = self.selectedIndexes()
        top = min((one.row() for one in chosen), default=0)
        source = top if len({one.row() for one in chosen}) > 1 else max(0, top - 1)
        edit = Qt.ItemDataRole.EditRole
        return [(one.row(), one.column(), str(self.model().index(source, one.column()).data(edit)))
                for one in chosen if one.row() != source]  # fmt: skip
