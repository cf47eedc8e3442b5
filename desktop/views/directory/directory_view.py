"""The page of the directory: the list of services, and the sheet of the one opened from it."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.rights import Permission
from desktop.services.directory import ServiceEntry
from desktop.views.directory.service_sheet import ServiceSheet
from desktop.views.directory.services_list import ServicesList
from desktop.views.shared.page import PageView
from desktop.views.shared.shell import Shell


class DirectoryView(PageView):
    """Finds services, and shows one."""

    shortcuts = (("Ctrl+F", mark("Find a service")), ("Ctrl+S", mark("Save the service that is open")))

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell, self._directory = shell, shell.centre.directory
        may_edit = shell.centre.desk.may(Permission.EDIT_DIRECTORY)
        self.found = ServicesList(self, may_edit=may_edit)
        self.sheet = ServiceSheet(shell, self, may_edit=may_edit)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.found)
        self.stack.addWidget(self.sheet)
        self.column.addWidget(self.stack, 1)
        self.found.chosen.connect(self.open)
        self.found.new_asked.connect(self._begin_new)
        self.sheet.left.connect(self.back)
        for keys in ("Ctrl+F", "Escape"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.back)
        self.setFocusProxy(self.stack)
        self.stack.setFocusProxy(self.found)
        self.refresh()

    def open(self, *target: object) -> None:
        """Show the sheet of the service with this code."""
        try:
            entry = self._directory.service(str(target[0]))
        except DeskError as refusal:
            self._shell.explain(refusal)
            return
        self.sheet.show_service(entry)
        self._turn_to_sheet()

    def place(self) -> tuple[object, ...]:
        """Give the code of the service that is open."""
        shown = self.stack.currentWidget() is self.sheet and self.sheet.entry.code
        return (self.sheet.entry.code,) if shown else ()

    @Slot()
    def refresh(self) -> None:
        """Read the directory again, unless somebody writes in a sheet."""
        if self.sheet.writing and self.stack.currentWidget() is self.sheet:
            return
        try:
            self.found.show_services(self._directory.services())
        except DeskError as refusal:
            self._shell.explain(refusal)

    @Slot()
    def back(self) -> None:
        """Go back to the list, where the search stands as it was left; a sheet that is written in stays."""
        if self.sheet.writing and self.sheet.isVisible():
            self.sheet.fields.setFocus()
            return
        self.stack.setCurrentWidget(self.found)
        self.stack.setFocusProxy(self.found)
        self.refresh()
        self.found.sought.setFocus()

    @Slot()
    def _begin_new(self) -> None:
        self.sheet.show_service(ServiceEntry(code="", organisation="", name=self.found.sought.text().strip()))
        self._turn_to_sheet()
        self.sheet.write()

    def _turn_to_sheet(self) -> None:
        self.stack.setCurrentWidget(self.sheet)
        self.stack.setFocusProxy(self.sheet)
        self.sheet.setFocus()
