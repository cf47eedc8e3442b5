"""Whether the whole team reads every case of a compartment, with the names of those who then would."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.compartment_page import CompartmentLine
from desktop.views.compartments.pane import Pane
from desktop.views.compartments.words import listed, reading
from desktop.views.shared.labels import text_label
from desktop.views.shared.shell import Shell


class TeamPane(Pane):
    """Says in words who will read, and switches; the toast takes it back."""

    def __init__(self, shell: Shell, line: CompartmentLine, parent: QWidget) -> None:
        act = tr("&Each their own cases again") if line.team else tr("Let the whole tea&m read")
        super().__init__(shell, tr("Who reads: {room}", room=line.label), reading(line), act, parent)
        self._line = line
        self.what_then = text_label(_what_then(line), wrap=True, parent=self)
        self.when = text_label(
            tr("A case follows once its holder renews its key, on the page Follow-up."), "muted", wrap=True
        )
        for widget in (self.what_then, self.when):
            self.column.addWidget(widget)
        self.column.addStretch()
        self.act.clicked.connect(self._switch)
        self.setFocusProxy(self.leave)

    @Slot()
    def _switch(self) -> None:
        code, on = self._line.code, not self._line.team
        compartments = self.shell.centre.compartments
        try:
            compartments.let_team_read(code, on=on)
        except DeskError as refusal:
            self.refuse(refusal)
            return
        said = tr("The whole team will read.") if on else tr("Each will read their own cases.")
        self.end(said, lambda: compartments.let_team_read(code, on=not on))


def _what_then(line: CompartmentLine) -> str:
    if line.team:
        return tr(
            "Each will read only the cases they hold, supervise or stand in for. "
            "What was written until now was open to: {names}.",
            names=listed(line.holders),
        )
    return tr(
        "These people will read every case of this compartment, also what was written before: {names}. "
        "So will everybody who is let in later.",
        names=listed(line.holders),
    )
