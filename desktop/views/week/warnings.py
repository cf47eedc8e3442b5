"""What is in the way of a plan, each with its way out; a warning is never a wall."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.services.planning import SessionPlan
from desktop.services.session_clashes import Clash
from desktop.views.shared.labels import text_label
from desktop.views.week.words import clash_words, way_out_words

_MOST = 3


class Warnings(QWidget):
    """Some warnings in words, and under each the one click that answers it."""

    taken = Signal(object)  # SessionPlan

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.words: list[str] = []
        self.ways: list[QPushButton] = []
        self._shown: list[QWidget] = []

    def show_clashes(self, plan: SessionPlan, clashes: list[Clash]) -> None:
        """Show the clashes of a plan, the severe ones first."""
        for widget in self._shown:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.words, self.ways, self._shown = [], [], []
        for clash in clashes[:_MOST]:
            self.words.append(clash_words(clash))
            self._add(text_label(self.words[-1], "refusal" if clash.severe else "notice", wrap=True, parent=self))
            if clash.way_out is not None:
                self._offer(way_out_words(plan, clash.way_out), clash.way_out)
        self.setVisible(bool(clashes))

    def _offer(self, words: str, way_out: SessionPlan) -> None:
        button = QPushButton(words, self)
        button.clicked.connect(lambda: self.taken.emit(way_out))
        self.ways.append(button)
        self._add(button)

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        widget.show()
        self._shown.append(widget)
