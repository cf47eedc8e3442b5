"""The summary on paper and as a workbook, as it is on the screen."""

from functools import partial
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.formats import short_date
from desktop.i18n import tr
from desktop.services.figures import WeeklyFigures, WeeklyReport
from desktop.services.saving import save
from desktop.services.sheets import SheetService
from desktop.views.reports.head import Head
from desktop.views.shared.printing.asking import ask_file
from desktop.views.shared.printing.paper import Paper
from desktop.views.shared.printing.preview import show_paper
from desktop.views.shared.shell import Shell


class Papers(QObject):
    """Shows, prints and saves the summary whose figures are on the screen."""

    def __init__(self, shell: Shell, head: Head, page: QWidget) -> None:
        super().__init__(page)
        self.report: WeeklyReport | None = None
        self._shell, self._head, self._page = shell, head, page
        head.printing.clicked.connect(self.preview)
        head.workbook.clicked.connect(self.ask_where)
        for keys, button in (("Ctrl+P", head.printing), ("Ctrl+S", head.workbook)):
            QShortcut(QKeySequence(keys), page).activated.connect(button.click)

    @Slot()
    def preview(self) -> None:
        """Show the summary as it will be printed."""
        if self.report is not None:
            show_paper(self._shell, _paper(self._shell.centre.sheets, self.report), self._page)

    @Slot()
    def ask_where(self) -> None:
        """Ask where the workbook goes."""
        if self.report is not None:
            ask_file(self._page, _file_name(self.report.week, "xlsx"), partial(self.save_workbook, self.report))

    def save_workbook(self, report: WeeklyReport, target: Path) -> None:
        """Write the workbook beside the screen."""
        self._head.save_begins()
        work = partial(_write_workbook, self._shell.centre.sheets, report, target)
        self._shell.tasks.run(self, work, done=self._saved, refused=self._head.refuse)

    def _saved(self, target: Path) -> None:
        self._head.rest()
        self._shell.toast(tr("Saved: {path}", path=target))


def _paper(sheets: SheetService, report: WeeklyReport) -> Paper:
    week = report.week
    title = tr("Weekly summary, {first} to {last}", first=short_date(week.monday), last=short_date(week.sunday))
    return Paper(title=title, file_name=_file_name(week, "pdf"), make=partial(sheets.weekly_summary, report))


def _write_workbook(sheets: SheetService, report: WeeklyReport, target: Path) -> Path:
    """Make the workbook in memory, so that nothing half made stays where the place takes no file."""
    made = BytesIO()
    sheets.weekly_workbook(report, made)
    return save(made.getvalue(), target)


def _file_name(week: WeeklyFigures, suffix: str) -> str:
    site = f"-{week.site}" if week.site else ""
    return f"{tr('weekly-summary')}-{week.monday:%Y-%m-%d}{site}.{suffix}"
