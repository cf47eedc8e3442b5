"""A paper that is looked at before it is written down, and then goes to the printer as what it became."""

from threading import Event

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.i18n import tr
from desktop.views.shared.printing.paper import Paper
from desktop.views.shared.printing.preview import PrintPreview
from desktop.views.shared.shell import Host


class DraftPreview(PrintPreview):
    """Shows a draft, of which nothing leaves; printing writes it down first."""

    settled = Signal(object)  # the Paper that the draft became

    @Slot()
    def ask_printer(self) -> None:
        """Write the draft down and then ask for a printer; what was written down is never written twice."""
        if self._paper.settle is None:
            super().ask_printer()
            return
        self._stop = Event()  # not to be closed meanwhile: what it became shall be shown
        self.frame.wait(tr("The paper gets its number…"))
        self._shell.tasks.run(self, self._paper.settle, done=self._was_settled, refused=self._broke_off)

    def _was_settled(self, paper: Paper) -> None:
        self._stop = None
        self.present(paper)
        self._show(b"")  # were the paper refused now, no draft of it could be printed
        self.settled.emit(paper)
        self.frame.wait(tr("The paper is being set…"))
        self._shell.tasks.run(self, paper.content, done=self._print_settled, refused=self.frame.refuse)

    def _print_settled(self, content: bytes) -> None:
        self._show(content)
        self.ask_printer()


def show_draft(shell: Host, paper: Paper, parent: QWidget) -> DraftPreview:
    """Show a draft over the page it belongs to."""
    shown = DraftPreview(shell, paper, parent)
    shown.open()
    return shown
