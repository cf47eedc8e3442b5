"""What the sites are called: a name is changed where it is shown, with a way back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop.errors import DeskError
from desktop.i18n import mark, tr
from desktop.services.site_names import KeptSite
from desktop.views.administration.lines_section import LinesSection
from desktop.views.shared.field import Field
from desktop.views.shared.line_table import ColumnOf
from desktop.views.shared.shell import Shell

COLUMNS: tuple[ColumnOf[KeptSite], ...] = (
    ColumnOf(heading=mark("Name"), show=lambda line: line.name),
    ColumnOf(heading=mark("Code"), show=lambda line: line.code, width=140),
)


class SitesSection(LinesSection[KeptSite]):
    """The sites by code; the chosen one can be given another name."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        about = tr(
            "The code of a site stays: people’s numbers begin with it. Letters already printed keep the old name."
        )
        super().__init__(shell, tr("Sites"), about, COLUMNS, tr("Sites"), parent)
        self._sites = shell.centre.site_names
        self.name = QLineEdit(self)
        self.field = Field(tr("Name of the site"), self.name, parent=self)
        self.change = QPushButton(tr("Change the name"), self)
        self.change.setObjectName("primary")
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.change)
        self.column.addWidget(self.field)
        self.column.addLayout(row)
        self.name.returnPressed.connect(self._rename)
        self.change.clicked.connect(self._rename)

    def read(self) -> Sequence[KeptSite]:
        """Read the sites."""
        return self._sites.sites()

    def show_line(self, line: KeptSite | None) -> None:
        """Show the name of the chosen site, to be written over."""
        self.field.clear_refusal()
        self.change.setEnabled(line is not None)
        self.name.setText(line.name if line else "")

    @Slot()
    def _rename(self) -> None:
        line, name = self.line(), self.name.text()
        if line is None:
            return
        try:
            self._sites.rename(line.id, line.version_id, name)
        except DeskError as refusal:
            self.field.refuse(refusal)
            self.name.setFocus()
            return
        undo = partial(self._sites.rename, line.id, line.version_id + 1, line.name)
        self.done(tr("“{before}” is now called “{name}”.", before=line.name, name=name.strip()), undo)
