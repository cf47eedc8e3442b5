"""Writing down that somebody left: why, where to, and when, as it is said."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.formats import clock, long_date
from desktop.i18n import tr
from desktop.services.departures import NEVER_A_CHILD, WITH_NOTICE, HandoverIncomplete, NobodyTold
from desktop.services.exit_reasons import ExitReason
from desktop.services.exits import ChildLeavesOtherwise
from desktop.services.stay_rows import LeavesBeforeComing
from desktop.views.people.exit_more import HandoverFields, NoticeFields
from desktop.views.shared.acts import answer_row
from desktop.views.shared.field import Field
from desktop.views.shared.labels import text_label

ReadExit = Callable[[str], datetime]


class ExitForm(QWidget):
    """Asks for a reason, never chosen beforehand; a child is handed over, and some exits say who was told."""

    written, left = Signal(), Signal()

    def __init__(self, read: ReadExit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read, self._is_child = read, False
        self.reason, self.destination, self.when = QComboBox(self), QLineEdit(self), QLineEdit(self)
        self.when_field = Field(tr("When they left"), self.when, check=self._check, parent=self)
        self.meaning = text_label(look="muted", wrap=True, parent=self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.child = text_label(look="notice", wrap=True, parent=self)
        self.save, self.leave = QPushButton(tr("Write the exit down"), self), QPushButton(tr("Leave it"), self)
        self.handover, self.notice = HandoverFields(self), NoticeFields(read, self)
        self._lay_out()
        self.reason.currentIndexChanged.connect(self._judge)
        self.when.textChanged.connect(self._say_meaning)
        self.save.clicked.connect(self.written)
        self.leave.clicked.connect(self.left)

    def begin(self, reasons: Sequence[ExitReason], *, child: bool) -> None:
        """Begin with an empty form; of a child it asks what a handover needs."""
        self._is_child = child
        self.reason.clear()
        for one in reasons:
            if not (child and one.code in NEVER_A_CHILD):
                self.reason.addItem(one.words, one.code)
        self.reason.setCurrentIndex(-1)
        self.destination.clear()
        self.when.clear()
        self.when_field.clear_refusal()
        self.refusal.hide()
        self.child.setText(ChildLeavesOtherwise().explain())
        self.child.setVisible(child)
        self.handover.empty()
        self.notice.empty()
        self.setFocusProxy(self.reason)
        self._judge()
        self._say_meaning()

    def when_typed(self) -> datetime | None:
        """Give the moment that was typed, or None after saying under the field what is wrong with it."""
        return self._read(self.when.text()) if self.when_field.is_right() else None

    def refuse(self, refusal: DeskError) -> None:
        """Say why it cannot be, where it was typed."""
        if isinstance(refusal, LeavesBeforeComing):
            self.when_field.refuse(refusal)
            self.when.setFocus()
            return
        self.refusal.setText(refusal.explain())
        self.refusal.show()
        if isinstance(refusal, HandoverIncomplete):
            self.handover.turn_to_lacking()
        elif isinstance(refusal, NobodyTold):
            self.notice.told.setFocus()

    def asks_notice(self) -> bool:
        """Say whether the chosen reason says who was told."""
        return self.reason.currentData() in WITH_NOTICE

    def asks_handover(self) -> bool:
        """Say whether somebody is handed over."""
        return self._is_child and self.reason.currentIndex() >= 0 and not self.asks_notice()

    def _check(self, typed: str) -> None:
        if self.isVisible():
            self._read(typed)

    @Slot()
    def _judge(self) -> None:
        chosen = self.reason.currentIndex() >= 0
        self.save.setEnabled(chosen)
        self.save.setToolTip("" if chosen else tr("Choose why they leave."))
        self.hint.setVisible(not chosen)
        self.handover.setVisible(self.asks_handover())
        self.notice.setVisible(self.asks_notice())

    @Slot()
    def _say_meaning(self) -> None:
        """Say what the typed words mean; what means nothing yet is refused only when the field is left."""
        if not self.when.text().strip():
            self.meaning.setText(tr("Nothing typed means now. Else write for example 14h, or yesterday 16 h 30."))
            return
        try:
            at = self._read(self.when.text())
        except DeskError:
            self.meaning.clear()
        else:
            self.meaning.setText(tr("{day} at {hour}", day=long_date(at.date()), hour=clock(at.time())))

    def _lay_out(self) -> None:
        self.reason.setPlaceholderText(tr("Choose…"))
        self.reason.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.hint = text_label(tr("Choose why they leave."), "muted", wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.child)
        fields = (Field(tr("Why they leave"), self.reason, parent=self), self.hint,
                  Field(tr("Where to, if they say"), self.destination, parent=self),
                  self.when_field, self.meaning, self.handover, self.notice, self.refusal)  # fmt: skip
        for part in fields:
            column.addWidget(part)
        column.addLayout(answer_row(self.leave, self.save))
