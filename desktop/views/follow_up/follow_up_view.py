"""The page of follow-up: the list of cases, one case, the note being written, the tray of worries."""

from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut

from desktop.i18n import mark
from desktop.views.follow_up.case_acts import CaseActs
from desktop.views.follow_up.holder_acts import HolderActs
from desktop.views.follow_up.parts import Parts
from desktop.views.follow_up.tray_acts import TrayActs
from desktop.views.shared.page import PageView
from desktop.views.shared.shell import Shell


class FollowUpView(PageView):
    """Shows what its reader holds the key to; every text is forgotten when it is left."""

    shortcuts: ClassVar[tuple[tuple[str, str], ...]] = (("Ctrl+N", mark("Write a note, or open a case")),)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        centre = shell.centre
        held = centre.compartments.held()
        rooms = {code: words for code, words in centre.compartments.names().items() if code in held}
        self.parts = Parts(shell, rooms, self)
        self.acts = CaseActs(shell, self.parts, rooms)
        self.tray_acts = TrayActs(shell, self.parts.tray, self, self.acts.show_case)
        self.column.addWidget(self.parts, 1)
        self.setFocusProxy(self.parts)
        self._connect()
        self.parts.turn_to(self.parts.found)
        self.acts.refresh()

    def open(self, *target: object) -> None:
        """Show a case by its key, or the case of the person with this code, or offer to open one."""
        self.parts.editor.put_away()
        if isinstance(target[0], UUID):
            self.acts.show_case(target[0])
            return
        line = next((one for one in self._shell.centre.cases.cases() if one.person_code == target[0]), None)
        if line is not None:
            self.acts.show_case(line.id)
        else:
            self.acts.ask_to_open(str(target[0]))

    def place(self) -> tuple[object, ...]:
        """Give the case that is open."""
        return (self.parts.case.line.id,) if self.parts.shows_case() and self.parts.case.line else ()

    def put_away(self) -> None:
        """Keep the note that is being written, and forget every text."""
        self.parts.wipe()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the note when another page is shown."""
        super().hideEvent(event)
        self.parts.editor.keeper.keep()

    @Slot()
    def refresh(self) -> None:
        """Read again what is shown; a note that is being written stays as it is."""
        if self.parts.currentWidget() is self.parts.tray:
            self.tray_acts.show()
        self.acts.refresh()

    @Slot()
    def begin(self) -> None:
        """Write a note in the case that is open; on the list, open a case."""
        if self.parts.shows_case():
            self.acts.write()
        elif self.parts.currentWidget() is self.parts.found:
            self.acts.ask_to_open()

    @Slot()
    def show_tray(self) -> None:
        """Show the worries that wait."""
        self.parts.turn_to(self.parts.tray)
        self.tray_acts.show()

    def _connect(self) -> None:
        case, holders = self.parts.case, HolderActs(self._shell, self, self.acts.refresh)
        self.parts.found.tray_asked.connect(self.show_tray)
        for button, act in (
            (case.lend, holders.lend),
            (case.hand, holders.hand_over),
            (case.supervise, holders.supervise),
        ):
            button.clicked.connect(lambda _, act=act: case.line and act(case.line))
        case.file_asked.connect(lambda code: self._shell.go_to("people", code))
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.begin)
