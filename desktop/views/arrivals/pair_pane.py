"""Two people side by side, and the three answers staff may give."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.services.convoys import Likeness
from desktop.views.shared.acts import act_row
from desktop.views.shared.labels import text_label
from desktop.views.shared.side_card import SideCard
from desktop.vocabulary import LookAlikeVerdict


class PairPane(QWidget):
    """What is known of both, why they look alike, and what staff decide; the program never decides."""

    decided = Signal(object)  # LookAlikeVerdict

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.newcomer, self.other = SideCard(self), SideCard(self)
        self.why = text_label(wrap=True, parent=self)
        waits = tr("Nobody on this list is here yet: look-alikes are decided on once people have come.")
        self.waits = text_label(waits, "muted", wrap=True, parent=self)
        self.answers = {
            LookAlikeVerdict.SAME: QPushButton(tr("Sa&me person"), self),
            LookAlikeVerdict.DIFFERENT: QPushButton(tr("N&ot the same"), self),
            LookAlikeVerdict.LATER: QPushButton(tr("&Later"), self),
        }
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addWidget(self.newcomer, 1)
        sides.addWidget(self.other, 1)
        for verdict, button in self.answers.items():
            button.clicked.connect(lambda _=False, verdict=verdict: self.decided.emit(verdict))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(sides)
        column.addWidget(self.why)
        column.addWidget(self.waits)
        column.addLayout(act_row(*reversed(self.answers.values())))

    def ask(self, *, asks: bool) -> None:
        """Take answers, or say when they are taken."""
        self.waits.setVisible(not asks)
        for button in self.answers.values():
            button.setVisible(asks)

    def show_pair(self, pair: Likeness) -> None:
        """Show two people who look alike."""
        self.newcomer.show_side(pair.newcomer, tr("Row {row} of the list", row=pair.key[0]))
        other = pair.other.code or tr("Row {row} of the list", row=pair.key[1])
        self.other.show_side(pair.other, other)
        self.why.setText(tr("{likeness}: {reasons}.", likeness=pair.likeness, reasons=pair.reasons))
