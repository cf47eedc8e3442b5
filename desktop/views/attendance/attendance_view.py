"""The page that marks who came to a session."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter

from desktop.errors import DeskError
from desktop.i18n import mark, tr
from desktop.rights import Permission
from desktop.views.attendance.acts import SheetActs
from desktop.views.attendance.marking import LETTERS
from desktop.views.attendance.session_list import SessionList
from desktop.views.attendance.sheet_pane import SheetPane
from desktop.views.shared.labels import text_label
from desktop.views.shared.page import PageView
from desktop.views.shared.shell import Shell
from desktop.views.shared.style import scaled
from desktop.vocabulary import ATTENDANCE_WORDS

NARROW = 900  # pixels at 100 %


class AttendanceView(PageView):
    """The sessions of one week, and the sheet of the chosen one."""

    shortcuts = (
        *((letter, ATTENDANCE_WORDS[status]) for letter, status in LETTERS.items()),
        ("Del", mark("Clear")),
        ("+", mark("Add somebody by name or code")),
        ("F4", mark("Another session")),
        ("Alt+Left", mark("The week before")),
        ("Alt+Right", mark("The week after")),
    )

    attendance_changed = Signal(str)  # code of the session

    def __init__(self, shell: Shell, now: datetime | None = None) -> None:
        super().__init__()
        self._planning = shell.centre.planning
        self._now = now
        self.sessions = SessionList(self._moment().date(), self)
        if shell.centre.desk.may(Permission.PLAN_WEEK):
            self.sessions.empty.offer(tr("Plan the week"), lambda: shell.go_to("week"))
        self.pane = SheetPane(shell.centre.walk_ins, self)
        self.acts = SheetActs(shell, self.pane)
        self.said = text_label(look="refusal", wrap=True, parent=self)
        self.said.hide()
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setHandleWidth(16)
        split.addWidget(self.sessions)
        split.addWidget(self.pane)
        split.setCollapsible(1, False)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 2)
        split.setSizes([1000, 2000])
        self.column.addWidget(self.said)
        self.column.addWidget(split, 1)
        self.pane.other.hide()
        self._connect()
        self.setFocusProxy(self.pane)
        self.refresh()

    def open(self, *target: object) -> None:
        """Show the sheet of the session with this code, in its week."""
        try:
            line = self._planning.session(str(target[0]))
        except DeskError as refusal:
            self._say(refusal)
            return
        self.pane.code = line.code
        self.sessions.show_week(line.on_date)
        self.pane.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the room to the sheet where there is little: the week opens and closes beside it."""
        super().resizeEvent(event)
        narrow = self.width() < scaled(NARROW)
        if narrow == self.pane.other.isHidden():
            self.pane.other.setVisible(narrow)
            self.sessions.setHidden(narrow and self.pane.isVisibleTo(self))

    @Slot()
    def show_week(self) -> None:
        """Open the week beside the sheet, or close it again."""
        if self.pane.other.isHidden():
            return
        self.sessions.setVisible(self.sessions.isHidden() or not self.pane.isVisibleTo(self))
        (self.pane if self.sessions.isHidden() else self.sessions).setFocus()

    @Slot()
    def refresh(self) -> None:
        """Read the week again, and the sheet that is open or else the first that waits."""
        code = self._read_week()
        self.pane.setVisible(code is not None)
        self.sessions.setVisible(self.sessions.isVisibleTo(self) or code is None)
        if code is not None and code == self.pane.code and self.pane.table.rowCount():
            self.acts.read(code)
        elif code is not None:
            self.acts.open(code)

    def _read_week(self) -> str | None:
        try:
            lines = self._planning.sessions_of_week(self.sessions.monday)
        except DeskError as refusal:
            self._say(refusal)
            return self.sessions.show_sessions([], self._moment(), None)
        self._say(None)
        return self.sessions.show_sessions(lines, self._moment(), self.pane.code)

    def _connect(self) -> None:
        pane, acts = self.pane, self.acts
        self.sessions.week_chosen.connect(self.refresh)
        self.sessions.chosen.connect(acts.open)
        self.sessions.entered.connect(self._enter)
        pane.other.clicked.connect(self.show_week)
        QShortcut(QKeySequence("F4"), self).activated.connect(self.show_week)
        pane.keys.typed.connect(acts.mark)
        pane.keys.undo_asked.connect(acts.take_back)
        pane.keys.adding_asked.connect(pane.walk_in.setFocus)
        pane.letters.chosen.connect(acts.mark)
        pane.fill.clicked.connect(acts.fill)
        pane.nameless.clicked.connect(acts.add_nameless)
        pane.letters.undo.clicked.connect(acts.take_back)
        pane.walk_in.taken.connect(acts.take)
        pane.walk_in.left.connect(pane.sheet.setFocus)
        acts.changed.connect(self._count)
        acts.changed.connect(self.attendance_changed)

    @Slot()
    def _enter(self) -> None:
        self.sessions.setHidden(not self.pane.other.isHidden())
        self.pane.sheet.setFocus()

    @Slot(str)
    def _count(self, code: str) -> None:
        """Say in the list how far the open sheet has come; reading the week at every key would slow down marking."""
        table, lines = self.sessions.table, self.pane.table.lines()
        row, marked = table.row_of(code), sum(line.status is not None for line in lines)
        if row >= 0:
            table.change_line(row, replace(table.line(row), marked=marked, listed=len(lines)))

    def _say(self, refusal: DeskError | None) -> None:
        self.said.setText(refusal.explain() if refusal else "")
        self.said.setVisible(refusal is not None)

    def _moment(self) -> datetime:
        return self._now or datetime.now(tz=UTC)
