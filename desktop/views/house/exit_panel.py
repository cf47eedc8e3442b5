"""Writing down that people leave: why, where to and when, under the board."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.centre import Centre
from desktop.i18n import tr, trn
from desktop.views.shared.exit_asking import ExitAsking
from desktop.views.shared.labels import text_label


class ExitPanel(ExitAsking):
    """Asks once for everybody who leaves."""

    written = Signal(object, object, str, str)  # stays, when, code of the reason, destination
    left = Signal()

    def __init__(self, centre: Centre, parent: QWidget | None = None) -> None:
        super().__init__(lambda typed: centre.stays.read_exit(self._stays[0], typed), parent)
        self._centre, self._stays = centre, tuple[UUID, ...]()
        self.when.setPlaceholderText(tr("now"))
        self.when.setToolTip(tr("Nothing typed means now. Else write for example 14h, or yesterday 16 h 30."))
        self.save.setObjectName("primary")
        self._lay_out()
        self.save.clicked.connect(self._write)
        for edit in (self.destination, self.when):
            edit.returnPressed.connect(self._write)
        self.leave.clicked.connect(self.close_panel)
        QShortcut(QKeySequence("Esc"), self, self.close_panel, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.hide()

    def begin(self, stays: Sequence[UUID]) -> None:
        """Ask for `stays`, in empty fields."""
        self._stays = tuple(stays)
        self.offer(self._centre.group_exits.reasons())
        self.save.setText(trn("{n} person leaves", "{n} people leave", len(stays)))
        self.show()
        self.reason.setFocus()

    @Slot()
    def close_panel(self) -> None:
        """Ask no longer; nobody left."""
        self.hide()
        self.left.emit()

    @Slot()
    def _write(self) -> None:
        self.refusal.hide()
        if self.reason.currentIndex() < 0:
            self.reason.setFocus()
        elif at := self.when_typed():
            self.written.emit(self._stays, at, self.reason.currentData(), self.destination.text().strip())

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        fields, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for field, stretch in ((self.reason_field, 3), (self.where_field, 3), (self.when_field, 2)):
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
        column.addWidget(self.refusal)
        column.addLayout(foot)
        column.addStretch()
