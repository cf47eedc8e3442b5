"""The editor of a cell: it proposes what stands in the column already."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.i18n import tr
from desktop.views.arrivals.grid_cells import CELLS

_REPEATED = frozenset({"nationality", "languages"})


class GridDelegate(QStyledItemDelegate):
    """Types ahead in the columns where few answers come again and again."""

    def createEditor(  # noqa: N802 - Qt's name
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Give a line to type in."""
        editor = QLineEdit(parent)
        cell = CELLS[index.column()]
        editor.setAccessibleName(tr(cell.heading))
        editor.setObjectName("inCell")
        if cell.field in _REPEATED:
            model = index.model()
            said = {str(model.index(row, index.column()).data()) for row in range(model.rowCount())}
            completer = QCompleter(sorted(said - {""}), editor)
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            editor.setCompleter(completer)
        return editor
