"""The compartments one below another, and the symbols by which a colleague knows whom they let in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.services.compartment_page import CompartmentLine
from desktop.views.compartments.room_card import RoomCard
from desktop.views.shared.labels import text_label


class RoomsList(QWidget):
    """A card for each compartment; those that wait for their reader come first."""

    def __init__(self, lines: Sequence[CompartmentLine], symbols: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards = [RoomCard(line, self) for line in sorted(lines, key=_rank)]
        self.last: RoomCard | None = None
        self.about = text_label(
            tr("Sealed work lies in compartments. Only its holders open them; no administrator does."),
            "muted",
            wrap=True,
        )
        spelled = " ".join(symbols.replace(" ", ""))
        self.own = text_label(tr("Your own symbols, to be let in: {seen}", seen=symbols), "strong", wrap=True)
        self.own.setAccessibleName(tr("Your own symbols, to be let in: {seen}", seen=spelled))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Compartments"))
        self._lay_out()

    def show_lines(self, lines: Sequence[CompartmentLine]) -> None:
        """Show how they stand now; the cards stay where they are."""
        now = {line.code: line for line in lines}
        for card in self.cards:
            card.show_line(now[card.line.code])

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the card that was last acted on, or to the first act there is."""
        super().focusInEvent(event)
        cards = [self.last, *self.cards] if self.last else self.cards
        acts = [act for card in cards if (act := card.first_act())]
        if acts:
            acts[0].setFocus()

    def _lay_out(self) -> None:
        inside = QWidget(self)
        inside.setObjectName("page")
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(0, 0, 12, 0)
        cards.setSpacing(12)
        for card in self.cards:
            cards.addWidget(card)
        cards.addStretch()
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.about)
        column.addWidget(scroll, 1)
        column.addWidget(self.own)


def _rank(line: CompartmentLine) -> int:
    return 0 if line.may_found else 1 if line.mine else 2 if line.born else 3
