"""The table of rights, the very one the program obeys: on the screen and on paper."""

from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.i18n import mark, tr
from desktop.rights import ROLE_WORDS, Role
from desktop.services.rights_page import RightLine
from desktop.views.administration.section import Section
from desktop.views.shared.icons import put_icon
from desktop.views.shared.line_table import ColumnOf, LineTable
from desktop.views.shared.printing.paper import Paper
from desktop.views.shared.printing.preview import show_paper
from desktop.views.shared.shell import Shell
from desktop.views.shared.tables import plain_table

_TICK, _NONE = "✓", "–"


def _held(role: Role, line: RightLine) -> str:
    return _TICK if role in line.roles else _NONE


COLUMNS: tuple[ColumnOf[RightLine], ...] = (
    ColumnOf(heading=mark("Right"), show=lambda line: line.right, width=330),
    *(ColumnOf(heading=ROLE_WORDS[role], show=partial(_held, role), width=96) for role in Role),
    ColumnOf(heading=mark("Part of the data"), show=lambda line: line.opens, width=190),
    ColumnOf(heading=mark("Where"), show=lambda line: line.sites, width=120),
)


class RightsSection(Section):
    """Who may do what, read-only; rights are changed by giving roles, never one by one."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        about = tr("What each role may do. Managing accounts opens no sealed case.")
        super().__init__(tr("Rights"), about, parent)
        self._shell = shell
        self.table = LineTable(COLUMNS)
        self.lines = plain_table(self.table, tr("Rights of each role"), self, wide=0)
        self.lines.horizontalHeader().setSectionResizeMode(self.lines.horizontalHeader().ResizeMode.ResizeToContents)
        self.print = QPushButton(tr("&Print the table…"), self)
        put_icon(self.print, "print")
        self.print.clicked.connect(self.show_paper)
        self.top.addWidget(self.print)
        self.column.addWidget(self.lines, 1)

    def refresh(self) -> None:
        """Write the table in the language of the screen."""
        self.table.show_lines(self._shell.centre.rights_page.lines())

    def show_paper(self) -> None:
        """Show the paper before it is printed."""
        make = self._shell.centre.rights_page.paper
        paper = Paper(title=tr("Table of rights"), file_name=tr("table-of-rights.pdf"), make=make)
        show_paper(self._shell, paper, self)
