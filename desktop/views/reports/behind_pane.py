"""The people and sessions behind one figure."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import mark, tr, trn
from desktop.services.behind_figures import BehindLine
from desktop.views.reports.completeness import when
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.line_table import ColumnOf, LineRole, LineTable
from desktop.views.shared.style import scaled
from desktop.views.shared.tables import plain_table

_SEVERAL = 2


class Column(IntEnum):
    """The columns, from the left."""

    NAME = 0
    WHEN = 1
    ACTIVITY = 2
    SITE = 3
    CODE = 4


def _name(line: BehindLine) -> str:
    if line.number:
        return tr("Without a name, number {label}", label=line.number)
    return line.name or (tr("No name yet") if line.person else "")


COLUMNS: tuple[ColumnOf[BehindLine], ...] = (
    ColumnOf(heading=mark("Name"), show=_name, names_somebody=True),
    ColumnOf(heading=mark("When"), show=when, width=190),
    ColumnOf(heading=mark("Session"), show=lambda line: line.activity or "—", width=220),
    ColumnOf(heading=mark("Site"), show=lambda line: line.site, width=150),
    ColumnOf(heading=mark("Code"), show=lambda line: line.person or line.session, width=150),
)


class BehindPane(QWidget):
    """A list as long as the figure says; Enter goes to the file of a person, or to the sheet of a session."""

    left = Signal()
    person_chosen = Signal(str)  # code
    session_chosen = Signal(str)  # code

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: LineTable[BehindLine] = LineTable(COLUMNS)
        self.back = QPushButton(tr("Back to the &summary"), self)
        put_icon(self.back, "chevron_left")
        self.title = text_label(look="heading", wrap=True, parent=self)
        self.count = text_label(look="muted", wrap=True, parent=self)
        self.lines = plain_table(self.table, tr("Behind the figure"), self, wide=Column.NAME)
        self._sessions_only = False
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.lines.activated.connect(self._open)
        QShortcut(QKeySequence("Esc"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut).activated.connect(
            self.left
        )
        self.setFocusProxy(self.lines)

    def show_behind(self, words: str, lines: Sequence[BehindLine]) -> None:
        """Show what stands behind the figure called `words`."""
        self.title.setText(words)
        self.table.show_lines(lines)
        self._sessions_only = not any(line.person or line.number for line in lines)
        if self._sessions_only:
            self.count.setText(trn("{n} session. Enter opens its sheet.", "{n} sessions. Enter opens the sheet of one.",
                                   len(lines)))  # fmt: skip
        else:
            self.count.setText(trn("{n} line. Enter opens the file of the person.",
                                   "{n} lines. Enter opens the file of a person.", len(lines)))  # fmt: skip
        self.lines.selectRow(0)
        self._fit()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        line = index.data(LineRole)
        if line.person:
            self.person_chosen.emit(line.person)
        else:
            self.session_chosen.emit(line.session)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let names have the room where there is little of it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = [self.table.line(row) for row in range(self.table.rowCount())]
        house = not any(line.session for line in lines)
        self.lines.setColumnHidden(Column.NAME, self._sessions_only)
        self.lines.setColumnHidden(Column.ACTIVITY, house)
        modes = QHeaderView.ResizeMode
        wide = modes.Stretch if self._sessions_only else modes.Interactive
        self.lines.horizontalHeader().setSectionResizeMode(Column.ACTIVITY, wide)
        narrow = self.width() < scaled(900)
        self.lines.setColumnHidden(Column.SITE, narrow or len({line.site for line in lines}) < _SEVERAL)
        self.lines.setColumnHidden(Column.CODE, narrow)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addSpacing(8)
        head.addWidget(self.title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.count)
        column.addWidget(self.lines, 1)
