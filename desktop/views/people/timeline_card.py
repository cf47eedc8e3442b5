"""What happened to somebody, in the order of time, the older part on demand."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.i18n import tr
from desktop.views.people.event_lines import event_line
from desktop.views.shared.card import Card
from desktop.views.shared.shell import Shell

LATEST = 12


class TimelineCard(Card):
    """One list of returns, stays, beds, marks and consents, as far as the reader may see them."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(tr("Timeline"), parent)
        self._shell, self._code, self._shown = shell, "", LATEST
        self.older = QPushButton(tr("Show older ones"), self)
        self.older.clicked.connect(self._show_older)

    def show_person(self, code: str) -> None:
        """Show what happened to somebody; of somebody else the latest only."""
        if code != self._code:
            self._code, self._shown = code, LATEST
        told = self._shell.centre.person_page.timeline(code, self._shown)
        self.show_lines([event_line(one) for one in told.events], tr("Nothing is written down yet."))
        self.column.addWidget(self.older)  # below the lines, which were just made anew
        self.older.setVisible(told.older)

    @Slot()
    def _show_older(self) -> None:
        self._shown *= 2
        self.show_person(self._code)
