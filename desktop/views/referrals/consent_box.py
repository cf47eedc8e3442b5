"""Whether the person lets this letter go to this organisation; what they say now is written down here."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.formats import short_date
from desktop.i18n import tr
from desktop.services.referrals import Coverage
from desktop.views.shared.card import Card
from desktop.views.shared.field import Field
from desktop.views.shared.labels import text_label
from desktop.vocabulary.referrals import SHARED_WORDS, SharedItem


class ConsentBox(Card):
    """Says what is agreed to; where nothing is, offers to write down what the person says now."""

    given = Signal()

    def __init__(self, parent: QWidget | None = None, *, may_record: bool) -> None:
        super().__init__(tr("Consent"), parent)
        self._may = may_record
        self._others: tuple[str, ...] = ()
        self.said = text_label(wrap=True, parent=self)
        self.ask = QPushButton(tr("The person &agrees: write it down"), self)
        self.column.addWidget(self.said)
        self.column.addWidget(self.ask)
        self.form = QWidget(self)
        self.column.addWidget(self.form)
        self.boxes = {item: QCheckBox(_words(item), self.form) for item in SharedItem}
        self.giver, self.language, self.interpreter, self.witness = (QLineEdit(self.form) for _ in range(4))
        self.others = QCheckBox(self.form)
        self.others.hide()
        self.aloud = QCheckBox(tr("The letter’s content was read aloud to them"), self.form)
        self.restated = QCheckBox(tr("They said in their own words what they agree to"), self.form)
        self.save = QPushButton(tr("&Write the consent down"), self.form)
        self._lay_out()
        self.form.hide()
        self.ask.clicked.connect(self._open)
        self.save.clicked.connect(self.given)

    def show_coverage(self, coverage: Coverage, organisation: str) -> None:
        """Say what the consent in force lets go to an organisation."""
        self.form.hide()
        self._others = coverage.others
        self.others.setText(tr("The same for: {organisations}", organisations=", ".join(coverage.others)))
        self.others.setToolTip(tr("Without this tick, what was agreed for them ends with what is written down now."))
        self.others.setChecked(False)
        self.others.setVisible(bool(coverage.others))
        if coverage.said_on is None:
            self.said.setText(
                tr("No consent in force lets anything go to {organisation}. Ask in private, in their language, "
                   "read aloud; no is an answer too, and help does not depend on it.", organisation=organisation)
            )  # fmt: skip
        else:
            told = ", ".join(tr(SHARED_WORDS[item]) for item in SharedItem if item in coverage.items)
            self.said.setText(
                tr("Agreed on {day} for {organisation}: {what}.", day=short_date(coverage.said_on),
                   organisation=organisation, what=told or tr("the code and the reason only"))
            )  # fmt: skip
        for item, box in self.boxes.items():
            box.setChecked(item in coverage.items)
        self.ask.setVisible(self._may)

    def show_nothing(self) -> None:
        """Wait for a person and a service."""
        self.form.hide()
        self.ask.hide()
        self.said.setText(tr("Choose the person and the service: what was agreed to shows here."))

    def items(self) -> tuple[SharedItem, ...]:
        """Give what the person agrees to have told."""
        return tuple(item for item, box in self.boxes.items() if box.isChecked())

    def also_for(self) -> tuple[str, ...]:
        """Give the other organisations to which they let the same things go, as before."""
        return self._others if self.others.isChecked() else ()

    @Slot()
    def _open(self) -> None:
        self.form.show()
        self.ask.hide()
        self.boxes[SharedItem.NAME].setFocus()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        for place, box in enumerate(self.boxes.values()):
            grid.addWidget(box, place // 2, place % 2)
        column = QVBoxLayout(self.form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(text_label(tr("They agree that the letter tells:"), "strong", wrap=True, parent=self.form))
        column.addLayout(grid)
        column.addWidget(self.others)
        for words, edit in (
            (tr("Given by, if not the person"), self.giver),
            (tr("Explained in (language)"), self.language),
            (tr("Interpreter, if any"), self.interpreter),
            (tr("Witness, if any"), self.witness),
        ):
            column.addWidget(Field(words, edit, parent=self.form))
        for widget in (self.aloud, self.restated, self.save):
            column.addWidget(widget)


def _words(item: SharedItem) -> str:
    words = tr(SHARED_WORDS[item])
    return words[:1].upper() + words[1:]
