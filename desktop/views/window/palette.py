"""The field that finds everything (Ctrl+K), worked by keys alone."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.views.shared.icons import SIZE, icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.style import scaled
from desktop.views.window.finding import Found

_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Palette(QDialog):
    """Type, go up and down, Enter; Escape leaves things as they are."""

    def __init__(self, find: Callable[[str], list[Found]], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self.setWindowTitle(tr("Find"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._find, self._found = find, list[Found]()
        self.sought = QLineEdit(self)
        self.sought.setAccessibleName(tr("Find people, sessions, services, pages and actions"))
        self.sought.setPlaceholderText(tr("A name, a code, a page, an action…"))
        self.lines = QListWidget(self)
        self.lines.setAccessibleName(tr("What was found"))
        self.lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lines.setIconSize(QSize(scaled(SIZE), scaled(SIZE)))
        self.nothing = text_label(tr("Nothing answers to these letters."), "muted", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        for widget in (self.sought, self.nothing, self.lines):
            column.addWidget(widget)
        self.sought.textChanged.connect(self._show)
        self.lines.itemClicked.connect(lambda _: self._choose())
        self._show("")
        self._place(parent)
        self.sought.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move in the list from within the field, choose on Enter."""
        key = Qt.Key(event.key())
        if key in _MOVES and self._found:
            self.lines.setCurrentRow((self.lines.currentRow() + _MOVES[key]) % len(self._found))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _show(self, text: str) -> None:
        self._found = self._find(text)
        self.lines.clear()
        for one in self._found:
            self.lines.addItem(QListWidgetItem(icon(one.icon, "muted"), f"{one.words}  ·  {one.about}"))
        self.lines.setCurrentRow(0)
        self.nothing.setVisible(not self._found)

    def _choose(self) -> None:
        row = self.lines.currentRow()
        if 0 <= row < len(self._found):
            chosen = self._found[row]
            self.close()
            chosen.choose()

    def _place(self, parent: QWidget) -> None:
        self.resize(min(scaled(580), parent.width() - 40), min(scaled(420), parent.height() - 120))
        corner = parent.rect().center() - self.rect().center()
        corner.setY(scaled(84))
        self.move(parent.mapToGlobal(corner))
