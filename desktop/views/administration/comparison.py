"""Comparing a fingerprint face to face: the step that no screen can take for people."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.account_keys import AccountRequest
from desktop.views.shared.flow import Flow
from desktop.views.shared.labels import text_label


class Comparison(QWidget):
    """Waits while the person chooses a password in a window of their own, then shows the symbols to compare."""

    agreed = Signal(object)  # AccountRequest
    comparing = Signal(bool)  # whether there are symbols to compare now

    def __init__(self, act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._request: AccountRequest | None = None
        self.words = text_label(wrap=True, parent=self)
        self.seen = text_label(look="title", parent=self)
        self.same, self.other = QPushButton(act, self), QPushButton(tr("They differ: give up"), self)
        self.same.setObjectName("primary")
        buttons = QWidget(self)
        row = Flow(buttons)
        row.addWidget(self.other)
        row.addWidget(self.same)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.words, self.seen, buttons):
            column.addWidget(widget)
        self.same.clicked.connect(self._agree)
        self.other.clicked.connect(self.give_up)
        self.hide()

    def wait(self) -> None:
        """Say that the person is choosing."""
        self._request = None
        self._show(tr("The person now chooses a password in the window that opens. Look away while they type."))

    def compare(self, request: AccountRequest) -> None:
        """Show the symbols of what the person chose."""
        self._request = request
        self._show(tr("Compare face to face with the person’s window: the same sixteen symbols?"))
        self.seen.setText(request.fingerprint)
        self.seen.setAccessibleName(tr("Fingerprint: {seen}", seen=" ".join(request.fingerprint.replace(" ", ""))))
        self.same.setFocus()

    def refuse(self, refusal: DeskError | None) -> None:
        """Say why nothing came back, or that the person closed the window."""
        self._request = None
        self._show(refusal.explain() if refusal else tr("No password was chosen. Nothing changed."))

    @Slot()
    def give_up(self) -> None:
        """Forget what was chosen."""
        self._request = None
        self.hide()
        self.comparing.emit(False)

    @Slot()
    def _agree(self) -> None:
        request = self._request
        self.give_up()
        if request is not None:
            self.agreed.emit(request)

    def _show(self, words: str) -> None:
        self.words.setText(words)
        self.seen.setText("")
        for widget in (self.seen, self.same, self.other):
            widget.setVisible(self._request is not None)
        self.show()
        self.comparing.emit(self._request is not None)
