"""Second step: the sheet, and the row that names the columns, shown among the real rows."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.spreadsheets.headings import HeadingPlace
from desktop.spreadsheets.table import Table
from desktop.views.arrivals.raw_table import RawTable
from desktop.views.shared.field import Field
from desktop.views.shared.labels import text_label
from desktop.views.shared.tables import plain_table


class HeadingStep(QWidget):
    """The arrows choose the heading row; the program's guess is chosen at first."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list: Table | None = None
        self.sheet, self.table = QComboBox(self), RawTable()
        self._of_sheet = Field(tr("&Sheet"), self.sheet, parent=self)
        words = tr("Choose with the arrows the row that names the columns; people are read from the rows under it.")
        self.words = text_label(words, wrap=True, parent=self)
        self.chosen = text_label(look="strong", wrap=True, parent=self)
        self.rows = plain_table(self.table, tr("First rows of the list"), self, wide=0)
        self.rows.horizontalHeader().setSectionResizeMode(self.rows.horizontalHeader().ResizeMode.Interactive)
        self.rows.verticalHeader().show()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self._of_sheet, self.words, self.chosen):
            column.addWidget(widget)
        column.addWidget(self.rows, 1)
        self.sheet.currentIndexChanged.connect(self._show_sheet)
        self.rows.selectionModel().currentRowChanged.connect(self._say)
        self.setFocusProxy(self.rows)

    def show_list(self, table: Table, place: HeadingPlace) -> None:
        """Show a list with the heading row that was found or chosen before."""
        self._list = table
        self.sheet.blockSignals(True)
        self.sheet.clear()
        for number, sheet in enumerate(table.sheets, start=1):
            self.sheet.addItem(sheet.name or tr("Sheet {n}", n=number))
        self.sheet.setCurrentIndex(place.sheet)
        self.sheet.blockSignals(False)
        self._of_sheet.setVisible(len(table.sheets) > 1)
        self.table.show_sheet(table.sheets[place.sheet])
        self.rows.selectRow(max(0, self.table.row_of(place.row)))
        self._say()

    def place(self) -> HeadingPlace | None:
        """Give the chosen sheet and row, or None in an empty sheet."""
        row = self.rows.currentIndex().row()
        return HeadingPlace(self.sheet.currentIndex(), self.table.number(row)) if row >= 0 else None

    @Slot()
    def _show_sheet(self) -> None:
        if self._list is not None:
            self.table.show_sheet(self._list.sheets[self.sheet.currentIndex()])
            self.rows.selectRow(0)
            self._say()

    def _say(self, *_: object) -> None:
        place = self.place()
        self.chosen.setText(
            tr("The headings stand in row {row}.", row=place.row) if place else tr("This sheet is empty.")
        )
        self.changed.emit()
