"""The window of the guide: it stands beside the work, which stays as it is."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from desktop.i18n import language, tr
from desktop.views.guide.chapters import Chapter, chapters
from desktop.views.guide.leaf import Leaf
from desktop.views.guide.searching import answering
from desktop.views.shared.labels import text_label
from desktop.views.shared.style import scaled

_WIDE, _HIGH, _CONTENTS, _EDGE = 860, 620, 240, 16


class GuideWindow(QDialog):
    """Type to search, go down the list, read; Escape goes back to the work."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Guide"))
        self._shown: list[Chapter] = []
        self.sought = QLineEdit(self)
        self.sought.setAccessibleName(tr("Search the guide"))
        self.sought.setPlaceholderText(tr("Search the guide"))
        self.sought.setClearButtonEnabled(True)
        self.contents = QListWidget(self)
        self.contents.setAccessibleName(tr("Chapters"))
        self.nothing = text_label(tr("No chapter speaks of this. Try another word."), "muted", wrap=True, parent=self)
        self.leaf = Leaf(self)
        self._lay_out()
        self.sought.textChanged.connect(self._search)
        self.contents.currentRowChanged.connect(self._read)
        self.leaf.turned.connect(self.open_at)
        self._search("")
        self.sought.setFocus()

    @Slot(str)
    def open_at(self, name: str) -> None:
        """Show the chapter called `name`; the first one where there is none of that name."""
        self.sought.clear()
        names = [one.name for one in self._shown]
        self.contents.setCurrentRow(names.index(name) if name in names else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go from the search into the list or the text; Escape empties the search, then closes."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.sought.text():
            self.sought.clear()
            self.sought.setFocus()
        elif key == Qt.Key.Key_Down and self.sought.hasFocus():
            self.contents.setFocus()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.leaf.setFocus()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Set the chapter out again when the theme changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._read(self.contents.currentRow())

    @Slot(str)
    def _search(self, typed: str) -> None:
        self._shown = answering(chapters(language()), typed)
        self.contents.clear()
        self.contents.addItems([one.title for one in self._shown])
        self.nothing.setVisible(not self._shown)
        self.contents.setVisible(bool(self._shown))
        self.contents.setCurrentRow(0)

    @Slot(int)
    def _read(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self.leaf.read(self._shown[row], self.sought.text())

    def _lay_out(self) -> None:
        side = QWidget(self)
        side.setFixedWidth(scaled(_CONTENTS))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.sought, self.nothing, self.contents):
            column.addWidget(widget, 1 if widget is self.contents else 0)
        column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        row.setSpacing(12)
        row.addWidget(side)
        row.addWidget(self.leaf, 1)


def open_guide(parent: QWidget, name: str) -> None:
    """Open the guide of a window at a chapter, or turn to it where the guide is open."""
    guide = parent.findChild(GuideWindow)
    if guide is None:
        guide = GuideWindow(parent)
        guide.resize(min(scaled(_WIDE), parent.width() - 2 * _EDGE), min(scaled(_HIGH), parent.height() - 2 * _EDGE))
        corner = parent.rect().topRight() - guide.rect().topRight()
        guide.move(parent.mapToGlobal(corner) + guide.rect().topLeft())
    guide.open_at(name)
    guide.show()
    guide.raise_()
    guide.activateWindow()
