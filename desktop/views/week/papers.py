"""The week on paper, and as a file for a calendar."""

from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.formats import week_told
from desktop.i18n import tr
from desktop.services.saving import save
from desktop.services.sessions import monday_of
from desktop.services.week_calendar import CalendarService
from desktop.views.shared.printing.asking import ask_file
from desktop.views.shared.printing.paper import Paper
from desktop.views.shared.printing.preview import show_paper
from desktop.views.shared.shell import Shell
from desktop.views.week.bar import WeekBar
from desktop.views.week.looking import Looking


class WeekPapers(QObject):
    """Shows, prints and saves the week that is looked at, as it is published."""

    def __init__(self, shell: Shell, look: Looking, bar: WeekBar, page: QWidget) -> None:
        super().__init__(page)
        self._shell, self._look, self._page = shell, look, page
        bar.print.clicked.connect(self.preview)
        bar.calendar.triggered.connect(self.ask_where)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), page).activated.connect(bar.print.click)

    @Slot()
    def preview(self) -> None:
        """Show the week as it will be printed."""
        monday, site = monday_of(self._look.day), self._look.site
        make = partial(self._shell.centre.sheets.week_plan, monday, site)
        name = f"{tr('week')}-{monday:%Y-%m-%d}-{site}.pdf"
        show_paper(self._shell, Paper(title=week_told(monday), file_name=name, make=make), self._page)

    @Slot()
    def ask_where(self) -> None:
        """Ask where the calendar file goes."""
        monday = monday_of(self._look.day)
        ask_file(self._page, f"{tr('week')}-{monday:%Y-%m-%d}.ics", partial(self.save_calendar, monday))

    def save_calendar(self, monday: date, target: Path) -> None:
        """Write the calendar file of a week beside the screen."""
        work = partial(_write_calendar, self._shell.centre.calendar, monday, target)
        self._shell.tasks.run(self, work, done=self._saved, refused=self._shell.explain)

    def _saved(self, target: Path) -> None:
        self._shell.toast(tr("Saved: {path}", path=target))


def _write_calendar(calendar: CalendarService, monday: date, target: Path) -> Path:
    """Make the file in memory, so that nothing half made stays where the place takes no file."""
    made = BytesIO()
    calendar.export(monday, 1, made)
    return save(made.getvalue(), target)
