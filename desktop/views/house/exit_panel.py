"""Writing down that people leave: why, where to and when, under the board."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.centre import Centre
from desktop.errors import DeskError
from desktop.i18n import tr, trn
from desktop.services.stay_rows import LeavesBeforeComing
from desktop.views.shared.field import Field
from desktop.views.shared.labels import text_label


class ExitPanel(QWidget):
    """Asks once for everybody who leaves; a reason is never chosen beforehand."""

    written = Signal(object, object, str, str)  # stays, when, code of the reason, destination
    left = Signal()

    def __init__(self, centre: Centre, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._centre, self._stays = centre, tuple[UUID, ...]()
        self.reason, self.destination, self.when = QComboBox(self), QLineEdit(self), QLineEdit(self)
        self.reason.setPlaceholderText(tr("Choose…"))
        self.reason.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.when.setPlaceholderText(tr("now"))
        self.when.setToolTip(tr("Nothing typed means now. Else write for example 14h, or yesterday 16 h 30."))
        self.reason_field = Field(tr("Why they leave"), self.reason, parent=self)
        self.when_field = Field(tr("When they left"), self.when, check=self._check, parent=self)
        self.said = text_label(look="refusal", wrap=True, parent=self)
        self.save, self.leave = QPushButton(self), QPushButton(tr("Leave it"), self)
        self.save.setObjectName("primary")
        self._lay_out()
        self.reason.currentIndexChanged.connect(self._judge)
        self.save.clicked.connect(self._write)
        for edit in (self.destination, self.when):
            edit.returnPressed.connect(self._write)
        self.leave.clicked.connect(self.close_panel)
        QShortcut(QKeySequence("Esc"), self, self.close_panel, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.setFocusProxy(self.reason)
        self.hide()

    def begin(self, stays: Sequence[UUID]) -> None:
        """Ask for `stays`, in empty fields."""
        self._stays = tuple(stays)
        self.reason.clear()
        for one in self._centre.group_exits.reasons():
            self.reason.addItem(one.words, one.code)
        self.reason.setCurrentIndex(-1)
        self.destination.clear()
        self.when.clear()
        self.when_field.clear_refusal()
        self.said.hide()
        self.save.setText(trn("{n} person leaves", "{n} people leave", len(stays)))
        self._judge()
        self.show()
        self.reason.setFocus()

    def refuse(self, refusal: DeskError) -> None:
        """Say why nobody left, where it was typed; what was typed stays."""
        if isinstance(refusal, LeavesBeforeComing):
            self.when_field.refuse(refusal)
            self.when.setFocus()
            return
        self.said.setText(refusal.explain())
        self.said.show()

    @Slot()
    def close_panel(self) -> None:
        """Ask no longer; nobody left."""
        self.hide()
        self.left.emit()

    @Slot()
    def _write(self) -> None:
        self.said.hide()
        if self.reason.currentIndex() < 0:
            self.reason.setFocus()
        elif self.when_field.is_right():
            self.written.emit(self._stays, self._read(self.when.text()), self.reason.currentData(),
                              self.destination.text().strip())  # fmt: skip

    def _read(self, typed: str) -> datetime:
        return self._centre.stays.read_exit(self._stays[0], typed)

    def _check(self, typed: str) -> None:
        if self.isVisible() and self._stays:
            self._read(typed)

    @Slot()
    def _judge(self) -> None:
        chosen = self.reason.currentIndex() >= 0
        self.save.setEnabled(chosen)
        self.save.setToolTip("" if chosen else tr("Choose why they leave."))

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        fields, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        where = Field(tr("Where to, if they say"), self.destination, parent=self)
        for field, stretch in ((self.reason_field, 3), (where, 3), (self.when_field, 2)):
            fields.addWidget(field, stretch, top)
        note = tr(
            "A child does not leave from here: a child is handed over, from its file. So are written an absence "
            "without news, a hospital and a death."
        )
        foot.addWidget(text_label(note, "muted", wrap=True, parent=self), 1)
        foot.addWidget(self.leave)
        foot.addWidget(self.save)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(fields)
        column.addWidget(self.said)
        column.addLayout(foot)
        column.addStretch()
