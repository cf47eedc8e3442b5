"""The pages somebody may see, from the top; arrows, Alt and a letter, or the mouse choose one."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPen, QResizeEvent, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.i18n import tr
from desktop.views.shared.icons import icon
from desktop.views.shared.page import Page
from desktop.views.shared.style import scaled, tokens

_WITH_MNEMONIC = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic
_CLOSEST, _USUAL = 3, 22  # pixels of a line beside its letters, where every page has to fit and where there is room
_ICON, TITLE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class Sidebar(QListWidget):
    """One line for each page; screen readers hear a list."""

    def __init__(self, pages: Sequence[Page], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName(tr("Pages"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leads into the page, where one goes on typing
        self.setItemDelegate(_Entry(self))
        for row, page in enumerate(pages):
            title = tr(page.title)
            item = QListWidgetItem(title.replace("&", ""))
            item.setData(_ICON, page.icon)
            item.setData(TITLE, title)
            self.addItem(item)
            letter = QKeySequence.mnemonic(title)
            if not letter.isEmpty():
                QShortcut(letter, self.window()).activated.connect(lambda row=row: self.setCurrentRow(row))

    def wide_enough(self) -> int:
        """Give the width in which every title fits."""
        return max(
            (self.sizeHintForIndex(self.model().index(row, 0)).width() for row in range(self.count())), default=0
        )

    def line_height(self) -> int:
        """Give the height of a line: pages stand closer before the last of them would have to be scrolled to."""
        letters = self.fontMetrics().height()
        share = self.viewport().height() // max(self.count(), 1)
        return min(max(share, letters + scaled(_CLOSEST)), letters + scaled(_USUAL))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the new height among the pages."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def step(self, by: int) -> None:
        """Go `by` pages down, round the end."""
        if self.count():
            self.setCurrentRow((self.currentRow() + by) % self.count())


class _Entry(QStyledItemDelegate):
    """Draws one line: icon, title with its letter underlined, a lit ground where one is."""

    def __init__(self, pages: Sidebar) -> None:
        super().__init__(pages)
        self._pages = pages

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the line in the colours of the sidebar."""
        colours = tokens()
        state: QStyle.StateFlag = option.state
        place: QRect = option.rect.adjusted(0, 2, 0, -2)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colours.sidebar_selected if chosen else colours.sidebar_hover))
            painter.drawRoundedRect(place, 6, 6)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.ring), 2))
            painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), 6, 6)
        side = scaled(20)
        tint = "on_sidebar" if chosen else "sidebar_text"
        sign = QRect(place.left() + scaled(12), place.center().y() - side // 2 + 1, side, side)
        icon(index.data(_ICON), tint).paint(painter, sign)
        painter.setPen(QColor(getattr(colours, tint)))
        letters = option.font
        letters.setBold(chosen)
        painter.setFont(letters)
        words = place.adjusted(scaled(12 + 20 + 12), 0, -scaled(8), 0)
        painter.drawText(words, _WITH_MNEMONIC, index.data(TITLE))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        """Give the room of a line, its title in bold."""
        letters = option.font
        letters.setBold(True)
        wide = option.fontMetrics.horizontalAdvance(index.data()) * 1.1 + scaled(12 + 20 + 12 + 8)
        return QSize(round(wide), self._pages.line_height())
