"""The look and the manners of every table."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.views.shared.line_table import LineTable
from desktop.views.shared.pills import PillDelegate
from desktop.views.shared.style import scaled

LINE_HEIGHT = 40


class LinesView(QTableView):
    """A table of whole lines; Ctrl+C copies the chosen ones, ready for a spreadsheet."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Copy on Ctrl+C, and leave the other keys to Qt."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(copied(self))
        else:
            super().keyPressEvent(event)


def copied(view: QTableView) -> str:
    """Give the chosen lines under their headings, cells apart by tabs; a name that is hidden stays hidden."""
    model, columns = view.model(), range(view.model().columnCount())
    lines = [[model.headerData(column, Qt.Orientation.Horizontal) for column in columns]]
    rows = sorted(index.row() for index in view.selectionModel().selectedRows())
    lines += [[model.index(row, column).data() for column in columns] for row in rows]
    return "\n".join("\t".join(map(_cell, line)) for line in lines)


def plain_table(model: QAbstractItemModel, name: str, parent: QWidget, *, wide: int) -> LinesView:
    """Give a table of whole lines; the column `wide` takes the room that is left. `name` is for screen readers."""
    table = LinesView(parent)
    table.setModel(model)
    table.setAccessibleName(name)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(scaled(LINE_HEIGHT))
    header = table.horizontalHeader()
    header.setDefaultSectionSize(scaled(140))
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setTextElideMode(Qt.TextElideMode.ElideRight)
    header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
    if isinstance(model, LineTable):
        _follow(table, model, wide)
    return table


def _follow(table: LinesView, model: LineTable[Any], wide: int) -> None:
    pills = PillDelegate(table)
    for place, column in enumerate(model.columns):
        if place != wide:
            table.setColumnWidth(place, scaled(column.width))
        if column.kind:
            table.setItemDelegateForColumn(place, pills)


def _cell(value: Any) -> str:
    return " ".join(str(value or "").split())
