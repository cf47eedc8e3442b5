"""What the sites are called: a name is changed where it is shown, with a way back."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop.errors import DeskError
from desktop.i18n import mark, tr
from desktop.services.site_names import KeptSite
from desktop.views.administration.section import Section
from desktop.views.shared.field import Field
from desktop.views.shared.line_table import ColumnOf, LineTable
from desktop.views.shared.shell import Shell, Undo
from desktop.views.shared.tables import plain_table

COLUMNS: tuple[ColumnOf[KeptSite], ...] = (
    ColumnOf(heading=mark("Name"), show=lambda line: line.name),
    ColumnOf(heading=mark("Code"), show=lambda line: line.code, width=140),
)


class SitesSection(Section):
    """The sites by code; the chosen one can be given another name."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        about = tr(
            "The code of a site stays: people’s numbers begin with it. Letters already printed keep the old name."
        )
        super().__init__(tr("Sites"), about, parent)
        self._shell, self._sites = shell, shell.centre.site_names
        self.table = LineTable(COLUMNS)
        self.lines = plain_table(self.table, tr("Sites"), self, wide=0)
        self.name = QLineEdit(self)
        self.field = Field(tr("Name of the site"), self.name, parent=self)
        self.change = QPushButton(tr("Change the name"), self)
        self.change.setObjectName("primary")
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.change)
        self.column.addWidget(self.lines, 1)
        self.column.addWidget(self.field)
        self.column.addLayout(row)
        self.lines.selectionModel().selectionChanged.connect(self._choose)
        self.name.returnPressed.connect(self._rename)
        self.change.clicked.connect(self._rename)

    @Slot()
    def refresh(self) -> None:
        """Read the sites again; the chosen one stays chosen."""
        chosen = self._line()
        found = self._sites.sites()
        self.table.show_lines(found)
        rows = [row for row, line in enumerate(found) if chosen and line.id == chosen.id]
        self.lines.selectRow(rows[0] if rows else 0)
        self._choose()

    def _line(self) -> KeptSite | None:
        rows = self.lines.selectionModel().selectedRows()
        return self.table.line(rows[0].row()) if rows else None

    @Slot()
    def _choose(self) -> None:
        line = self._line()
        self.field.clear_refusal()
        self.change.setEnabled(line is not None)
        self.name.setText(line.name if line else "")

    @Slot()
    def _rename(self) -> None:
        line, name = self._line(), self.name.text()
        if line is None:
            return
        try:
            self._sites.rename(line.id, line.version_id, name)
        except DeskError as refusal:
            self.field.refuse(refusal)
            self.name.setFocus()
            return
        undo = partial(self._sites.rename, line.id, line.version_id + 1, line.name)
        self.refresh()
        said = tr("“{before}” is now called “{name}”.", before=line.name, name=name.strip())
        self._shell.toast(said, partial(self._undo, undo))

    def _undo(self, back: Undo) -> None:
        try:
            back()
        except DeskError as refusal:
            self._shell.explain(refusal)
        self.refresh()
