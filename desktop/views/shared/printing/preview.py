"""A paper on the screen before it is on paper."""

from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr, trn
from desktop.services.saving import save
from desktop.views.shared.discretion import discretion
from desktop.views.shared.printing.asking import ask_file, ask_printer
from desktop.views.shared.printing.frame import Frame
from desktop.views.shared.printing.paper import Paper
from desktop.views.shared.printing.printer import print_paper
from desktop.views.shared.shell import Host


class PrintPreview(QDialog):
    """Shows a paper made beside the screen; prints it as often as wanted, or saves it. Nothing lies on the disk."""

    def __init__(self, shell: Host, paper: Paper, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell = shell
        self._content = b""
        self._stop: Event | None = None
        self.frame = Frame(paper, self)
        self.present(paper)
        self.resize(self.frame.wanted(parent.window().size()))
        self.frame.printing.clicked.connect(self.ask_printer)
        self.frame.saving.clicked.connect(lambda: ask_file(self, self._paper.file_name, self.save))
        self.frame.closing.clicked.connect(self.reject)
        self.frame.duplicate.toggled.connect(self.make)
        self.frame.progress.cancelled.connect(self._stop_printing)
        for keys, act in (("F8", discretion.toggle), ("Ctrl+L", shell.lock), ("Ctrl+Shift+L", shell.lock)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        discretion.changed.connect(self._names_changed)
        self.make()

    def present(self, paper: Paper) -> None:
        """Name the paper that is shown, and offer what can be done with it."""
        self._paper = paper
        self.setWindowTitle(paper.title)
        self.frame.present(paper)

    @Slot()
    def make(self) -> None:
        """Make the paper, as itself or as a duplicate."""
        self.frame.wait(tr("The paper is being set…"))
        work = partial(self._paper.content, duplicate=self.frame.duplicate.isChecked())
        self._shell.tasks.run(self, work, done=self._show, refused=self.frame.refuse)

    @Slot()
    def ask_printer(self) -> None:
        """Ask for a printer, pages and copies, then print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        ask_printer(self, self._paper, self.frame.pages.count(), printer, partial(self.print_on, printer))

    def print_on(self, printer: QPrinter) -> None:
        """Print beside the screen; the paper and its number stay the same however often it is tried."""
        self._stop = Event()
        self.frame.wait(tr("The paper goes to the printer…"), stoppable=True)
        work = partial(print_paper, self._content, printer, self.frame.pages.page(), self._stop)
        self._shell.tasks.run(self, work, done=self._printed, refused=self._broke_off)

    def save(self, target: Path) -> None:
        """Write the file beside the screen: a key is slow."""
        self.frame.wait(tr("The file is being written…"))
        saved = tr("Saved: {path}", path=target)
        work = partial(save, self._content, target)
        self._shell.tasks.run(self, work, done=lambda _: self.frame.rest(saved), refused=self.frame.refuse)

    def reject(self) -> None:
        """Close, but not while pages leave: what became of them shall be read."""
        if self._stop is None:
            super().reject()

    def _show(self, content: bytes) -> None:
        self._content = content
        self.frame.pages.show_paper(content)
        self.frame.rest()

    def _printed(self, pages: int) -> None:
        self._stop = None
        self.frame.rest(trn("{n} page went to the printer.", "{n} pages went to the printer.", pages))

    def _broke_off(self, refusal: DeskError) -> None:
        self._stop = None
        self.frame.refuse(refusal)

    @Slot()
    def _names_changed(self) -> None:
        self.frame.show_what_may_be_seen()

    @Slot()
    def _stop_printing(self) -> None:
        if self._stop is not None:
            self._stop.set()


def show_paper(shell: Host, paper: Paper, parent: QWidget) -> PrintPreview:
    """Show a paper over the page it belongs to."""
    shown = PrintPreview(shell, paper, parent)
    shown.open()
    return shown
