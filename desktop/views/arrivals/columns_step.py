"""Third step: what each column means, guessed or remembered, and corrected by keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.i18n import mark, tr, trn
from desktop.services.convoys import Understood
from desktop.spreadsheets.table import column_index
from desktop.spreadsheets.words import Field
from desktop.views.arrivals.field_words import FIELD_WORDS
from desktop.views.arrivals.list_in_hand import ListInHand, cell_text
from desktop.views.shared.labels import NameLabel, text_label

_LEARNT = mark("This sender’s columns are understood as last time. Correct what changed.")
_GUESSED = mark("Correct with the arrows what was guessed wrong. It is remembered for this sender’s next list.")
_SAMPLED, _SAMPLES, _LETTERS, _MOST = 60, 3, 28, 60


class ColumnsStep(QWidget):
    """One line for each column: its heading, a list of meanings, and what really stands in it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.meanings: dict[str, QComboBox] = {}
        self.told = text_label(wrap=True, parent=self)
        self.aside = text_label(look="notice", wrap=True, parent=self)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.told)
        column.addWidget(self.aside)
        column.addWidget(self.area, 1)

    def show_columns(self, hand: ListInHand, understood: Understood) -> None:
        """Show the columns of a list with what they are held to mean."""
        self.meanings = {}
        inside = QWidget(self.area)
        inside.setObjectName("scrolled")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(2, 3)
        rows = hand.rows_below(_SAMPLED)
        letters = {column for row in (hand.heading_row, *rows) for column in row.cells}
        for place, letter in enumerate(sorted(letters, key=column_index)[:_MOST]):
            heading = hand.heading_row.text(letter)
            words = _called(letter, heading)
            combo = self._combo(understood.columns.get(letter, ""), words, inside)
            label = text_label(words, "fieldLabel", wrap=True, parent=inside)
            label.setBuddy(combo)
            samples = [text for text in (cell_text(row, letter) for row in rows) if text][:_SAMPLES]
            shown = NameLabel(" · ".join(text[:_LETTERS] for text in samples), "muted", inside)
            shown.setWordWrap(True)
            for across, widget in enumerate((label, combo, shown)):
                grid.addWidget(widget, place, across)
            self.meanings[letter] = combo
        grid.setRowStretch(len(self.meanings), 1)
        self.area.setWidget(inside)
        self.told.setText(tr(_LEARNT if understood.learnt else _GUESSED))
        self.setFocusProxy(next(iter(self.meanings.values())))
        self._say()

    def mapping(self) -> dict[str, str]:
        """Give the column of every field, empty where the list has none."""
        chosen = {str(combo.currentData()): letter for letter, combo in self.meanings.items()}
        return {field.value: chosen.get(field.value, "") for field in Field}

    def _combo(self, meant: str, words: str, parent: QWidget) -> QComboBox:
        combo = QComboBox(parent)
        combo.addItem(tr("Left aside"), "")
        for field, said in FIELD_WORDS.items():
            combo.addItem(tr(said), field.value)
        combo.setCurrentIndex(max(0, combo.findData(meant)))
        combo.setAccessibleName(words)
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        combo.currentIndexChanged.connect(self._say)
        return combo

    def clash(self) -> str:
        """Say which two columns are held to mean the same, or nothing."""
        seen: dict[str, str] = {}
        for letter, combo in self.meanings.items():
            meant = str(combo.currentData())
            if meant and meant in seen:
                said = combo.currentText()
                return tr("Columns {one} and {other} both say “{meaning}”: change one.",
                          one=seen[meant], other=letter, meaning=said)  # fmt: skip
            seen[meant] = letter
        return ""

    def _say(self, *_: object) -> None:
        aside = [letter for letter, combo in self.meanings.items() if not combo.currentData()]
        said = trn("{n} column is left aside: {letters}. It stays in your file.",
                   "{n} columns are left aside: {letters}. They stay in your file.", len(aside),
                   letters=", ".join(aside))  # fmt: skip
        self.aside.setText(said)
        self.aside.setVisible(bool(aside))
        self.changed.emit()


def _called(letter: str, heading: str) -> str:
    if not heading:
        return tr("Column {letter}", letter=letter)
    return tr("Column {letter}: {heading}", letter=letter, heading=heading)
