"""The fields of a letter: who, to whom, why, and what it may tell."""

from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import tr
from desktop.views.referrals.consent_box import ConsentBox
from desktop.views.referrals.service_choice import ServiceChoice
from desktop.views.referrals.ticks import Ticks
from desktop.views.shared.acts import act_row
from desktop.views.shared.card import Card
from desktop.views.shared.chips import Chips
from desktop.views.shared.field import Field
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.sides import Sides
from desktop.views.shared.style import scaled
from desktop.vocabulary.referrals import URGENCY_WORDS


class LetterFields(QWidget):
    """Where everything a letter needs is typed; it does nothing by itself."""

    def __init__(self, parent: QWidget | None = None, *, may_record_consent: bool) -> None:
        super().__init__(parent)
        self.back = QPushButton(tr("Back to the &list"), self)
        self.write = QPushButton(tr("&See the letter"), self)
        self.write.setObjectName("primary")
        self.again = QPushButton(tr("Start a&gain"), self)
        self.again.setToolTip(tr("Empties the letter that was begun here."))
        self.again.hide()
        self.kept = text_label(look="muted", parent=self)
        self.who = QComboBox(self)
        self.who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.who.setMinimumContentsLength(16)
        self.service = ServiceChoice(self)
        self.urgency = Chips({one.value: tr(words) for one, words in URGENCY_WORDS.items()}, tr("How soon"), self)
        self.reason, self.requested, self.appointment = QPlainTextEdit(self), QLineEdit(self), QLineEdit(self)
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(scaled(84))
        self.consent = ConsentBox(self, may_record=may_record_consent)
        self.ticks = Ticks(self)
        self.vital, self.approver = QLineEdit(self), QLineEdit(self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.refusal.hide()
        self._lay_out()

    def empty(self) -> None:
        """Leave nothing of the letter but whom and which service it was about."""
        for edit in (self.reason, self.requested, self.appointment, self.vital, self.approver, self.ticks):
            edit.clear()
        self.refusal.hide()

    def _lay_out(self) -> None:
        put_icon(self.back, "chevron_left")
        put_icon(self.write, "print", "on_primary")
        inside = Sides(820, self)
        inside.row.setContentsMargins(0, 0, 8, 0)
        for parts in (self._first_half(inside), self._second_half(inside)):
            inside.add_column(parts, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(act_row(self.kept, self.again, self.write, back=self.back))
        column.addWidget(self.refusal)
        column.addWidget(scroll, 1)

    def _first_half(self, inside: QWidget) -> list[QWidget]:
        whom = Card(tr("Who, and to whom"), inside)
        whom.column.addWidget(Field(tr("&About"), self.who, parent=whom))
        self.service.setMinimumHeight(scaled(260))
        whom.column.addWidget(self.service)
        why = Card(tr("Why"), inside)
        why.column.addWidget(text_label(tr("How soon it must be received"), "fieldLabel", parent=why))
        why.column.addWidget(self.urgency)
        why.column.addWidget(Field(tr("&Reason, for the eyes of the addressee"), self.reason, parent=why))
        why.column.addWidget(Field(tr("Service re&quested"), self.requested, parent=why))
        when = tr("Appointment, if there is one")
        why.column.addWidget(Field(when, self.appointment, parent=why))
        return [whom, why]

    def _second_half(self, inside: QWidget) -> list[QWidget]:
        told = Card(tr("What the letter tells"), inside)
        told.column.addWidget(
            text_label(tr("The code, the reason and the service always; the rest only where it is ticked."),
                       "muted", wrap=True, parent=told)
        )  # fmt: skip
        told.column.addWidget(self.ticks)
        vital = Card(tr("Without consent: vital interest only"), inside)
        vital.column.addWidget(Field(tr("&Vital reason"), self.vital, parent=vital))
        vital.column.addWidget(Field(tr("A&pproved by"), self.approver, parent=vital))
        return [self.consent, told, vital]
