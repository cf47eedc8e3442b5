"""Choosing a bed for somebody: a free one, or that of somebody else in exchange."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.bed_choices import BedChoices, FreeBed, OtherLodger
from desktop.services.beds import AgainstRules
from desktop.views.shared.acts import answer_row
from desktop.views.shared.discretion import discretion
from desktop.views.shared.field import Field
from desktop.views.shared.labels import text_label
from desktop.vocabulary import ROOM_RULE_WORDS

Chosen = FreeBed | OtherLodger


class BedForm(QWidget):
    """Proposes the beds that suit first; the reason for going against a rule is asked only where one is needed."""

    written, left = Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: list[Chosen] = []
        self.bed, self.why = QComboBox(self), QLineEdit(self)
        self.why_field = Field(tr("Why this bed all the same"), self.why, parent=self)
        self.hint = text_label(look="muted", wrap=True, parent=self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.save, self.leave = QPushButton(tr("Give this bed"), self), QPushButton(tr("Leave it"), self)
        self._lay_out()
        self.bed.currentIndexChanged.connect(self._start_over)
        self.why.returnPressed.connect(self.written)
        self.save.clicked.connect(self.written)
        self.leave.clicked.connect(self.left)
        discretion.changed.connect(self._name)
        self.setFocusProxy(self.bed)

    def begin(self, choices: BedChoices, *, has_bed: bool) -> None:
        """Offer the beds as they are now; only whoever has a bed can exchange it."""
        self._choices = [*choices.free, *(choices.others if has_bed else ())]
        self.bed.clear()
        self.bed.addItems([_words(one) for one in self._choices])
        self.bed.setCurrentIndex(0 if choices.free and choices.free[0].suits else -1)
        self._start_over()

    def chosen(self) -> Chosen:
        """Give the bed, or whom to exchange it with."""
        return self._choices[self.bed.currentIndex()]

    def refuse(self, refusal: DeskError) -> None:
        """Say why it cannot be; where a written reason is enough, ask for it."""
        self.refusal.setText(refusal.explain())
        self.refusal.show()
        if isinstance(refusal, AgainstRules):
            self.why_field.show()
            self.why.setFocus()

    @Slot()
    def _start_over(self) -> None:
        chosen = self.bed.currentIndex() >= 0
        words = tr("Choose a bed.") if self._choices else tr("No bed is free at this site.")
        self.why.clear()
        self.why_field.hide()
        self.refusal.hide()
        self.hint.setText(words)
        self.hint.setVisible(not chosen)
        self.bed.setEnabled(bool(self._choices))
        self.save.setEnabled(chosen)
        self.save.setToolTip("" if chosen else words)

    @Slot()
    def _name(self) -> None:
        for row, one in enumerate(self._choices):
            self.bed.setItemText(row, _words(one))

    def _lay_out(self) -> None:
        self.bed.setPlaceholderText(tr("Choose…"))
        self.bed.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (Field(tr("Bed"), self.bed, parent=self), self.hint, self.refusal, self.why_field):
            column.addWidget(part)
        column.addLayout(answer_row(self.leave, self.save))


def _words(one: Chosen) -> str:
    if isinstance(one, OtherLodger):
        return tr("Exchange with {name}: {room}, bed {bed}", name=discretion.shown(one.name), room=one.room,
                  bed=one.bed)  # fmt: skip
    return tr("{room} ({rule}), bed {bed}", room=one.room, rule=tr(ROOM_RULE_WORDS[one.rule]), bed=one.label)
