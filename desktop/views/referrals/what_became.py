"""One referral: what became of it, its letter, and the step that comes next."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.formats import short_date
from desktop.i18n import tr
from desktop.services.referrals import ReferralFile, ReferralLine
from desktop.views.referrals.asked_lines import asked_lines, step_line
from desktop.views.referrals.register_table import kind_of, state_words
from desktop.views.shared.acts import act_row
from desktop.views.shared.card import Card
from desktop.views.shared.field import Field
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import NameLabel, text_label
from desktop.views.shared.pills import Pill
from desktop.vocabulary.referrals import NEXT_STATES, REFERRAL_WORDS, URGENCY_WORDS, ReferralState

_LIKELY = {
    ReferralState.DRAFT: ReferralState.SENT,
    ReferralState.CONSENT_OBTAINED: ReferralState.SENT,
    ReferralState.SENT: ReferralState.RECEIVED,
    ReferralState.SERVICE_RECEIVED: ReferralState.FEEDBACK,
    ReferralState.FEEDBACK: ReferralState.CLOSED,
}


class WhatBecame(QWidget):
    """Shows a referral whole, and takes its next step."""

    left = Signal()
    letter_asked = Signal()
    step_asked = Signal(str, str)  # value of the state, reason
    person_asked = Signal(str)  # code

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line: ReferralLine | None = None
        self.back = QPushButton(tr("Back to the &list"), self)
        self.name = NameLabel(look="heading", parent=self)
        self.name.setWordWrap(True)
        self.about = text_label(look="muted", wrap=True, parent=self)
        self.standing = Pill(parent=self)
        self.letter = QPushButton(tr("&See and print the letter"), self)
        self.file = QPushButton(tr("The person’s &file"), self)
        self.steps, self.told = Card(tr("What became of it"), self), Card(tr("What was asked"), self)
        self.state = QComboBox(self)
        self.reason = QLineEdit(self)
        self.note = QPushButton(tr("&Note this step"), self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.over = text_label(tr("This referral is closed."), "muted", parent=self)
        self._step = self._step_card()
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.letter.clicked.connect(self.letter_asked)
        self.file.clicked.connect(lambda: self.line and self.person_asked.emit(self.line.person_code))
        self.note.clicked.connect(self._ask_step)
        self.reason.returnPressed.connect(self._ask_step)
        self.setFocusProxy(self.letter)

    def show_referral(self, file: ReferralFile) -> None:
        """Show a referral with everything that became of it, the last step first."""
        line = self.line = file.line
        self.name.name_somebody(line.name or line.person_code)
        due = tr("to be received by {day}", day=short_date(line.due_on))
        self.about.setText(" · ".join((line.number, tr(URGENCY_WORDS[line.urgency]), due)))
        self.standing.say(state_words(line), kind_of(line))
        self.steps.show_lines([step_line(step) for step in reversed(file.steps)], "")
        self.told.show_lines([(words, "", "") for words in asked_lines(file)], "")
        self.state.clear()
        likely = _LIKELY.get(line.state)
        following = NEXT_STATES[line.state]
        for state in sorted(following, key=lambda one: (one is not likely, list(ReferralState).index(one))):
            self.state.addItem(tr(REFERRAL_WORDS[state]), state.value)
        self.reason.clear()
        self.refusal.hide()
        self._offer(line.state)
        self._step.setVisible(bool(following))
        self.over.setVisible(not following)

    def refuse(self, refusal: DeskError) -> None:
        """Say why the step cannot be taken; what was typed stays."""
        self.refusal.setText(refusal.explain())
        self.refusal.show()

    def _offer(self, state: ReferralState) -> None:
        """Let the one next act stand out: the paper until it went, then the news of it."""
        going = state in {ReferralState.DRAFT, ReferralState.CONSENT_OBTAINED}
        for button, first, icon in ((self.letter, going, "print"), (self.note, not going, "check")):
            button.setObjectName("primary" if first else "")
            button.style().polish(button)
            put_icon(button, icon, "on_primary" if first else "text")
        self.setFocusProxy(self.letter if going or self.note.isHidden() else self.state)

    @Slot()
    def _ask_step(self) -> None:
        self.step_asked.emit(str(self.state.currentData()), self.reason.text().strip())

    def _step_card(self) -> Card:
        card = Card(tr("Next step"), self)
        row = QHBoxLayout()
        row.addWidget(Field(tr("&It is now"), self.state, parent=card), 1)
        row.addWidget(Field(tr("Wh&y, or what was said (may stay empty)"), self.reason, parent=card), 2)
        card.column.addLayout(row)
        card.column.addWidget(self.refusal)
        card.column.addLayout(act_row(self.note))
        self.refusal.hide()
        return card

    def _lay_out(self) -> None:
        put_icon(self.back, "chevron_left")
        put_icon(self.file, "person")
        who = QHBoxLayout()
        who.addWidget(self.name, 1)
        who.addWidget(self.standing)
        inside = QWidget(self)
        inside.setObjectName("page")
        below = QVBoxLayout(inside)
        below.setContentsMargins(0, 0, 8, 0)
        below.setSpacing(12)
        for part in (self._step, self.over, self.steps, self.told):
            below.addWidget(part)
        below.addStretch()
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(act_row(self.file, self.letter, back=self.back))
        column.addLayout(who)
        column.addWidget(self.about)
        column.addWidget(scroll, 1)
