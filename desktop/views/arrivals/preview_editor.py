"""The editors of the cells in the preview."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.i18n import tr
from desktop.views.shared.pills import PillDelegate

_Index = QModelIndex | QPersistentModelIndex


def _editor(parent: QWidget) -> QWidget:
    editor = QLineEdit(parent)
    editor.setObjectName("inCell")
    editor.setMaxLength(2000)
    editor.setAccessibleName(tr("What this cell of the list should say"))
    return editor


class PreviewEditor(QStyledItemDelegate):
    """Gives a line to type in that says what it is for."""

    def createEditor(  # noqa: N802 - Qt's name
        self, parent: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> QWidget:
        """Give a line to type in."""
        return _editor(parent)


class RemarkEditor(PillDelegate):
    """The same, where remarks are drawn as pills."""

    def createEditor(  # noqa: N802 - Qt's name
        self, parent: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> QWidget:
        """Give a line to type in."""
        return _editor(parent)
