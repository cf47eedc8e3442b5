"""One compartment: what it is, who holds it, and what its reader can do with it."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.i18n import tr
from desktop.services.compartment_page import CompartmentLine
from desktop.views.compartments.words import reading, status, who
from desktop.views.shared.card import Card
from desktop.views.shared.flow import Flow
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.pills import Pill


class RoomCard(Card):
    """Offers what can be done, and nothing that would be refused."""

    founding_asked = Signal()
    letting_in_asked = Signal()
    testing_asked = Signal()
    team_asked = Signal()

    def __init__(self, line: CompartmentLine, parent: QWidget) -> None:
        super().__init__("", parent)
        self.line = line
        self.setAccessibleName(line.label)
        self.title = text_label(line.label, "heading", wrap=True, parent=self)
        self.status = Pill(parent=self)
        self.who, self.reading = text_label(wrap=True, parent=self), text_label(look="muted", wrap=True, parent=self)
        self.acts = QWidget(self)
        self._row = Flow(self.acts)
        self.found = self._button(tr("Found it…"), "plus", self.founding_asked)
        self.let_in = self._button(tr("Let a colleague in…"), "person", self.letting_in_asked)
        self.test = self._button(tr("Test the paper…"), "check", self.testing_asked)
        self.team = self._button(tr("Who reads…"), "eye", self.team_asked)
        self.found.setObjectName("primary")
        put_icon(self.found, "plus", "on_primary")
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.status, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        for widget in (self.who, self.reading, self.acts):
            self.column.addWidget(widget)
        self.show_line(line)

    def show_line(self, line: CompartmentLine) -> None:
        """Show how the compartment stands now."""
        self.line = line
        self.status.say(*status(line))
        self.who.setText(who(line))
        self.reading.setText(reading(line))
        self.reading.setVisible(line.born)
        offered = {self.found: line.may_found, self.let_in: line.mine, self.test: line.born, self.team: line.mine}
        for button, possible in offered.items():
            button.setVisible(possible)
        self.acts.setVisible(any(offered.values()))

    def first_act(self) -> QPushButton | None:
        """Give the first button that is offered."""
        return next((one for one in (self.found, self.let_in, self.test) if not one.isHidden()), None)

    def _button(self, words: str, sign: str, asked: SignalInstance) -> QPushButton:
        button = QPushButton(words, self.acts)
        button.setAccessibleDescription(self.line.label)
        put_icon(button, sign)
        button.clicked.connect(lambda _: asked.emit())
        self._row.addWidget(button)
        return button
