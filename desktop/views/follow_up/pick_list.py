"""A field over what it finds: arrows and Enter choose one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.views.shared.field import Field
from desktop.views.shared.labels import text_label
from desktop.views.shared.style import scaled


@dataclass(frozen=True, slots=True)
class Choice:
    """What is offered, in words, and what it stands for."""

    words: str
    value: object


class PickList(QWidget):
    """Finds while one types; Enter takes the chosen line, or the first."""

    picked = Signal(object)  # value of the choice

    def __init__(self, words: str, find: Callable[[str], Sequence[Choice]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self.typed = QLineEdit(self)
        self.found = QListWidget(self)
        self.found.setAccessibleName(tr("What was found"))
        self.found.setMinimumHeight(scaled(110))
        self.nothing = text_label(tr("Nothing answers to these letters."), "muted", wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Field(words, self.typed, parent=self))
        column.addWidget(self.found, 1)
        column.addWidget(self.nothing)
        self.typed.textChanged.connect(self.look)
        self.typed.installEventFilter(self)
        self.found.itemActivated.connect(self._take)
        self.setFocusProxy(self.typed)
        self.look()

    @Slot()
    def look(self) -> None:
        """Find again."""
        self.found.clear()
        for choice in self._find(self.typed.text().strip()):
            item = QListWidgetItem(choice.words, self.found)
            item.setData(Qt.ItemDataRole.UserRole, choice.value)
        self.found.setCurrentRow(0)
        self.nothing.setVisible(not self.found.count())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Move in the list from within the field, and take a line on Enter."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step and self.found.count():
            self.found.setCurrentRow((self.found.currentRow() + step) % self.found.count())
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if (item := self.found.currentItem()) is not None:
                self._take(item)
            return True
        return False

    @Slot(QListWidgetItem)
    def _take(self, item: QListWidgetItem) -> None:
        self.picked.emit(item.data(Qt.ItemDataRole.UserRole))
