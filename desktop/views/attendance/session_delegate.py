"""A session in two rows of one cell: what and when, and below it where its marking stands."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.views.shared.line_table import PillRole
from desktop.views.shared.pills import draw_pill
from desktop.views.shared.style import scaled

HEIGHT = 62  # pixels at 100 %


class SessionDelegate(QStyledItemDelegate):
    """Draws the first column with the pill of the second one under its words."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground of the cell, its words and the pill."""
        stands = index.model().index(index.row(), 1)
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        words, ground.text = ground.text, ""
        view: QWidget = option.widget
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, view)
        place: QRect = option.rect.adjusted(10, scaled(6), -6, -scaled(6))
        painter.setFont(option.font)
        above, below = QRect(place), QRect(place)
        above.setHeight(painter.fontMetrics().height())
        below.setTop(above.bottom() + scaled(3))
        shortened = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, above.width())
        painter.setPen(view.palette().text().color())
        painter.drawText(above, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shortened)
        draw_pill(painter, below, stands.data(), stands.data(PillRole))
