"""What the letter tells beyond the least: one tick for each item, open where consent covers it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from desktop.i18n import mark, tr
from desktop.services.referrals import PersonDetails
from desktop.views.shared.field import Field
from desktop.views.shared.labels import text_label
from desktop.vocabulary.referrals import SHARED_WORDS, SharedItem

# What the file does not know is asked for only where its item is ticked.
_ASKED: dict[SharedItem, tuple[tuple[str, str], ...]] = {
    SharedItem.LANGUAGE: (("interpreter", mark("Interpreter (never a child or a relative)")),),
    SharedItem.MOBILITY: (("mobility", mark("Help needed to move about")),),
    SharedItem.COMPANION: (("companion", mark("Who comes along")),),
    SharedItem.PHONE: (
        ("safe_phone", mark("Safe telephone (empty: the one on the file)")),
        ("phone_hours", mark("Hours when one may call")),
    ),
    SharedItem.CHILD: (
        ("caregiver", mark("Caregiver")),
        ("child_view", mark("What the child thinks of it")),
        ("authority", mark("Authority informed")),
    ),
}
GIVEN = "given"


class Ticks(QWidget):
    """One box for each item; `open_for` says which may be ticked."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[SharedItem, QCheckBox] = {}
        self.asked: dict[str, QLineEdit] = {}
        self._fields: dict[SharedItem, list[Field]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        asked = {**_ASKED, SharedItem.SERVICES_GIVEN: ((GIVEN, mark("Services already given")),)}
        self.closed = text_label(look="muted", wrap=True, parent=self)
        self.message = QComboBox(self)
        for words, allowed in ((tr("Not asked"), None), (tr("Allowed"), True), (tr("Not allowed"), False)):
            self.message.addItem(words, allowed)
        for place, (item, words) in enumerate(SHARED_WORDS.items()):
            box = self.boxes[item] = QCheckBox(tr(words)[:1].upper() + tr(words)[1:], self)
            box.toggled.connect(self._ticked)
            grid.addWidget(box, place // 2, place % 2)
        grid.addWidget(self.closed, grid.rowCount(), 0, 1, 2)
        for item, fields in asked.items():
            self._fields[item] = [self._field(name, words) for name, words in fields]
            if item is SharedItem.PHONE:
                self._fields[item].append(Field(tr("May a message be left"), self.message, parent=self))
            for field in self._fields[item]:
                grid.addWidget(field, grid.rowCount(), 0, 1, 2)
        self._ticked()

    def open_for(self, items: frozenset[SharedItem], why_not: str) -> None:
        """Let `items` be ticked; the others say `why_not`, and lose their tick."""
        for item, box in self.boxes.items():
            box.setEnabled(item in items)
            box.setToolTip("" if item in items else why_not)
            if item not in items:
                box.setChecked(False)
        first = next((box for item, box in self.boxes.items() if item in items), None)
        self.setFocusProxy(first or self.boxes[SharedItem.NAME])
        self.closed.setText(why_not)
        self.closed.setHidden(not why_not or items >= set(self.boxes))

    def chosen(self) -> tuple[SharedItem, ...]:
        """Give the items that are ticked."""
        return tuple(item for item, box in self.boxes.items() if box.isChecked())

    def details(self) -> PersonDetails:
        """Give what was typed beside the ticks."""
        typed = {name: field.text().strip() for name, field in self.asked.items() if name != GIVEN}
        allowed: bool | None = self.message.currentData()
        return PersonDetails(**typed, message_allowed=allowed)

    def given(self) -> str:
        """Give the services already given, as they were typed."""
        return self.asked[GIVEN].text().strip()

    def resume(self, items: Sequence[SharedItem], details: PersonDetails, given: str) -> None:
        """Tick again what may be ticked still, and put back what was typed beside."""
        for item in items:
            self.boxes[item].setChecked(self.boxes[item].isEnabled())
        for name, field in self.asked.items():
            field.setText(given if name == GIVEN else getattr(details, name))
        self.message.setCurrentIndex(self.message.findData(details.message_allowed))

    def clear(self) -> None:
        """Untick and empty everything."""
        for box in self.boxes.values():
            box.setChecked(False)
        for field in self.asked.values():
            field.clear()
        self.message.setCurrentIndex(0)

    def _field(self, name: str, words: str) -> Field:
        edit = self.asked[name] = QLineEdit(self)
        return Field(tr(words), edit, parent=self)

    def _ticked(self) -> None:
        for item, fields in self._fields.items():
            for field in fields:
                field.setVisible(self.boxes[item].isChecked())
        self.changed.emit()
