"""The fields of a service, in two columns where there is room."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop.i18n import mark, tr
from desktop.services.directory import ServiceEntry
from desktop.views.shared.field import Field
from desktop.views.shared.style import scaled

WORDS = {
    "name": mark("Na&me of the service"),
    "organisation": mark("Or&ganisation"),
    "address": mark("A&ddress"),
    "landmark": mark("Land&mark"),
    "phone": mark("Tele&phone"),
    "contact": mark("Con&tact"),
    "hours": mark("&Hours"),
    "cost": mark("C&ost"),
    "takes": mark("Whom it ta&kes"),
}
_HEIGHT = 38


class ServiceFields(QWidget):
    """Shows a service, and takes another wording of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edits: dict[str, QLineEdit] = {}
        self.fields: dict[str, Field] = {}
        self._entry = ServiceEntry(code="", organisation="", name="")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for place, (name, words) in enumerate(WORDS.items()):
            edit = self.edits[name] = QLineEdit(self)
            edit.setMinimumHeight(scaled(_HEIGHT))
            field = self.fields[name] = Field(tr(words), edit, parent=self)
            grid.addWidget(field, place // 2, place % 2, 1, 2 if name == "takes" else 1)
        grid.setRowStretch(len(WORDS), 1)
        self.setFocusProxy(self.edits["name"])

    def show_service(self, entry: ServiceEntry) -> None:
        """Show a service as it stands."""
        self._entry = entry
        for name, edit in self.edits.items():
            edit.setText(getattr(entry, name))
            edit.setCursorPosition(0)

    def let_write(self, *, writing: bool) -> None:
        """Let the fields be written in, or only be read and copied from."""
        for edit in self.edits.values():
            edit.setReadOnly(not writing)

    def typed(self) -> ServiceEntry:
        """Give the service as it is typed."""
        typed: dict[str, Any] = {name: edit.text().strip() for name, edit in self.edits.items()}
        return replace(self._entry, **typed)
