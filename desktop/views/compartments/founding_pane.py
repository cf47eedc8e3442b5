"""Founding a compartment: its paper made in memory, printed, read back, and only then the compartment itself."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.compartment_page import CompartmentLine, Founding
from desktop.views.compartments.pane import Pane
from desktop.views.shared.printing.read_back import ReadBack
from desktop.views.shared.progress import Progress
from desktop.views.shared.shell import Shell


class FoundingPane(Pane):
    """Leads the first holder through; left before the end, no compartment exists and the paper opens nothing."""

    def __init__(self, shell: Shell, line: CompartmentLine, parent: QWidget) -> None:
        words = tr(
            "Do this alone. The paper opens the cases of this compartment when no holder is left. "
            "Somebody of this work keeps it in a closed envelope, apart from the vault’s paper. "
            "It is never photographed."
        )
        super().__init__(shell, tr("Found: {room}", room=line.label), words, tr("Fou&nd the compartment"), parent)
        self._line = line
        self.made: Founding | None = None
        self.progress = Progress(self)
        self.progress.cancel.hide()
        self.paper = ReadBack(shell, self)
        self.column.addWidget(self.progress)
        self.column.addWidget(self.paper)
        self.column.addStretch()
        self.paper.changed.connect(self._tell)
        self.act.clicked.connect(self._found)
        self.setFocusProxy(self.paper)
        self.follow(self.paper.show_paper)
        self._tell()
        self.progress.start(tr("The paper is being made…"))
        pages = shell.centre.compartment_page
        shell.tasks.run(self, lambda: pages.begin(line.code), done=self._offer, refused=self._go_without)

    def forget(self) -> None:
        """Take the paper from the screen, and forget its code."""
        self.paper.withdraw()
        self.made = None

    def _offer(self, made: Founding) -> None:
        self.progress.end()
        self.made = made
        self.paper.offer(made.paper, made.asked)

    def _go_without(self, refusal: DeskError) -> None:
        self.progress.end()
        self.refuse(refusal)
        self.act.setEnabled(False)  # there is no paper to read back

    @Slot()
    def _tell(self) -> None:
        self.allow(possible=self.paper.is_typed(), why_not=tr("Type the two groups from the paper first."))

    @Slot()
    def _found(self) -> None:
        made = self.made
        if made is not None and self.paper.agrees(made.type_back):
            self.act.setEnabled(False)
            self.shell.tasks.run(self, made.finish, done=lambda _: self._done(), refused=self.refuse)

    def _done(self) -> None:
        self.end(tr("{room} is founded: you hold its key. Let colleagues in face to face.", room=self._line.label))
