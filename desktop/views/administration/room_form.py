"""A room: its name, its beds, whom it lodges, whether a wheelchair comes in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.centre_setup import RoomPlan
from desktop.services.places import BedsInUse, KeptRoom
from desktop.views.shared.field import Field
from desktop.views.shared.flow import Flow
from desktop.views.shared.spin import inset
from desktop.vocabulary import ROOM_RULE_WORDS, RoomKind

_MOST_BEDS = 200


class RoomForm(QWidget):
    """Shows the chosen room; it is changed, or a new one is added beside it."""

    added = Signal(object)  # RoomPlan
    changed = Signal(object)  # RoomPlan

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = RoomKind.ROOM
        self.name, self.beds, self.rule = QLineEdit(self), QSpinBox(self), QComboBox(self)
        inset(self.beds)
        self.beds.setMaximum(_MOST_BEDS)
        for rule, words in ROOM_RULE_WORDS.items():
            self.rule.addItem(tr(words), rule)
        self.accessible = QCheckBox(tr("A wheelchair comes in"), self)
        self.name_field = Field(tr("Name of the room"), self.name, parent=self)
        self.beds_field = Field(tr("Beds"), self.beds, parent=self)
        self.add, self.change = QPushButton(tr("Add this room"), self), QPushButton(tr("Change the room"), self)
        self.state = QPushButton(tr("&Withdraw"), self)
        self.add.setObjectName("primary")
        self._lay_out()
        self.add.clicked.connect(lambda: self.added.emit(self.plan(RoomKind.ROOM)))
        self.change.clicked.connect(lambda: self.changed.emit(self.plan(self._kind)))

    def plan(self, kind: RoomKind) -> RoomPlan:
        """Give what was typed."""
        rule, accessible = list(ROOM_RULE_WORDS)[self.rule.currentIndex()], self.accessible.isChecked()
        return RoomPlan(name=self.name.text(), beds=self.beds.value(), rule=rule, kind=kind, accessible=accessible)

    def show_room(self, line: KeptRoom | None) -> None:
        """Show the chosen room."""
        self.change.setEnabled(line is not None)
        self.state.setEnabled(line is not None)
        self.state.setText(tr("&Bring back") if line and line.retired else tr("&Withdraw"))
        for field in (self.name_field, self.beds_field):
            field.clear_refusal()
        if line is not None:
            self._kind = line.kind
            self.name.setText(line.name)
            self.beds.setValue(line.beds)
            self.rule.setCurrentIndex(list(ROOM_RULE_WORDS).index(line.rule))
            self.accessible.setChecked(line.accessible)

    def refuse(self, refusal: DeskError) -> None:
        """Say under the name, or under the beds, why it cannot be done; what was typed stays."""
        self.name_field.clear_refusal()
        field = self.beds_field if isinstance(refusal, BedsInUse) else self.name_field
        field.refuse(refusal)
        field.setFocus()

    def _lay_out(self) -> None:
        fields, buttons = QHBoxLayout(), QWidget(self)
        fields.setSpacing(12)
        fields.addWidget(self.name_field, 2)
        fields.addWidget(self.beds_field, 1)
        fields.addWidget(Field(tr("Whom the room lodges"), self.rule, parent=self), 1)
        row = Flow(buttons)
        row.part()
        for widget in (self.accessible, self.state, self.change, self.add):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(fields)
        column.addWidget(buttons)
