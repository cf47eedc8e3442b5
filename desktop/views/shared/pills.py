"""Status pills: a word, a shape and a colour, so that none of the three is needed alone."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.views.shared.icons import icon
from desktop.views.shared.line_table import PillRole
from desktop.views.shared.style import scaled, tokens

SHAPES = {"ok": "ok", "warning": "warning", "bad": "bad", "info": "info", "quiet": "neutral"}
_SIDE, _GAP, _PAD = 16, 6, 9


def pill_size(words: str, metrics: QFontMetrics) -> QSize:
    """Give the size of a pill that says `words`."""
    wide = metrics.horizontalAdvance(words) + scaled(_SIDE + _GAP + 2 * _PAD)
    return QSize(wide, metrics.height() + scaled(8))


def draw_pill(painter: QPainter, place: QRect, words: str, kind: str) -> None:
    """Draw a pill at the left of `place`, in the middle of its height; words that do not fit are shortened."""
    metrics = painter.fontMetrics()
    size = pill_size(words, metrics).boundedTo(place.size())
    box = QRect(place.left(), place.top() + (place.height() - size.height()) // 2, size.width(), size.height())
    front = QColor(tokens().muted if kind == "quiet" else getattr(tokens(), kind))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(front if getattr(tokens(), f"{kind}_soft") == tokens().surface else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(getattr(tokens(), f"{kind}_soft")))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), box.height() / 2, box.height() / 2)
    side = scaled(_SIDE)
    shape = QRect(box.left() + scaled(_PAD) - 2, box.center().y() - side // 2 + 1, side, side)
    icon(SHAPES[kind], "muted" if kind == "quiet" else kind, _SIDE).paint(painter, shape)
    painter.setPen(front)
    text = box.adjusted(scaled(_PAD) + side + scaled(_GAP) - 2, 0, -scaled(_PAD) + 2, 0)
    shortened = metrics.elidedText(words, Qt.TextElideMode.ElideRight, text.width() + 2)
    painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shortened)
    painter.restore()


class Pill(QWidget):
    """A status pill on its own."""

    def __init__(self, words: str = "", kind: str = "quiet", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(words, kind)

    def say(self, words: str, kind: str) -> None:
        """Say another status; `kind` is ok, warning, bad, info or quiet."""
        self.words, self.kind = words, kind
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Give the room the pill needs."""
        return pill_size(self.words, self.fontMetrics())

    def paintEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Draw the pill."""
        painter = QPainter(self)
        draw_pill(painter, self.rect(), self.words, self.kind)
        painter.end()


class PillDelegate(QStyledItemDelegate):
    """Draws the cells of a column as pills where the line has a kind, as plain text where not."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground of the cell, then its pill."""
        kind = index.data(PillRole)
        if not kind:
            super().paint(painter, option, index)
            return
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        words, ground.text = ground.text, ""
        view: QWidget = option.widget
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, view)
        painter.setFont(option.font)
        place: QRect = option.rect
        draw_pill(painter, place.adjusted(6, 0, -6, 0), words, kind)
