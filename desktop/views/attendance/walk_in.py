"""Adding somebody to a sheet by name or code, while typing."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.services.walk_ins import Candidate
from desktop.views.shared.discretion import discretion
from desktop.views.shared.labels import text_label
from desktop.views.shared.style import scaled
from desktop.vocabulary import SEX_LETTERS

PAUSE_MS = 120
_SHOWN = 4


class WalkIn(QWidget):
    """A field over those it finds; Enter takes the first or the chosen one, Escape goes back to the sheet."""

    taken = Signal(object)  # Candidate
    left = Signal()

    def __init__(self, find_people: Callable[[str], list[Candidate]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find_people
        self.typed = QLineEdit(self)
        self.typed.setClearButtonEnabled(True)
        self.typed.setPlaceholderText(tr("Somebody else (+)"))
        self.typed.setAccessibleName(tr("Add somebody by name or code"))
        self.found = QListWidget(self)
        self.found.setAccessibleName(tr("People found"))
        self.said = text_label(look="muted", wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.typed, self.found, self.said):
            column.addWidget(widget)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self.typed.textChanged.connect(self._pause.start)
        self.typed.returnPressed.connect(self._take_first)
        self.found.itemActivated.connect(self._take)
        self.found.itemClicked.connect(self._take)
        self.typed.installEventFilter(self)
        self.found.installEventFilter(self)
        self.setFocusProxy(self.typed)
        self._show([], "")

    @Slot()
    def look(self) -> None:
        """Find again whom the typed letters may mean."""
        self._pause.stop()
        text = self.typed.text().strip()
        self._show(self._find(text) if text else [], text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go down into the list, and out again with Escape."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.typed.clear()
            self.look()
            self.left.emit()
            return True
        if watched is self.typed and event.key() == Qt.Key.Key_Down and self.found.count():
            self.found.setFocus()
            self.found.setCurrentRow(0)
            return True
        return False

    @Slot()
    def _take_first(self) -> None:
        # Enter may come before the pause is over: what is taken is always what stands typed.
        self.look()
        if self.found.count():
            self._take(self.found.item(0))

    @Slot(QListWidgetItem)
    def _take(self, item: QListWidgetItem) -> None:
        candidate = item.data(Qt.ItemDataRole.UserRole)
        self.typed.clear()
        self.look()
        self.taken.emit(candidate)

    def _show(self, found: list[Candidate], text: str) -> None:
        self.found.clear()
        for candidate in found:
            item = QListWidgetItem(_words(candidate), self.found)
            item.setData(Qt.ItemDataRole.UserRole, candidate)
        rows = min(len(found), _SHOWN)
        self.found.setFixedHeight(rows * (self.fontMetrics().height() + scaled(14)) + 6)
        self.found.setVisible(bool(found))
        self.said.setText("" if found or not text else tr("Nobody answers to “{sought}”.", sought=text))
        self.said.setVisible(bool(self.said.text()))


def _words(candidate: Candidate) -> str:
    age = "" if candidate.age is None else f", {candidate.age}"
    words = f"{discretion.shown(candidate.name)} · {tr(SEX_LETTERS[candidate.sex])}{age} · {candidate.code}"
    known = tr("on the sheet already")
    return words if candidate.line is None else f"{words} · {known}"
