"""What is said where somebody has no case yet: a referral is sealed in one."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.views.shared.chips import Chips
from desktop.views.shared.labels import NameLabel, text_label


class CaseOpener(QWidget):
    """Offers to open a case in one of the compartments one holds."""

    left = Signal()
    asked = Signal(str, str)  # code of the person, code of the compartment

    def __init__(self, held: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self.name = NameLabel(look="heading", parent=self)
        self.name.setWordWrap(True)
        words = (
            tr("A referral is sealed in a case, and this person has none that you hold. Open one?")
            if held
            else tr("You hold no compartment yet: a colleague who holds one lets you in, face to face.")
        )
        self.words = text_label(words, wrap=True, parent=self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.refusal.hide()
        self.rooms = Chips(held, tr("Which kind of case"), self) if held else None
        self.act = QPushButton(tr("&Open the case and write the letter"), self)
        self.act.setObjectName("primary")
        self.act.setVisible(bool(held))
        self.back = QPushButton(tr("Back to the &list"), self)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch()
        parts = (self.name, self.words, self.rooms, self.refusal, self.act, self.back)
        for part in (one for one in parts if one is not None):
            column.addWidget(part)
        for button in (self.act, self.back):
            column.setAlignment(button, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self.act.clicked.connect(self._ask)
        self.back.clicked.connect(self.left)
        self.setFocusProxy(self.act if held else self.back)

    def ask_for(self, code: str, name: str) -> None:
        """Ask about this person."""
        self._code = code
        self.name.name_somebody(name or code)
        self.refusal.hide()

    @Slot()
    def _ask(self) -> None:
        if self.rooms is not None:
            self.asked.emit(self._code, self.rooms.code())

    def refuse(self, refusal: DeskError) -> None:
        """Say why no case could be opened."""
        self.refusal.setText(refusal.explain())
        self.refusal.show()
