"""What is done to the week: each act is on disk when it is shown, and the toast takes it back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from desktop.errors import DeskError
from desktop.formats import clock, day_name
from desktop.i18n import tr, trn
from desktop.services.planning import SessionPlan
from desktop.services.repeats import Repeat
from desktop.services.series_changes import Scope, TogetherChanged
from desktop.services.session_plans import plan_of
from desktop.services.sessions import SessionLine
from desktop.views.shared.shell import Shell

_SHORTEST = 5


class WeekActs(QObject):
    """Plans, changes, calls off and brings back; a refusal is raised for whoever can show it."""

    changed = Signal(str)  # code of the session to show, or nothing

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._planning, self._changes = shell.centre.planning, shell.centre.session_changes
        self._series = shell.centre.series_changes

    def plan(self, plan: SessionPlan, repeat: Repeat | None = None) -> None:
        """Plan a session, or all of those it comes back as.

        Raises:
            DeskError: it cannot be planned so.
        """
        codes = self._planning.repeat_weekly(plan, repeat) if repeat else [self._planning.create(plan)]
        words = trn("{n} session planned.", "{n} sessions planned.", len(codes))
        self.done(codes[0], words, lambda: self._changes.take_out(codes))

    def change(self, line: SessionLine, plan: SessionPlan, scope: Scope | None = None) -> None:
        """Plan a session otherwise, or several of its dates.

        Raises:
            DeskError: it cannot be planned so.
        """
        if plan == plan_of(line):
            return
        if scope is not None:
            self._together(line, self._series.change(line.code, plan, scope))
            return
        words = tr("{activity}: {day}, {hour}.", activity=line.activity, day=day_name(plan.on), hour=clock(plan.at))
        self._with_way_back(line, lambda: self._changes.change(line.code, plan), words)

    def shift(self, line: SessionLine, days: int = 0, minutes: int = 0, longer: int = 0) -> None:
        """Move a session by days and minutes within its day, or make it longer; what leads nowhere does nothing.

        Raises:
            DeskError: it cannot be planned so.
        """
        plan = plan_of(line)
        start = line.starts_at + timedelta(minutes=minutes)
        length = max(_SHORTEST, (plan.minutes or 0) + longer)
        if start.date() == line.on_date:
            self.change(line, replace(plan, on=plan.on + timedelta(days=days), at=start.time(), minutes=length))

    def call_off(self, line: SessionLine, reason: str, scope: Scope | None = None) -> None:
        """Cancel a session, or several of its dates.

        Raises:
            DeskError: there is no reason, or people came.
        """
        if scope is not None:
            self._together(line, self._series.cancel(line.code, reason, scope))
            return
        words = tr("{activity} is cancelled.", activity=line.activity)
        self._with_way_back(line, lambda: self._planning.cancel(line.code, reason), words)

    def remove(self, line: SessionLine, scope: Scope | None = None) -> None:
        """Take a draft, or a date or several of a series, out of the plan.

        Raises:
            DeskError: people came.
        """
        if scope is not None:
            self._together(line, self._series.skip(line.code, scope))
            return
        words = tr("{activity} is taken out of the plan.", activity=line.activity)
        self._with_way_back(line, lambda: self._planning.skip(line.code), words)

    def bring_back(self, line: SessionLine) -> None:
        """Put a session on the plan.

        Raises:
            DeskError: it is gone.
        """
        words = tr("{activity} is on the plan.", activity=line.activity)
        self._with_way_back(line, lambda: self._planning.publish(line.code), words)

    def publish_week(self, day: date, site: str) -> None:
        """Publish the drafts of a week.

        Raises:
            DeskError: the account plans no week.
        """
        was = self._changes.publish_week(day, site)
        words = trn("{n} session published.", "{n} sessions published.", len(was))
        self.done("", words, (lambda: self._changes.restore(was)) if was else None)

    def copy_last_week(self, day: date, site: str) -> None:
        """Plan a week like the one before.

        Raises:
            DeskError: a room or an activity of the week before is closed.
        """
        copied = self._planning.copy_last_week(day, site)
        words = trn("{n} session copied.", "{n} sessions copied.", len(copied.codes))
        if not copied.codes:
            words = tr("Nothing to copy: everything of the week before is planned already.")
        undo = (lambda: self._planning.undo_copy(copied.act)) if copied.codes else None
        self.done(copied.codes[0] if copied.codes else "", words, undo)

    def _with_way_back(self, line: SessionLine, act: Callable[[], object], words: str) -> None:
        was = self._changes.as_it_stands(line.code)
        act()
        self.done(line.code, words, lambda: self._changes.restore([was]))

    def _together(self, line: SessionLine, act: TogetherChanged) -> None:
        changed = len(act.sessions) - (act.left if act.series else 0)
        words = trn("{activity}: {n} date changed.", "{activity}: {n} dates changed.", changed, activity=line.activity)
        if act.left:
            words += " " + trn("{n} with marks stays as it was.", "{n} with marks stay as they were.", act.left)
        self.done(line.code, words, lambda: self._series.take_back(act))

    def done(self, code: str, words: str, undo: Callable[[], object] | None) -> None:
        """Show the session `code`, or the week, as it now stands, and say what was done; the toast takes it back."""

        def take_back() -> None:
            try:
                if undo is not None:
                    undo()
            except DeskError as refusal:
                self._shell.explain(refusal)
            self.changed.emit(code)

        self.changed.emit(code)
        self._shell.toast(words, take_back if undo else None)
