"""What can be done where one stands, each with its key; the keyboard stays with the board."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.i18n import mark, tr, trn
from desktop.services.board_lines import BedUse, BoardBed
from desktop.views.house.keys import USE_KEYS
from desktop.views.house.layout import Cell
from desktop.views.house.words import USE_KINDS, USE_SHAPES
from desktop.views.shared.flow import Flow
from desktop.views.shared.icons import put_icon

_SET_WORDS = {
    BedUse.FREE: mark("Free"),
    BedUse.RESERVED: mark("Reserve"),
    BedUse.TO_CLEAN: mark("To clean"),
    BedUse.OUT_OF_USE: mark("Out of use"),
}


class Buttons(QWidget):
    """States of a bed, the file, and the departure of whoever is chosen."""

    used = Signal(object)  # BedUse

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = Flow(self, gap=6)
        self.uses: dict[BedUse, QPushButton] = {}
        for key, use in USE_KEYS.items():
            button = self.uses[use] = self._button(f"{QKeySequence(key).toString()}  {tr(_SET_WORDS[use])}")
            kind = USE_KINDS[use]
            put_icon(button, USE_SHAPES[use], "muted" if kind == "quiet" else kind, 16)
            button.clicked.connect(lambda _=False, use=use: self.used.emit(use))
            row.addWidget(button)
        words = tr("Open the file")
        self.file = self._button(f"F2  {words}")
        self.file.setToolTip(tr("Open the file of whoever lies here (F2)"))
        self.leave = self._button(tr("Depart&ure…"))
        put_icon(self.leave, "departure", pixels=16)
        for button in (self.file, self.leave):
            row.addWidget(button)

    def offer(self, cell: Cell | None, count: int) -> None:
        """Open what can be done here, and say of the rest why not; `count` people would leave."""
        bed = cell.bed if cell else None
        for use, button in self.uses.items():
            why = _why_not(bed, use)
            button.setEnabled(not why)
            button.setToolTip(why)
        self.file.setEnabled(cell is not None and cell.person is not None)
        self.leave.setEnabled(count > 0)
        told = trn("{n} person leaves the house (Del)", "{n} people leave the house (Del)", count)
        self.leave.setToolTip(told if count else tr("Stand on somebody, or choose people with the space bar."))

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName("letter")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button


def _why_not(bed: BoardBed | None, use: BedUse) -> str:
    if bed is None:
        return tr("Stand on a bed first.")
    if bed.use is BedUse.OCCUPIED:
        return tr("Somebody lies in this bed.")
    return tr("The bed is so already.") if bed.use is use else ""
