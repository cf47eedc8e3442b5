"""What is above the summary: the week and the site, the papers, and how far the figures go."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.formats import week_told
from desktop.i18n import tr
from desktop.views.reports.choosing import Choosing
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.progress import Progress


class Head(QWidget):
    """The choosers and what they chose in words; it counts nothing itself."""

    def __init__(self, today: date, sites: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choosing = Choosing(today, sites, self)
        self.workbook = QPushButton(tr("Spreadsheet…"), self)
        self.printing = QPushButton(tr("Preview and print"), self)
        self.printing.setObjectName("primary")
        self.words = text_label(look="heading", wrap=True, parent=self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.progress = Progress(self)
        self.progress.cancel.hide()
        self._lay_out()

    def wait(self) -> None:
        """Name the week that is being counted; its papers wait for the figures."""
        self.words.setText(week_told(self.choosing.monday))
        self._begin(tr("The figures are being counted…"))

    def save_begins(self) -> None:
        """Say that the file is being written."""
        self._begin(tr("The file is being written…"))

    def rest(self) -> None:
        """Let things be asked again."""
        self.progress.end()
        self.refusal.hide()
        self._enable(possible=True)

    def refuse(self, refusal: DeskError) -> None:
        """Say why it could not be done."""
        self.rest()
        self.refusal.setText(refusal.explain())
        self.refusal.show()

    def _begin(self, words: str) -> None:
        self.refusal.hide()
        self._enable(possible=False)
        self.progress.start(words)

    def _enable(self, *, possible: bool) -> None:
        for button in (self.workbook, self.printing):
            button.setEnabled(possible)

    def _lay_out(self) -> None:
        put_icon(self.workbook, "download")
        put_icon(self.printing, "print", "on_primary")
        self.workbook.setToolTip(tr("Save the summary as a spreadsheet (Ctrl+S)"))
        self.printing.setToolTip(tr("See the summary as it will be printed, then print it or save it as PDF (Ctrl+P)"))
        for button in (self.workbook, self.printing):
            self.choosing.row.addWidget(button)
        self.refusal.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.choosing, self.words, self.refusal, self.progress):
            column.addWidget(widget)
