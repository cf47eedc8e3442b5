"""Writing down that somebody left: why, where to, and when, as it is said."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.formats import clock, long_date
from desktop.i18n import tr
from desktop.services.departures import NEVER_A_CHILD, WITH_NOTICE, HandoverIncomplete, NobodyTold
from desktop.services.exit_reasons import ExitReason
from desktop.services.exits import ChildLeavesOtherwise
from desktop.views.people.exit_more import HandoverFields, NoticeFields
from desktop.views.shared.acts import answer_row
from desktop.views.shared.exit_asking import ExitAsking, ReadExit
from desktop.views.shared.field import Field
from desktop.views.shared.labels import text_label


class ExitForm(ExitAsking):
    """Asks for a reason, never chosen beforehand; a child is handed over, and some exits say who was told."""

    written, left = Signal(), Signal()

    def __init__(self, read: ReadExit, parent: QWidget | None = None) -> None:
        super().__init__(read, parent)
        self._is_child = False
        self.meaning = text_label(look="muted", wrap=True, parent=self)
        self.child = text_label(look="notice", wrap=True, parent=self)
        self.save.setText(tr("Write the exit down"))
        self.handover, self.notice = HandoverFields(self), NoticeFields(read, self)
        self._lay_out()
        self.when.textChanged.connect(self._say_meaning)
        self.save.clicked.connect(self.written)
        self.leave.clicked.connect(self.left)

    def begin(self, reasons: Sequence[ExitReason], *, child: bool) -> None:
        """Begin with an empty form; of a child it asks what a handover needs."""
        self._is_child = child
        self.offer([one for one in reasons if not (child and one.code in NEVER_A_CHILD)])
        self.child.setText(ChildLeavesOtherwise().explain())
        self.child.setVisible(child)
        self.handover.empty()
        self.notice.empty()
        self._say_meaning()

    def refuse(self, refusal: DeskError) -> QWidget:
        """Say why it cannot be, where it was typed or is lacking, and give that place."""
        for part in (self.handover, self.notice):
            part.clear_refusals()
        return super().refuse(refusal)

    def field_of(self, refusal: DeskError) -> Field | None:
        """Give the field that a refusal is about."""
        if isinstance(refusal, HandoverIncomplete):
            return self.handover.lacking()
        return self.notice.told_field if isinstance(refusal, NobodyTold) else super().field_of(refusal)

    def asks_notice(self) -> bool:
        """Say whether the chosen reason says who was told."""
        return self.reason.currentData() in WITH_NOTICE

    def asks_handover(self) -> bool:
        """Say whether somebody is handed over."""
        return self._is_child and self.reason.currentIndex() >= 0 and not self.asks_notice()

    @Slot()
    def _judge(self) -> None:
        super()._judge()
        self.hint.setVisible(self.reason.currentIndex() < 0)
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
        self.hint = text_label(tr("Choose why they leave."), "muted", wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.child)
        fields = (self.reason_field, self.hint, self.where_field, self.when_field, self.meaning)
        for part in (*fields, self.handover, self.notice, self.refusal):
            column.addWidget(part)
        column.addLayout(answer_row(self.leave, self.save))
