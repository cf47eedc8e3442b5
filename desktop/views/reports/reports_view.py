"""The page of reports: the summary of a week, what stands behind its figures, and its papers."""

from datetime import UTC, date, datetime
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from desktop.i18n import mark
from desktop.services.behind_figures import BehindLine, Figure
from desktop.services.figures import WeeklyFigures
from desktop.services.weekly_tables import week_page
from desktop.views.reports.behind_pane import BehindPane
from desktop.views.reports.head import Head
from desktop.views.reports.papers import Papers
from desktop.views.reports.sections import Shown
from desktop.views.reports.summary_pane import SummaryPane
from desktop.views.shared.last_answer import LastAnswer
from desktop.views.shared.page import PageView
from desktop.views.shared.shell import Shell


class ReportsView(PageView):
    """Counts beside the screen; an answer for a week that was left meanwhile is thrown away."""

    shortcuts: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Ctrl+P", mark("Preview and print the summary")),
        ("Ctrl+S", mark("Save the summary as a spreadsheet")),
        ("Alt+Left", mark("The week before")),
        ("Alt+Right", mark("The week after")),
    )

    def __init__(self, shell: Shell, now: datetime | None = None) -> None:
        super().__init__()
        self.shell = shell
        self.shown: Shown | None = None
        member, sites = shell.centre.member, shell.centre.setup.sites()
        own = [(one.code, one.name) for one in sites if not member.sites or one.id in member.sites]
        self.head = Head((now or datetime.now(tz=UTC)).date(), own, self)
        self._counting = LastAnswer(shell.tasks, self, done=self._show, refused=self.head.refuse)
        self.summary = SummaryPane(shell.centre.desk.may, self)
        self.behind = BehindPane(self)
        self.stack = QStackedWidget(self)
        for pane in (self.summary, self.behind):
            self.stack.addWidget(pane)
        self.column.addWidget(self.head)
        self.column.addWidget(self.stack, 1)
        self.papers = Papers(shell, self.head, self)
        self._connect()
        self.setFocusProxy(self.stack)
        self.stack.setFocusProxy(self.summary)
        self.refresh()

    def open(self, *target: object) -> None:
        """Show the week of a day, and with a second value the site with this code."""
        day, *site = target
        if site:
            self.head.choosing.show_site(None if site[0] is None else str(site[0]))
        if isinstance(day, date):
            self.head.choosing.show_week(day)

    def place(self) -> tuple[object, ...]:
        """Give the week and the site that are shown."""
        return self.head.choosing.monday, self.head.choosing.site()

    @Slot()
    def refresh(self) -> None:
        """Count the chosen week again."""
        monday, site = self.head.choosing.monday, self.head.choosing.site()
        self.head.wait()
        centre = self.shell.centre

        def count() -> Shown:
            report = centre.figures.report(monday, site)
            waiting = centre.behind_figures.not_recorded(monday, site, stop=report.week.stop)
            return Shown(report, week_page(report), waiting)

        self._counting.ask(count)

    @Slot(object, str)
    def open_figure(self, figure: Figure, words: str) -> None:
        """Show what stands behind a figure, as it was counted."""
        if self.shown is None:
            return
        week = self.shown.report.week
        work = partial(self.shell.centre.behind_figures.lines, figure, week.monday, week.site, stop=week.stop)
        self.shell.tasks.run(self, work, done=partial(self._show_behind, week, words), refused=self.shell.explain)

    @Slot()
    def back(self) -> None:
        """Go back to the summary."""
        self.head.choosing.show()
        self.stack.setCurrentWidget(self.summary)
        self.stack.setFocusProxy(self.summary)
        self.summary.resume()

    def _connect(self) -> None:
        head, summary, behind = self.head, self.summary, self.behind
        head.choosing.chosen.connect(self._turn)
        summary.opened.connect(self.open_figure)
        summary.marking.connect(partial(self.shell.go_to, "attendance"))
        behind.left.connect(self.back)
        behind.person_chosen.connect(partial(self.shell.go_to, "people"))
        behind.session_chosen.connect(partial(self.shell.go_to, "attendance"))

    @Slot()
    def _turn(self) -> None:
        if self.stack.currentWidget() is self.behind:
            self.back()
        self.refresh()

    def _show(self, shown: Shown) -> None:
        self.shown, self.papers.report = shown, shown.report
        self.head.rest()
        self.summary.show_week(shown)

    def _show_behind(self, week: WeeklyFigures, words: str, lines: list[BehindLine]) -> None:
        if (week.monday, week.site) != self.place():  # another week is named above by now
            return
        self.behind.show_behind(words, lines)
        self.head.choosing.hide()
        self.stack.setCurrentWidget(self.behind)
        self.stack.setFocusProxy(self.behind)
        self.behind.setFocus()
