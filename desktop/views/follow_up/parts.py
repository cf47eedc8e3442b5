"""The parts of the page, of which one is shown."""

from collections.abc import Mapping

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.views.follow_up.case_pane import CasePane
from desktop.views.follow_up.cases_list import CasesList
from desktop.views.follow_up.note_editor import NoteEditor
from desktop.views.follow_up.tray_pane import TrayPane
from desktop.views.shared.shell import Shell


class Parts(QStackedWidget):
    """The list of cases, one case, the note being written, the tray."""

    def __init__(self, shell: Shell, rooms: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.found, self.case = CasesList(rooms, self), CasePane(self)
        self.editor, self.tray = NoteEditor(shell, self), TrayPane(rooms, self)
        for part in (self.found, self.case, self.editor, self.tray):
            self.addWidget(part)

    def turn_to(self, part: QWidget) -> None:
        """Show a part, and let it be typed in."""
        self.setCurrentWidget(part)
        self.setFocusProxy(part)
        part.setFocus()

    def shows_case(self) -> bool:
        """Say whether a case is open on the screen."""
        return self.currentWidget() is self.case and self.case.line is not None

    def wipe(self) -> None:
        """Keep the note that is being written, and forget every text."""
        self.editor.put_away()
        self.case.timeline.wipe()
        self.tray.wipe()
