"""Writing down what somebody answered when they were asked for one purpose."""

from datetime import UTC, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import tr
from desktop.services.consents import Answer
from desktop.views.shared.acts import answer_row
from desktop.views.shared.field import Field
from desktop.views.shared.labels import text_label
from desktop.vocabulary import CONSENT_ANSWER_WORDS, PURPOSE_WORDS, ConsentAnswer, ConsentPurpose


class ConsentForm(QWidget):
    """Asks for purpose and answer, and how the person was asked; no answer is ever chosen beforehand."""

    written, left = Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.purpose, self.answer = QComboBox(self), QComboBox(self)
        self.giver, self.language, self.interpreter, self.witness = (QLineEdit(self) for _ in range(4))
        self.aloud = QCheckBox(tr("It was read aloud to them"), self)
        self.restated = QCheckBox(tr("They said in their own words what they agree to"), self)
        self.hint = text_label(look="muted", wrap=True, parent=self)
        self.save, self.leave = QPushButton(tr("Write the answer down"), self), QPushButton(tr("Leave it"), self)
        for purpose, words in PURPOSE_WORDS.items():
            self.purpose.addItem(tr(words), purpose.value)
        self._lay_out()
        self.purpose.currentIndexChanged.connect(self._offer)
        self.answer.currentIndexChanged.connect(self._judge)
        self.save.clicked.connect(self.written)
        self.leave.clicked.connect(self.left)
        self.setFocusProxy(self.purpose)

    def begin(self, purpose: ConsentPurpose) -> None:
        """Begin with an empty form about a purpose."""
        for edit in (self.giver, self.language, self.interpreter, self.witness):
            edit.clear()
        for box in (self.aloud, self.restated):
            box.setChecked(False)
        self.purpose.setCurrentIndex(self.purpose.findData(purpose.value))
        self._offer()

    def typed(self) -> Answer:
        """Give the answer as it stands in the form; it was said now."""
        return Answer(
            purpose=ConsentPurpose(self.purpose.currentData()),
            answer=ConsentAnswer(self.answer.currentData()),
            said_at=datetime.now(tz=UTC),
            given_by=self.giver.text().strip(),
            language=self.language.text().strip(),
            interpreter=self.interpreter.text().strip(),
            witness=self.witness.text().strip(),
            read_aloud=self.aloud.isChecked(),
            restated=self.restated.isChecked(),
        )

    @Slot()
    def _offer(self) -> None:
        """Offer the answers of a purpose: what may be shared with whom is agreed letter by letter."""
        sharing = self.purpose.currentData() == ConsentPurpose.SHARING.value
        self.answer.clear()
        for answer, words in CONSENT_ANSWER_WORDS.items():
            if not (sharing and answer is ConsentAnswer.GIVEN):
                self.answer.addItem(tr(words), answer.value)
        self.answer.setCurrentIndex(-1)
        self._judge()

    @Slot()
    def _judge(self) -> None:
        chosen = self.answer.currentIndex() >= 0
        sharing = self.purpose.currentData() == ConsentPurpose.SHARING.value
        words = tr("Choose what the person answers; no is an answer too, and help does not depend on it.")
        if sharing:
            words = tr("That something may be shared is agreed in each letter. Here they refuse, or take it back.")
        self.hint.setText(words)
        self.hint.setVisible(sharing or not chosen)
        self.save.setEnabled(chosen)
        self.save.setToolTip("" if chosen else words)

    def _lay_out(self) -> None:
        self.answer.setPlaceholderText(tr("Choose…"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        parts = (
            (tr("What for"), self.purpose),
            (tr("They answer"), self.answer),
            (tr("Given by, if not the person"), self.giver),
            (tr("Explained in (language)"), self.language),
            (tr("Interpreter, if any"), self.interpreter),
            (tr("Witness, if any"), self.witness),
        )
        for place, (words, editor) in enumerate(parts):
            grid.addWidget(Field(words, editor, parent=self), place // 2, place % 2)
        for side in (0, 1):
            grid.setColumnStretch(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        for widget in (self.aloud, self.restated, self.hint):
            column.addWidget(widget)
        column.addLayout(answer_row(self.leave, self.save))
