"""How the preview looks: the pages, what is under way or was refused, and what can be done."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.views.shared.discretion import discretion
from desktop.views.shared.empty_state import EmptyState
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.printing.paper import Paper
from desktop.views.shared.printing.paper_view import PaperView
from desktop.views.shared.printing.turning import Turning
from desktop.views.shared.progress import Progress
from desktop.views.shared.style import scaled


class Frame:
    """The widgets of a preview; it does nothing by itself."""

    def __init__(self, paper: Paper, dialog: QDialog) -> None:
        self.title = text_label(look="heading", parent=dialog)
        self.pages = PaperView(dialog)
        self.turning = Turning(self.pages, dialog)
        self.hidden = EmptyState("eye_off", tr("Names are hidden. F8 shows the paper again."), dialog)
        self.said = text_label(look="muted", wrap=True, parent=dialog)
        self.refusal = text_label(look="refusal", wrap=True, parent=dialog)
        self.progress = Progress(dialog)
        self.duplicate = QCheckBox(tr("&Duplicate"), dialog)
        self.duplicate.setToolTip(tr("Writes the word on each page; number, day and author stay."))
        self.printing = QPushButton(dialog)
        self.saving = QPushButton(tr("&Save as PDF…"), dialog)
        self.closing = QPushButton(dialog)
        self._draft = False
        self._dress()
        offered = [("Ctrl+P", self.printing)] + ([] if paper.on_paper_only else [("Ctrl+S", self.saving)])
        for keys, button in offered:
            QShortcut(QKeySequence(keys), dialog).activated.connect(button.click)
        self._lay_out(dialog)
        self.show_what_may_be_seen()

    def present(self, paper: Paper) -> None:
        """Name a paper and offer what can be done with it; of a draft nothing leaves before it is written down."""
        self._draft = paper.settle is not None
        self.title.setText(paper.title)
        self.duplicate.setVisible(paper.make_duplicate is not None)
        self.saving.setHidden(paper.on_paper_only or self._draft)
        self.printing.setText(tr("&Number and print…") if self._draft else tr("&Print…"))
        self.closing.setText(tr("&Back to the letter") if self._draft else tr("&Close"))
        self.printing.setDefault(not self._draft)
        self.printing.setAutoDefault(not self._draft)

    def wanted(self, window: QSize) -> QSize:
        """Give the size for a preview over a window: its height, and the width of a page."""
        return QSize(min(scaled(900), window.width() - 40), max(420, window.height() - 40))

    def wait(self, words: str, *, stoppable: bool = False) -> None:
        """Say what is under way; nothing else can be asked meanwhile."""
        self.refusal.hide()
        self.said.setText(words)
        self.progress.cancel.setVisible(stoppable)
        self.progress.start(words)
        self._enable(possible=False)

    def rest(self, words: str = "") -> None:
        """Say what was done, and let things be asked again."""
        self.refusal.hide()
        draft = tr("A draft: nothing is written down yet. It gets its number when you print it.") if self._draft else ""
        self.said.setText(words or draft)
        self.progress.end()
        self._enable(possible=self.pages.count() > 0)

    def refuse(self, refusal: DeskError) -> None:
        """Say why it could not be done; what can be tried again can be tried."""
        self.rest()
        self.refusal.setText(refusal.explain())
        self.refusal.show()

    def show_what_may_be_seen(self) -> None:
        """Show the pages, or hide them with every other name."""
        self.pages.setHidden(discretion.hides)
        self.hidden.setVisible(discretion.hides)

    def _enable(self, *, possible: bool) -> None:
        self.printing.setEnabled(possible)
        for button in (self.saving, self.duplicate):
            button.setEnabled(possible and not self._draft)
        if possible:
            # A draft is read first: Enter pressed twice must not use up a number.
            (self.pages if self._draft else self.printing).setFocus()
        self.turning.tell()

    def _dress(self) -> None:
        put_icon(self.printing, "print", "on_primary")
        put_icon(self.saving, "download")
        self.printing.setObjectName("primary")
        self.printing.setToolTip(tr("Choose the printer, the pages and the copies (Ctrl+P)"))
        self.saving.setToolTip(tr("Choose where the file goes (Ctrl+S)"))
        self.saving.setAutoDefault(False)
        self.closing.setAutoDefault(False)
        self.refusal.hide()

    def _lay_out(self, dialog: QDialog) -> None:
        head, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(dialog)
        head.addWidget(self.title, 1)
        head.addWidget(self.turning)
        foot.addWidget(self.duplicate)
        foot.addWidget(self.said, 1)
        for button in (self.closing, self.saving, self.printing):
            foot.addWidget(button)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        column.addWidget(self.hidden, 1)
        for widget in (self.refusal, self.progress):
            column.addWidget(widget)
        column.addLayout(foot)
