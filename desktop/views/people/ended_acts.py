"""What can be done about a stay that ended: the sheet of a handover, and coming back."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.person_page import StayLine
from desktop.views.shared.flow import Flow
from desktop.views.shared.printing.paper import Paper
from desktop.views.shared.printing.preview import show_paper
from desktop.views.shared.shell import Shell


class EndedActs(QWidget):
    """Two buttons about the latest stay, each shown only where it has a meaning."""

    changed = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._stay: StayLine | None = None
        self.sheet = QPushButton(tr("Handover sheet…"), self)
        self.returned = QPushButton(tr("They came back"), self)
        row = Flow(self)
        row.addWidget(self.sheet)
        row.addWidget(self.returned)
        self.sheet.clicked.connect(self.show_sheet)
        self.returned.clicked.connect(self._come_back)
        self.hide()

    def show_stay(self, stay: StayLine | None) -> None:
        """Offer what can be done about a stay that ended, or nothing."""
        self._stay = stay
        self.sheet.setVisible(stay is not None and stay.handed_over)
        self.returned.setVisible(stay is not None and stay.may_come_back)
        self.setVisible(stay is not None and (stay.handed_over or stay.may_come_back))

    @Slot()
    def show_sheet(self) -> None:
        """Show the sheet to print and sign."""
        if self._stay is None:
            return
        title = tr("Handover sheet")
        make = partial(self._shell.centre.departures.handover_sheet, self._stay.id)
        show_paper(self._shell, Paper(title=title, file_name=f"{title}.pdf", make=make), self)

    @Slot()
    def _come_back(self) -> None:
        if self._stay is None:
            return
        try:
            self._shell.centre.departures.come_back(self._stay.id)
        except DeskError as refusal:
            self._shell.explain(refusal)
            return
        self.changed.emit()
        self._shell.toast(tr("Their stay is open again. Give them a bed if they have none."))
