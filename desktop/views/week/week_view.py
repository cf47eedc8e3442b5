"""The page that plans a week."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.rights import Permission
from desktop.views.shared.page import PageView
from desktop.views.shared.shell import Shell
from desktop.views.week.columns import Grouping
from desktop.views.week.layout import Place
from desktop.views.week.looking import Looking
from desktop.views.week.papers import WeekPapers
from desktop.views.week.parts import WeekParts
from desktop.views.week.planner import Planner
from desktop.views.week.templating import Templating


class WeekView(PageView):
    """A week as a grid to plan in, and beside it the session that is open."""

    shortcuts: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Ctrl+N", mark("Plan a session")),
        ("↵", mark("Open the session, or plan one in the free slot")),
        ("Ctrl+← ↑ → ↓", mark("Move the session by a day or a quarter of an hour")),
        ("Shift+↑ ↓", mark("Make the session shorter or longer")),
        ("Del", mark("Call the session off, or remove a draft")),
        ("M", mark("Mark attendance")),
        ("Ctrl+P", mark("See and print the week")),
        ("Ctrl++ Ctrl+- Ctrl+0", mark("Higher hours, lower hours, as at first")),
        ("PgUp PgDn", mark("Previous week, next week")),
    )

    def __init__(self, shell: Shell, now: datetime | None = None) -> None:
        super().__init__()
        self._shell = shell
        may = shell.centre.desk.may(Permission.PLAN_WEEK)
        self.look = Looking(shell.centre, lambda: now or datetime.now(tz=UTC))
        self.parts = WeekParts(self.look, shell.centre.planning.activity_types(), self, may_plan=may)
        self.grid, self.panel = self.parts.grid, self.parts.panel
        self.planner = Planner(shell, self.look, self.parts, may_plan=may)
        self.papers = WeekPapers(shell, self.look, self.parts.bar, self)
        self.templating = Templating(shell, self.look, self.parts, self.planner.acts)
        self.column.addWidget(self.parts)
        moment = self.look.moment()
        self.grid.place = Place(moment.weekday(), 60 * moment.hour)
        self._connect()
        self.setFocusProxy(self.grid)
        self.refresh()

    def open(self, *target: object) -> None:
        """Show the session with this code, or the week of this day."""
        if isinstance(target[0], date):
            self.look.day = target[0]
            self.refresh()
            return
        try:
            line = self._shell.centre.planning.session(str(target[0]))
        except DeskError as refusal:
            self._shell.explain(refusal)
            return
        self.look.day, self.look.site = line.on_date, line.site
        self.grid.place = Place(self.grid.place.column, self.grid.place.minute, line.code)
        self.refresh()

    def place(self) -> tuple[object, ...]:
        """Give the day that is shown."""
        return (self.look.day,)

    @Slot()
    def refresh(self) -> None:
        """Read the week again; the cursor stays."""
        try:
            self.look.read()
        except DeskError as refusal:
            self._shell.explain(refusal)
        self.parts.show_week(self.look)
        self.templating.refresh()

    @Slot(str)
    def _changed(self, code: str) -> None:
        """Show a session where it now stands, or the week without it."""
        try:
            day = self._shell.centre.planning.session(code).on_date if code else None
        except DeskError:
            day = None  # it is out of the plan
        if day is None:
            self.refresh()
        else:
            self.open(code)

    @Slot(int)
    def _turn(self, steps: int) -> None:
        self.look.turn(steps)
        self.refresh()

    @Slot()
    def _look_by(self) -> None:
        bar = self.parts.bar
        if self.look.grouping is Grouping.DAYS and self.grid.columns:
            self.look.day = self.grid.columns[self.grid.place.column].day
        self.look.grouping = Grouping(bar.grouping.currentData())
        self.look.site = str(bar.site.currentData() or self.look.site)
        self.refresh()

    def _do(self, act: Callable[[], object]) -> None:
        """Do something to the whole week, or say in the toast why not."""
        try:
            act()
        except DeskError as refusal:
            self._shell.explain(refusal)
        self.grid.setFocus()

    def _connect(self) -> None:
        keys, hands, panel, bar, planner = self.parts.keys, self.parts.hands, self.panel, self.parts.bar, self.planner
        look, acts = self.look, planner.acts
        keys.moved.connect(planner.move)
        keys.stretched.connect(lambda by: planner.move(0, 0, by))
        keys.opened.connect(planner.open)
        keys.removed.connect(planner.remove)
        keys.marked.connect(planner.mark)
        keys.turned.connect(self._turn)
        hands.drawn.connect(planner.draw)
        hands.carried.connect(planner.move)
        hands.pulled.connect(lambda by: planner.move(0, 0, by))
        hands.opened.connect(planner.open)
        bar.turned.connect(self._turn)
        bar.new.clicked.connect(planner.plan)
        for button in (bar.copy, self.parts.next_act):
            button.clicked.connect(lambda: self._do(lambda: acts.copy_last_week(look.day, look.site)))
        bar.publish.clicked.connect(lambda: self._do(lambda: acts.publish_week(look.day, look.site)))
        bar.back_asked.connect(lambda line: self._do(lambda: acts.bring_back(line)))
        for box in (bar.grouping, bar.site):
            box.activated.connect(self._look_by)
        panel.saved.connect(planner.save)
        panel.left.connect(self.parts.close_panel)
        panel.off_asked.connect(planner.remove)
        panel.back_asked.connect(planner.bring_back)
        panel.skip_asked.connect(planner.leave_out)
        panel.mark_asked.connect(planner.mark)
        self.parts.reason.given.connect(planner.call_off)
        self.parts.reason.left.connect(self.grid.setFocus)
        planner.acts.changed.connect(self._changed)
        QShortcut(QKeySequence(QKeySequence.StandardKey.New), self).activated.connect(planner.plan)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let the form take the place of the grid where both do not fit."""
        super().resizeEvent(event)
        self.parts.fit()
