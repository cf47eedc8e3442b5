"""Cards of a report, and two of them beside each other, or below where there is no room."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.views.shared.labels import text_label
from desktop.views.shared.sides import Sides

_WIDE = 900


def pair(*parts: QWidget) -> Sides:
    """Lay parts out by the room there is."""
    sides = Sides(_WIDE)
    for one in parts:
        sides.row.addWidget(one, 1)
    return sides


def part(heading: str, *content: QWidget) -> QFrame:
    """Give a card with widgets under a heading."""
    card = QFrame()
    card.setObjectName("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(8)
    column.addWidget(text_label(heading, "heading", wrap=True, parent=card))
    for widget in content:
        column.addWidget(widget)
    column.addStretch()
    return card
