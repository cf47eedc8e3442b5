"""A section about lines that are kept: the chosen one is changed below, withdrawn or brought back."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.errors import DeskError
from desktop.i18n import mark, tr
from desktop.views.administration.section import Section
from desktop.views.shared.line_table import ColumnOf, LineTable
from desktop.views.shared.shell import Shell, Undo
from desktop.views.shared.tables import plain_table


class Kept(Protocol):
    """A line that has a key."""

    @property
    def id(self) -> UUID:
        """Give the key."""


class Offered(Protocol):
    """A line that may be withdrawn."""

    @property
    def retired(self) -> bool:
        """Say whether it is offered no more."""


Line = TypeVar("Line", bound=Kept)
Turned = TypeVar("Turned", bound=Offered)


def state_column() -> ColumnOf[Turned]:
    """Give the column that says whether a line is offered."""
    return ColumnOf(
        heading=mark("State"),
        show=lambda line: tr("Withdrawn") if line.retired else tr("Offered"),
        kind=lambda line: "quiet" if line.retired else "ok",
        width=140,
    )


class LinesSection(Section, Generic[Line]):
    """Shows what `read` gives, the first column as wide as there is room; whatever is done has a way back."""

    def __init__(
        self, shell: Shell, title: str, about: str, columns: Sequence[ColumnOf[Line]], name: str, parent: QWidget
    ) -> None:
        super().__init__(title, about, parent)
        self._shell = shell
        self.table = LineTable(columns)
        self.lines = plain_table(self.table, name, self, wide=0)
        self.column.addWidget(self.lines, 1)
        self.lines.selectionModel().selectionChanged.connect(lambda: self.show_line(self.line()))

    def read(self) -> Sequence[Line]:
        """Read the lines."""
        raise NotImplementedError

    def show_line(self, line: Line | None) -> None:
        """Show the chosen line below the others, or that there is none."""
        raise NotImplementedError

    @Slot()
    def refresh(self) -> None:
        """Read the lines again; the chosen one stays chosen."""
        chosen = self.line()
        found = self.read()
        self.table.show_lines(found)
        rows = [row for row, line in enumerate(found) if chosen and line.id == chosen.id]
        self.lines.selectRow(rows[0] if rows else 0)
        if not found:
            self.show_line(None)

    def line(self) -> Line | None:
        """Give the chosen line."""
        rows = self.lines.selectionModel().selectedRows()
        return self.table.line(rows[0].row()) if rows else None

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do what no field can carry a refusal of, and say whether it was done."""
        try:
            act()
        except DeskError as refusal:
            self._shell.explain(refusal)
            return False
        return True

    def done(self, said: str, back: Undo) -> None:
        """Show what came of it, and say it with the way back."""
        self.refresh()
        self._shell.toast(said, partial(self._undo, back))

    def _undo(self, back: Undo) -> None:
        self.attempt(back)
        self.refresh()
