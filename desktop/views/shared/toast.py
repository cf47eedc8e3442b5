"""The words that say what was done, with a way back for eight seconds."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.i18n import tr
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label

SECONDS = 8
_MARGIN = 20


class Toast(QFrame):
    """Floats over the foot of the window it belongs to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._window = parent
        self._undo: Callable[[], object] | None = None
        self._sign = QLabel(self)
        self.words = text_label(wrap=True, parent=self)
        self.undo = QPushButton(tr("Undo"), self)
        self.undo.setObjectName("onToast")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.undo)
        self._rest = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._rest.timeout.connect(self.hide)
        self.undo.clicked.connect(self.take_back)
        self._key = QShortcut(QKeySequence.StandardKey.Undo, parent, enabled=False)
        self._key.activated.connect(self.take_back)
        parent.installEventFilter(self)
        self.hide()

    @Slot(str, str, object)
    def say(self, words: str, kind: str = "ok", undo: Callable[[], object] | None = None) -> None:
        """Show `words`; the sign before them is that of `kind`, and `undo` is offered beside them."""
        self._undo = undo
        put_icon(self._sign, {"ok": "check"}.get(kind, "warning"), "on_toast")
        self.words.setText(words)
        self.undo.setVisible(undo is not None)
        self._key.setEnabled(undo is not None)
        self.show()
        self._settle()
        self.raise_()
        self._rest.start()

    @Slot()
    def take_back(self) -> None:
        """Undo what the words say, once."""
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def hideEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Leave Ctrl+Z to the fields again."""
        self._key.setEnabled(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay at the foot of the window when its size changes."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._settle()
        return False

    def _settle(self) -> None:
        room = self._window.size()
        self.setFixedWidth(min(max(self._natural(), 240), room.width() - 2 * _MARGIN))
        self.adjustSize()
        left = (room.width() - self.width()) // 2
        self.move(left, room.height() - self.height() - 2 * _MARGIN)

    def _natural(self) -> int:
        beside = self.undo.sizeHint().width() + 12 if not self.undo.isHidden() else 0
        return self.words.fontMetrics().horizontalAdvance(self.words.text()) + beside + self._sign.width() + 52
