"""What keys, mouse and buttons ask for, carried out on the session or slot that is chosen."""

from collections.abc import Callable
from datetime import time

from PySide6.QtCore import QObject, Slot

from desktop.errors import DeskError
from desktop.services.planning import SessionPlan
from desktop.services.repeats import Repeat
from desktop.services.series_changes import Scope
from desktop.services.sessions import SessionLine
from desktop.views.shared.shell import Shell
from desktop.views.week.acts import WeekActs
from desktop.views.week.columns import Grouping
from desktop.views.week.looking import Looking
from desktop.views.week.parts import WeekParts
from desktop.vocabulary import SessionState

_LATEST = 23 * 60  # minute of the day


class Planner(QObject):
    """Stands between the grid and the acts; a refusal is said where it was typed, or in the toast."""

    def __init__(self, shell: Shell, look: Looking, parts: WeekParts, *, may_plan: bool) -> None:
        super().__init__(parts)
        self._shell, self._look, self._parts, self._may = shell, look, parts, may_plan
        self.acts = WeekActs(shell, self)

    @Slot()
    def plan(self) -> None:
        """Open the form for a session in the slot that is chosen."""
        place = self._parts.grid.place
        self.draw(place.column, min(place.minute, _LATEST))

    @Slot(int, int, int)
    def draw(self, column: int, minute: int, minutes: int | None = None) -> None:
        """Open the form for a session drawn in the grid."""
        columns, panel, look = self._parts.grid.columns, self._parts.panel, self._look
        if self._may and columns:
            plan = look.new_plan(columns[column], time(minute // 60, minute % 60), minutes)
            self._parts.open_panel(lambda: panel.start(plan, look.choices))

    @Slot()
    def open(self) -> None:
        """Open the session that is chosen, or plan one in the slot."""
        line, panel = self._parts.grid.line(), self._parts.panel
        if line is None:
            self.plan()
        elif self._may:
            self._parts.open_panel(lambda: panel.show_line(line, self._look.choices))
        else:
            self.mark()

    @Slot(object, object)
    def save(self, plan: SessionPlan, repeat: Repeat | None) -> None:
        """Write what the form says."""
        line, panel = self._parts.panel.line, self._parts.panel
        try:
            if line is None:
                self.acts.plan(plan, repeat)
            else:
                self.acts.change(line, plan, panel.scope.scope())
        except DeskError as refusal:
            panel.refuse(refusal)
            return
        self._parts.close_panel()

    @Slot()
    def remove(self) -> None:
        """Remove a draft, or ask why a session is called off."""
        line = self._parts.grid.line()
        if line is None or not self._may:
            return
        self._parts.close_panel()
        if line.state is SessionState.DRAFT:
            self._try(self.acts.remove)
        elif line.state is SessionState.PUBLISHED and line.outcome is None:
            self._parts.reason.ask(line)

    @Slot(object, str, object)
    def call_off(self, line: SessionLine, reason: str, scope: Scope | None = None) -> None:
        """Call a session off for a reason, or several of its dates."""
        try:
            self.acts.call_off(line, reason, scope)
        except DeskError as refusal:
            self._parts.reason.refuse(refusal)
            return
        self._parts.reason.hide()
        self._parts.grid.setFocus()

    @Slot()
    def bring_back(self) -> None:
        """Put the session on the plan."""
        self._parts.close_panel()
        self._try(self.acts.bring_back)

    @Slot()
    def leave_out(self) -> None:
        """Take the session of this date, or several, out of the plan, as if it had never been meant to be."""
        scope = self._parts.panel.scope.scope()
        self._parts.close_panel()
        self._try(lambda line: self.acts.remove(line, scope))

    @Slot(int, int)
    def move(self, columns: int, minutes: int, longer: int = 0) -> None:
        """Carry the session to another column or some minutes on, or make it longer."""
        if longer or self._look.grouping is Grouping.DAYS:
            self._try(lambda line: self.acts.shift(line, columns, minutes, longer))
            return
        grid = self._parts.grid
        target = grid.place.column + columns
        if 0 <= target < len(grid.columns):
            column = grid.columns[target]
            self._try(lambda line: self.acts.change(line, self._look.moved(line, column, minutes)))

    @Slot()
    def mark(self) -> None:
        """Go to the attendance of the session."""
        line = self._parts.grid.line()
        if line is not None:
            self._shell.go_to("attendance", line.code)

    def _try(self, act: Callable[[SessionLine], object]) -> None:
        line = self._parts.grid.line()
        if line is None or not self._may:
            return
        try:
            act(line)
        except DeskError as refusal:
            self._shell.explain(refusal)
