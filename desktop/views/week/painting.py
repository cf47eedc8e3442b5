"""Drawing the grid: days, hours and cards, each state by its word, its shape and its colour."""

from dataclasses import dataclass
from datetime import datetime, time

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from desktop.formats import clock
from desktop.services.session_standing import Standing, standing
from desktop.views.shared.discretion import discretion
from desktop.views.shared.icons import icon
from desktop.views.shared.pills import SHAPES
from desktop.views.shared.standing_kinds import STANDING_KINDS
from desktop.views.shared.style import scaled, tokens
from desktop.views.week.columns import GridColumn
from desktop.views.week.geometry import Geometry
from desktop.views.week.layout import Placed
from desktop.views.week.words import hours, state_words

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_OFF = {Standing.CANCELLED, Standing.NOT_HELD}
_RADIUS = 5
_BAR = 4
_NARROW = 46


@dataclass(frozen=True, slots=True)
class Pens:
    """What is drawn with: the letters of the grid and their measures."""

    plain: QFont
    strong: QFont
    struck: QFont
    metrics: QFontMetrics
    strong_metrics: QFontMetrics

    @classmethod
    def of(cls, font: QFont) -> "Pens":
        """Make them from the font of the grid."""
        strong, struck = QFont(font), QFont(font)
        strong.setBold(True)
        struck.setBold(True)
        struck.setStrikeOut(True)
        return cls(QFont(font), strong, struck, QFontMetrics(font), QFontMetrics(strong))


def draw_ground(painter: QPainter, at: Geometry, columns: list[GridColumn], today: int, closed: dict[int, str]) -> None:
    """Draw the columns and the lines of the hours; today and closed days have a ground of their own."""
    colours = tokens()
    painter.fillRect(0, 0, at.width, at.height, QColor(colours.surface))
    for number in range(len(columns)):
        ground = colours.quiet_soft if number in closed else colours.soft if number == today else None
        if ground:
            painter.fillRect(QRectF(at.x(number), at.top, at.column_width, at.height), QColor(ground))
    painter.setPen(QPen(QColor(colours.border), 1))
    lines = [QLineF(at.x(number), 0, at.x(number), at.height) for number in range(len(columns))]
    lines += [QLineF(at.left, at.y(60 * hour), at.width, at.y(60 * hour)) for hour in range(at.first, at.last + 1)]
    painter.drawLines(lines)
    painter.setPen(QColor(colours.muted))
    for hour in range(at.first, at.last):
        words = clock(time(hour))
        place = QRectF(0, at.y(60 * hour) + 2, at.left - 6, scaled(20))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, words)


def draw_headings(
    painter: QPainter, pens: Pens, at: Geometry, columns: list[GridColumn], today: int, closed: dict[int, str]
) -> None:
    """Draw the headings over whatever was scrolled beneath them."""
    colours = tokens()
    painter.fillRect(0, 0, at.width, at.top, QColor(colours.alternate))
    painter.setPen(QPen(QColor(colours.border), 1))
    painter.drawLine(0, at.top, at.width, at.top)
    for number, column in enumerate(columns):
        box = QRectF(at.x(number) + 4, 0, at.column_width - 8, at.top)
        why = closed.get(number, "")
        upper = QRectF(box.left(), 2, box.width(), at.top / 2) if why else box
        painter.setFont(pens.strong)
        painter.setPen(QColor(colours.primary if number == today else colours.text))
        title = pens.strong_metrics.elidedText(column.title, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, title)
        if why:
            painter.setFont(pens.plain)
            painter.setPen(QColor(colours.warning))
            words = pens.metrics.elidedText(why, Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(upper.translated(0, at.top / 2 - 4), Qt.AlignmentFlag.AlignCenter, words)


def draw_card(painter: QPainter, pens: Pens, box: QRectF, one: Placed, now: datetime, *, clash: bool = False) -> None:
    """Draw one session."""
    stands = standing(one.line, now)
    kind, colours = STANDING_KINDS[stands], tokens()
    front = QColor(colours.muted if kind == "quiet" else getattr(colours, kind))
    soft = QColor(getattr(colours, f"{kind}_soft"))
    draft = stands is Standing.DRAFT
    painter.setPen(QPen(front, 1, Qt.PenStyle.DashLine if draft else Qt.PenStyle.SolidLine))
    painter.setBrush(QColor(colours.surface) if draft else soft)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    if not draft:
        painter.fillRect(QRectF(box.left() + 1, box.top() + _RADIUS, _BAR, box.height() - 2 * _RADIUS), front)
    text = box.adjusted(_BAR + 5, 2, -4, -1)
    side = min(scaled(14), int(box.height()) - 4)
    sign = icon("warning", "warning", 14) if clash else icon(SHAPES[kind], "muted" if kind == "quiet" else kind, 14)
    painter.drawPixmap(QPointF(text.right() - side, text.top() + 2), sign.pixmap(side, side))
    when = hours(one.line)
    if pens.metrics.horizontalAdvance(when) > text.width():
        when = clock(one.line.starts_at.time())
    words = [one.line.activity, when, one.line.room or "", discretion.shown(one.line.facilitators)]
    state, struck = state_words(one.line, now), stands in _OFF
    if text.width() > scaled(_NARROW) or text.height() < text.width():
        _draw_words(painter, pens, text, words, state, front, struck=struck, side=side)
        return
    # A card too narrow for a word says it downwards.
    painter.translate(text.right(), text.top() + side + 4)
    painter.rotate(90)
    downwards = QRectF(0, 0, text.height() - side - 4, text.width())
    _draw_words(painter, pens, downwards, words, state, front, struck=struck, side=0)


def _draw_words(
    painter: QPainter, pens: Pens, text: QRectF, words: list[str], state: str, front: QColor, *, struck: bool, side: int
) -> None:
    """Write as many lines as there is room for: the activity first, where it stands before the facilitators."""
    high = pens.metrics.height()
    rows = max(1, int((text.height() + 1) // high))
    painter.setFont(pens.struck if struck else pens.strong)
    painter.setPen(QColor(tokens().text))
    title = pens.strong_metrics.elidedText(words[0], Qt.TextElideMode.ElideRight, int(text.width()) - side - 2)
    painter.drawText(QRectF(text.left(), text.top(), text.width(), min(high, text.height())), _LEFT, title)
    below = [words[1], *filter(None, words[2:])]
    below = [*below[: rows - 2], state] if rows > 1 else []
    painter.setFont(pens.plain)
    for number, said in enumerate(below, 1):
        painter.setPen(front if said is state else QColor(tokens().text))
        place = QRectF(text.left(), text.top() + number * high, text.width(), high)
        painter.drawText(place, _LEFT, pens.metrics.elidedText(said, Qt.TextElideMode.ElideRight, int(text.width())))


def draw_frame(painter: QPainter, box: QRectF, *, dashed: bool = False) -> None:
    """Draw the ring around what is chosen, or around what is about to be planned."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    colour = QColor(tokens().ring)
    painter.setPen(QPen(colour, 2, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
    painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), _RADIUS, _RADIUS)


def draw_now(painter: QPainter, at: Geometry, first: int, last: int, minute: int) -> None:
    """Draw the line of this moment over the columns of today."""
    painter.setPen(QPen(QColor(tokens().bad), 2))
    painter.setBrush(QColor(tokens().bad))
    high = at.y(minute)
    painter.drawLine(QPointF(at.x(first), high), QPointF(at.x(last) + at.column_width, high))
    painter.drawEllipse(QPointF(at.x(first), high), 4, 4)
