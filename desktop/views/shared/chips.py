"""A row of chips, of which one is chosen: filters one can see."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from desktop.views.shared.flow import Flow
from desktop.views.shared.style import scaled


class Chips(QWidget):
    """Chips side by side; arrows move the choice, Tab leaves the row."""

    chosen = Signal(str)  # code of the chip

    def __init__(self, words: Mapping[str, str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._codes = list(words)
        row = Flow(self)
        for place, (code, said) in enumerate(words.items()):
            chip = _Chip(said, self)
            self._group.addButton(chip, place)
            row.addWidget(chip)
            chip.clicked.connect(lambda _=False, code=code: self.chosen.emit(code))
        self.choose(self._codes[0])

    def choose(self, code: str) -> None:
        """Choose a chip without saying so."""
        self._group.button(self._codes.index(code)).setChecked(True)

    def code(self) -> str:
        """Say which chip is chosen."""
        return self._codes[self._group.checkedId()]

    def say(self, code: str, words: str) -> None:
        """Write other words on a chip, as when its count changed."""
        self._group.button(self._codes.index(code)).setText(words)


class _Chip(QPushButton):
    """One chip; its letters keep their width when it is chosen."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.setObjectName("chip")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setMinimumHeight(scaled(30))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter choose as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)
