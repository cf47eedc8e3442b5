"""What every exit asks, of one person on their file or of several on the board: why, where to, and when."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.exit_reasons import ExitReason
from desktop.services.stay_rows import LeavesBeforeComing
from desktop.views.shared.field import Field
from desktop.views.shared.labels import text_label

ReadExit = Callable[[str], datetime]


class ExitAsking(QWidget):
    """Fields that a form lays out; a reason is never chosen beforehand, and without one nothing is written."""

    def __init__(self, read: ReadExit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self.reason, self.destination, self.when = QComboBox(self), QLineEdit(self), QLineEdit(self)
        self.reason.setPlaceholderText(tr("Choose…"))
        self.reason.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.reason_field = Field(tr("Why they leave"), self.reason, parent=self)
        self.where_field = Field(tr("Where to, if they say"), self.destination, parent=self)
        self.when_field = Field(tr("When they left"), self.when, check=self._check, parent=self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.save, self.leave = QPushButton(self), QPushButton(tr("Leave it"), self)
        self.reason.currentIndexChanged.connect(self._judge)
        self.setFocusProxy(self.reason)

    def offer(self, reasons: Sequence[ExitReason]) -> None:
        """Ask in empty fields."""
        self.reason.clear()
        for one in reasons:
            self.reason.addItem(one.words, one.code)
        self.reason.setCurrentIndex(-1)
        self.destination.clear()
        self.when.clear()
        self.when_field.clear_refusal()
        self.refusal.hide()
        self._judge()

    def when_typed(self) -> datetime | None:
        """Give the moment that was typed, or None after saying under the field what is wrong with it."""
        return self._read(self.when.text()) if self.when_field.is_right() else None

    def refuse(self, refusal: DeskError) -> QWidget:
        """Say why it cannot be, where it was typed, and give that place; what was typed stays."""
        self.refusal.hide()
        if (field := self.field_of(refusal)) is not None:
            field.refuse(refusal)
            field.setFocus()
            return field
        self.refusal.setText(refusal.explain())
        self.refusal.show()
        return self.refusal

    def field_of(self, refusal: DeskError) -> Field | None:
        """Give the field that a refusal is about, or None where it is about the whole."""
        return self.when_field if isinstance(refusal, LeavesBeforeComing) else None

    @Slot()
    def _judge(self) -> None:
        chosen = self.reason.currentIndex() >= 0
        self.save.setEnabled(chosen)
        self.save.setToolTip("" if chosen else tr("Choose why they leave."))

    def _check(self, typed: str) -> None:
        if self.isVisible():
            self._read(typed)
