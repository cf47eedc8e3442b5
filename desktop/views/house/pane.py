"""One half of the board that is scrolled on its own: the staging area, or the rooms."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.views.house.layout import Block, Cell, Laid, Placed, lay_out, least_width
from desktop.views.house.painting import Pens, draw_block, draw_cell, draw_ring
from desktop.views.shared.discretion import discretion
from desktop.views.shared.style import scaled, tokens


@dataclass(slots=True)
class Hand:
    """Where one stands on the board, who is chosen, who is carried, and over which place."""

    at: UUID | None = None
    chosen: set[UUID] = field(default_factory=set)  # stays
    carried: tuple[UUID, ...] = ()  # stays
    over: UUID | None = None


class Pane(QAbstractScrollArea):
    """Lays blocks out and draws them; it changes nothing by itself."""

    entered = Signal()  # the keyboard came

    def __init__(self, hand: Hand, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(least_width() + scaled(18), scaled(150))
        self._hand = hand
        self._blocks: Sequence[Block] = ()
        self.laid = Laid()
        discretion.changed.connect(self.viewport().update)

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show other blocks, scrolled as before."""
        self._blocks = blocks
        self._settle()

    def placed(self, key: UUID | None) -> Placed | None:
        """Give a cell by its key."""
        return next((one for one in self.laid.cells if one.cell.key == key), None)

    def cell_at(self, point: QPoint) -> Cell | None:
        """Give the cell under a point of the viewport."""
        at = point + QPoint(0, self.verticalScrollBar().value())
        return next((one.cell for one in self.laid.cells if one.box.contains(at)), None)

    def seen(self, box: QRect) -> QRect:
        """Give a box as it lies in the viewport now."""
        return box.translated(0, -self.verticalScrollBar().value())

    def reveal(self, key: UUID) -> None:
        """Scroll until a cell is seen, with the heading above where it is the first."""
        found, bar = self.placed(key), self.verticalScrollBar()
        if found is None:
            return
        box, high = self.seen(found.box), self.viewport().height()
        if box.top() < scaled(50):
            bar.setValue(bar.value() + box.top() - scaled(50))
        elif box.bottom() > high - 4:
            bar.setValue(bar.value() + box.bottom() - high + 4)

    def scroll_near(self, at: QPoint) -> None:
        """Scroll on where a point of the screen is close to the upper or lower edge."""
        point, port = self.viewport().mapFromGlobal(at), self.viewport().rect()
        if port.contains(point):
            bar, edge = self.verticalScrollBar(), scaled(28)
            bar.setValue(bar.value() + bar.singleStep() * ((point.y() > port.height() - edge) - (point.y() < edge)))

    def paintEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Draw what is seen."""
        pens, hand = Pens.of(self.font()), self._hand
        shown = self.viewport().rect()
        with QPainter(self.viewport()) as painter:
            painter.fillRect(shown, QColor(tokens().background))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for block, box in self.laid.blocks:
                if (place := self.seen(box)).intersects(shown):
                    draw_block(painter, pens, place, block)
            for one in self.laid.cells:
                if (place := self.seen(one.box)).intersects(shown):
                    stay = one.cell.person.stay if one.cell.person else None
                    draw_cell(painter, pens, place, one.cell, chosen=stay in hand.chosen, carried=stay in hand.carried)
                    if one.cell.key == hand.over or (one.cell.key == hand.at and self.hasFocus()):
                        draw_ring(painter, place, dashed=one.cell.key == hand.over)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Say that the keyboard came, and draw the ring."""
        super().focusInEvent(event)
        self.entered.emit()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Draw no ring any more."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay the blocks out in the new width."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        size, bar = self.viewport().size(), self.verticalScrollBar()
        self.laid = lay_out(self._blocks, size.width() - 1)
        bar.setRange(0, max(0, self.laid.height - size.height() + 1))
        bar.setPageStep(size.height())
        bar.setSingleStep(scaled(32))
        self.viewport().update()
