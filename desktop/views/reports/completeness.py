"""How complete a week is: sessions recorded of those planned, and those that wait, one key away."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.formats import clock, day_name
from desktop.i18n import mark, tr, trn
from desktop.services.behind_figures import BehindLine
from desktop.services.figures import SessionCounts
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.line_table import ColumnOf, LineRole, LineTable
from desktop.views.shared.pills import Pill
from desktop.views.shared.style import scaled
from desktop.views.shared.tables import LINE_HEIGHT, plain_table

_SHOWN, _SITE = 4, 2  # lines, column


def when(line: BehindLine) -> str:
    """Say when a session is, or when somebody came or left."""
    if line.at is None:
        return "—"
    return f"{day_name(line.at.date()).capitalize()} {line.at:%d/%m}, {clock(line.at.time())}"


COLUMNS: tuple[ColumnOf[BehindLine], ...] = (
    ColumnOf(heading=mark("Session"), show=lambda line: line.activity),
    ColumnOf(heading=mark("When"), show=when, width=190),
    ColumnOf(heading=mark("Site"), show=lambda line: line.site, width=150),
)


class Completeness(QWidget):
    """What is still to be recorded before the figures can be believed."""

    marking = Signal(str)  # code of the session somebody goes to mark

    def __init__(
        self, sessions: SessionCounts, waiting: Sequence[BehindLine], *, may_mark: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        recorded = sessions.held + sessions.cancelled
        words = tr("Sessions recorded: {recorded} of {planned}", recorded=recorded, planned=sessions.planned)
        self.words = text_label(words, "strong", wrap=True, parent=self)
        self.pill = Pill(*_state(sessions), self)
        self.table: LineTable[BehindLine] = LineTable(COLUMNS)
        self.table.show_lines(waiting)
        self.lines = plain_table(self.table, tr("Sessions not recorded"), self, wide=0)
        height = min(len(waiting), _SHOWN) * scaled(LINE_HEIGHT) + self.lines.horizontalHeader().sizeHint().height() + 6
        self.lines.setFixedHeight(height)
        self.lines.setColumnHidden(_SITE, len({line.site for line in waiting}) == 1)
        self.lines.setVisible(bool(waiting))
        self.mark = QPushButton(trn("Go and &mark it", "Go and &mark them", len(waiting)), self)
        self.mark.setVisible(bool(waiting) and may_mark)
        put_icon(self.mark, "attendance")
        if waiting and may_mark:
            self.lines.selectRow(0)
            self.lines.activated.connect(self._enter)
            self.mark.clicked.connect(lambda: self.marking.emit(waiting[0].session))
        self._lay_out()

    @Slot(QModelIndex)
    def _enter(self, index: QModelIndex) -> None:
        self.marking.emit(index.data(LineRole).session)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(self.pill)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.lines)
        column.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignLeft)


def _state(sessions: SessionCounts) -> tuple[str, str]:
    if sessions.not_recorded:
        return tr("To complete"), "warning"
    return (tr("Complete"), "ok") if sessions.planned else (tr("Nothing planned"), "quiet")
