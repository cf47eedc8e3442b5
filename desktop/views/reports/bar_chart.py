"""Bars of this week above those of the last one, drawn in the colours of the theme."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.formats import whole_number
from desktop.i18n import tr
from desktop.views.shared.style import scaled, tokens

Bar = tuple[str, int, int]  # words, this week, last week
_STEP, _NOW, _THEN, _GAP = 34, 12, 7, 8


class BarChart(QWidget):
    """A line for each bar; every length has its figure beside it, so that no colour is needed to read it."""

    def __init__(self, title: str, bars: Sequence[Bar], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars = tuple(bars)
        self.setAccessibleName(title)
        said = (tr("{words}: {now}, last week {then}", words=words, now=now, then=then) for words, now, then in bars)
        self.setAccessibleDescription("\n".join(said))
        self.setMinimumSize(scaled(240), scaled(_STEP) * len(self.bars))

    def paintEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Draw every line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        letters = painter.fontMetrics()
        words = min(max(letters.horizontalAdvance(bar[0]) for bar in self.bars) + 4, self.width() * 2 // 5)
        most = max((max(bar[1:]) for bar in self.bars), default=0) or 1
        figures = letters.horizontalAdvance(whole_number(most)) + 2 * scaled(_GAP)
        room = max(1, self.width() - words - scaled(_GAP) - figures)
        for place, bar in enumerate(self.bars):
            line = QRect(0, place * scaled(_STEP), self.width(), scaled(_STEP))
            said = letters.elidedText(bar[0], Qt.TextElideMode.ElideRight, words)
            painter.setPen(QColor(tokens().text))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)
            _draw(painter, bar, QRect(words + scaled(_GAP), line.top(), room, line.height()), most)
        painter.end()


def _draw(painter: QPainter, bar: Bar, room: QRect, most: int) -> None:
    _, now, then = bar
    top = room.top() + (room.height() - scaled(_NOW + _THEN)) / 2
    lengths = [room.width() * figure / most for figure in (now, then)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().primary))
    painter.drawRect(QRectF(room.left(), top, lengths[0], scaled(_NOW)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tokens().muted), 1))
    if then:
        painter.drawRect(QRectF(room.left() + 0.5, top + scaled(_NOW) + 1.5, lengths[1] - 1, scaled(_THEN) - 2))
    painter.setPen(QColor(tokens().text))
    beside = QRectF(room.left() + max(lengths) + scaled(_GAP), room.top(), scaled(90), room.height())
    painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, whole_number(now))
