"""Cards drawn once and kept: moving the cursor or a card redraws the grid without writing every word again."""

from datetime import datetime

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from desktop.services.session_standing import standing
from desktop.views.shared.discretion import discretion
from desktop.views.shared.style import worn
from desktop.views.week.layout import Placed
from desktop.views.week.painting import Pens, draw_card


class Cards:
    """The pictures of the sessions that are shown, by code; a changed session or look draws its card anew."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[tuple[object, ...], QPixmap]] = {}

    def forget_others(self, placed: list[Placed]) -> None:
        """Drop the cards of sessions that are shown no longer."""
        codes = {one.line.code for one in placed}
        self._kept = {code: kept for code, kept in self._kept.items() if code in codes}

    def draw(
        self, painter: QPainter, pens: Pens, boxes: list[tuple[Placed, QRectF]], now: datetime, clashing: frozenset[str]
    ) -> None:
        """Draw each session in its box."""
        ratio = painter.device().devicePixelRatioF()
        for one, box in boxes:
            place, clash = QRect(QPoint(), box.size().toSize()), one.line.code in clashing
            key = (one.line, place.size(), standing(one.line, now), clash, worn(), discretion.hides, ratio)
            kept = self._kept.get(one.line.code)
            if kept is None or kept[0] != key:
                made = _blank(place, ratio)
                with QPainter(made) as card:
                    card.setRenderHint(QPainter.RenderHint.Antialiasing)
                    draw_card(card, pens, QRectF(place), one, now, clash=clash)
                kept = self._kept[one.line.code] = (key, made)
            painter.drawPixmap(box.topLeft().toPoint(), kept[1])


def _blank(place: QRect, ratio: float) -> QPixmap:
    made = QPixmap(place.size() * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    return made
