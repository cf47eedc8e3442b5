"""A group of boxes to tick, with one line in which it explains itself."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.views.shared.flow import Flow
from desktop.views.shared.labels import text_label


class Ticks(QWidget):
    """Boxes side by side, in as many rows as the width asks for."""

    changed = Signal()

    def __init__(
        self, words: str, choices: Mapping[Any, str], help_words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._help = help_words
        self.boxes: dict[Any, QCheckBox] = {}
        self.said = text_label(help_words, "fieldHelp", wrap=True, parent=self)
        self.said.setVisible(bool(help_words))
        inside = QWidget(self)
        row = Flow(inside, gap=12)
        for code, said in choices.items():
            box = self.boxes[code] = QCheckBox(said, inside)
            box.setAccessibleDescription(words)
            box.toggled.connect(self.changed)
            row.addWidget(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (text_label(words, "fieldLabel", parent=self), inside, self.said):
            column.addWidget(widget)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))

    def tick(self, codes: Iterable[Any]) -> None:
        """Tick these, and no others."""
        wanted = set(codes)
        for code, box in self.boxes.items():
            box.setChecked(code in wanted)
        self.refuse(None)

    def ticked(self) -> list[Any]:
        """Give what is ticked, in order."""
        return [code for code, box in self.boxes.items() if box.isChecked()]

    def offers_something(self) -> bool:
        """Say whether there is anything to tick."""
        return bool(self.boxes)

    def refuse(self, refusal: DeskError | None) -> None:
        """Say under the boxes what is wrong; None shows the help again."""
        self.said.setText(refusal.explain() if refusal else self._help)
        self.said.setProperty("wrong", refusal is not None)
        self.said.style().polish(self.said)
        self.said.setVisible(bool(self.said.text()))
