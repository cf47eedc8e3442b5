"""Drawing the board: rooms and beds, each state by its word, its shape and its colour."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from desktop.i18n import tr
from desktop.services.board_lines import BedUse
from desktop.views.house.layout import Block, Cell, head_height
from desktop.views.house.words import USE_KINDS, USE_SHAPES, USE_WORDS
from desktop.views.shared.discretion import discretion
from desktop.views.shared.icons import icon
from desktop.views.shared.style import scaled, tokens

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RADIUS = 6


@dataclass(frozen=True, slots=True)
class Pens:
    """What is drawn with: the letters of the board and their measures."""

    plain: QFont
    strong: QFont
    metrics: QFontMetrics
    strong_metrics: QFontMetrics

    @classmethod
    def of(cls, font: QFont) -> "Pens":
        """Make them from the font of the board."""
        strong = QFont(font)
        strong.setBold(True)
        return cls(QFont(font), strong, QFontMetrics(font), QFontMetrics(strong))


def draw_block(painter: QPainter, pens: Pens, box: QRect, block: Block) -> None:
    """Draw the card of a room with its heading."""
    colours = tokens()
    painter.setPen(QPen(QColor(colours.border), 1))
    painter.setBrush(QColor(colours.surface))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    text = box.adjusted(scaled(12), scaled(6), -scaled(12), 0)
    half = (head_height() - scaled(8)) // 2
    _write(painter, pens, QRect(text.left(), text.top(), text.width(), half), block.title, colours.text, strong=True)
    _write(painter, pens, QRect(text.left(), text.top() + half, text.width(), half), block.below, colours.muted)


def draw_cell(painter: QPainter, pens: Pens, box: QRect, cell: Cell, *, chosen: bool, carried: bool) -> None:
    """Draw a bed with whoever lies there, or somebody who waits; a tick says chosen, a dashed frame carried."""
    use = cell.bed.use if cell.bed else None
    kind, colours = USE_KINDS.get(use, "quiet"), tokens()
    front = colours.muted if kind == "quiet" else getattr(colours, kind)
    inner = box.adjusted(0, 1, 0, -1)
    ground = colours.soft if chosen or carried else getattr(colours, f"{kind}_soft") if cell.bed else colours.surface
    dashed = carried or use is BedUse.RESERVED or (cell.person is None and cell.bed is None)
    line = colours.primary if carried or chosen else front if dashed else colours.border
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(inner.topLeft(), _ground(inner.width(), inner.height(), ratio, ground, line, dashed))
    side = scaled(16)
    sign = QRect(inner.left() + scaled(6), inner.center().y() - side // 2 + 1, side, side)
    shape, tint = ("check", "primary") if chosen else (USE_SHAPES.get(use, "person"), _tint(kind))
    icon("person" if cell.bed is None and cell.person and not chosen else shape, tint, 16).paint(painter, sign)
    text = QRect(sign.right() + scaled(6), inner.top(), inner.right() - sign.right() - scaled(10), inner.height())
    if cell.bed is not None:
        label = _short_label(pens, cell.bed.label, cell.block, text.width() // 2)
        _write(painter, pens, text, label, colours.text, strong=True)
        text.setLeft(text.left() + pens.strong_metrics.horizontalAdvance(label) + scaled(8))
    _write(painter, pens, text, words_of(cell), colours.text if cell.person else front)


def words_of(cell: Cell) -> str:
    """Give what stands in a cell: a name, or the state of the bed."""
    if cell.person is not None:
        return discretion.shown(cell.person.name)
    return tr(USE_WORDS[cell.bed.use]) if cell.bed is not None else tr("Without a bed: put here")


def draw_ring(painter: QPainter, box: QRect, *, dashed: bool = False) -> None:
    """Draw the ring around the place where one stands, or where somebody would be put."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tokens().ring), 2, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
    painter.drawRoundedRect(QRectF(box).adjusted(0, 1, 0, -1), _RADIUS - 2, _RADIUS - 2)


@lru_cache(maxsize=64)
def _ground(width: int, height: int, ratio: float, colour: str, line: str, dashed: bool) -> QPixmap:  # noqa: FBT001
    """Draw the ground of a cell once: round corners take longer than everything else of the board together."""
    made = QPixmap(QSize(width, height) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colour))
        painter.setPen(QPen(QColor(line), 1, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
        painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), _RADIUS - 2, _RADIUS - 2)
    return made


def _short_label(pens: Pens, label: str, room: str, width: int) -> str:
    """Leave the name of the room out of a label that would leave no place for a name: it stands above."""
    if pens.strong_metrics.horizontalAdvance(label) <= width:
        return label
    return pens.strong_metrics.elidedText(label.removeprefix(room).lstrip(" -"), Qt.TextElideMode.ElideRight, width)


def _tint(kind: str) -> str:
    return "muted" if kind == "quiet" else kind


def _write(painter: QPainter, pens: Pens, box: QRect, words: str, colour: str, *, strong: bool = False) -> None:
    metrics = pens.strong_metrics if strong else pens.metrics
    painter.setFont(pens.strong if strong else pens.plain)
    painter.setPen(QColor(colour))
    painter.drawText(box, _LEFT, metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width()))
