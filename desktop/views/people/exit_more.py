"""What some exits ask beyond a reason: the handover of a child, or who was told."""

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.services.departures import Handover, Notice
from desktop.views.shared.field import Field


class HandoverFields(QWidget):
    """To whom a child goes, by whose decision, and who was there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        asked = {
            "receiver": tr("Who receives the child"),
            "link": tr("Link with the child"),
            "identity": tr("Identity paper seen: kind and number"),
            "heard_by": tr("Who heard the child, and when"),
            "decided_by": tr("Authority that decided"),
            "decision": tr("Decision: number and date"),
            "witness": tr("Second member of staff, beside yourself"),
        }
        self.edits = {name: QLineEdit(self) for name in asked}
        self.fields = {name: Field(words, self.edits[name], parent=self) for name, words in asked.items()}
        _stack(self, self.fields.values())

    def handover(self) -> Handover:
        """Give what was typed."""
        return Handover(**{name: edit.text().strip() for name, edit in self.edits.items()})

    def lacking(self) -> Field:
        """Give the first field that lacks its words."""
        return next(self.fields[name] for name, edit in self.edits.items() if not edit.text().strip())

    def empty(self) -> None:
        """Forget what was typed."""
        for edit in self.edits.values():
            edit.clear()
        self.clear_refusals()

    def clear_refusals(self) -> None:
        """Say of no field any more that it lacks something."""
        for field in self.fields.values():
            field.clear_refusal()


class NoticeFields(QWidget):
    """Who was told of an absence, a hospital or a death, and when."""

    def __init__(self, read: Callable[[str], datetime], parent: QWidget) -> None:
        super().__init__(parent)
        self._read = read
        self.told, self.when = QLineEdit(self), QLineEdit(self)
        self.when.setPlaceholderText(tr("now"))
        self.when_field = Field(tr("When they were told"), self.when, check=self._check, parent=self)
        self.told_field = Field(tr("Who was told"), self.told, parent=self)
        _stack(self, (self.told_field, self.when_field))

    def notice(self) -> Notice | None:
        """Give what was typed, or None after saying under the field what is wrong with the hour."""
        if not self.when_field.is_right():
            return None
        return Notice(told=self.told.text().strip(), told_at=self._read(self.when.text()))

    def empty(self) -> None:
        """Forget what was typed."""
        self.told.clear()
        self.when.clear()
        self.clear_refusals()

    def clear_refusals(self) -> None:
        """Say of no field any more that it lacks something."""
        for field in (self.told_field, self.when_field):
            field.clear_refusal()

    def _check(self, typed: str) -> None:
        if self.isVisible():
            self._read(typed)


def _stack(widget: QWidget, fields: Iterable[Field]) -> None:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for field in fields:
        column.addWidget(field)
