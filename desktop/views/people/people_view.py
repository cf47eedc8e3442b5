"""The page of people: the list, and the file of the one opened from it."""

from functools import cached_property

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from desktop.errors import DeskError
from desktop.i18n import mark, tr
from desktop.rights import Permission
from desktop.views.people.file_view import FileView
from desktop.views.people.people_list import PeopleList
from desktop.views.shared.page import PageView
from desktop.views.shared.shell import Shell


class PeopleView(PageView):
    """Finds people, and shows the file of one."""

    shortcuts = (
        ("Ctrl+F", mark("Find a name or a code")),
        ("Ctrl+S", mark("Save the file that is open")),
    )

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.found = PeopleList(shell, self)
        if shell.centre.desk.may(Permission.IMPORT_CONVOY):
            self.found.beginning.offer(tr("Bring in a convoy’s list"), lambda: shell.go_to("arrivals"))
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.found)
        self.column.addWidget(self.stack, 1)
        self.found.chosen.connect(self.open)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.back)
        self.setFocusProxy(self.stack)
        self.stack.setFocusProxy(self.found)
        self.refresh()

    @cached_property
    def file(self) -> FileView:
        """Give the place of a file; built when the first one is opened, for the list alone shall be there at once."""
        made = FileView(self._shell, self)
        self.stack.addWidget(made)
        made.left.connect(self.back)
        made.named.connect(self.title_changed)
        return made

    def open(self, *target: object) -> None:
        """Show the file of the person with this code."""
        try:
            self.file.show_person(str(target[0]))
        except DeskError as refusal:
            self._shell.explain(refusal)
            return
        self.stack.setCurrentWidget(self.file)
        self.stack.setFocusProxy(self.file)
        self.file.setFocus()

    def place(self) -> tuple[object, ...]:
        """Give the code of the file that is open."""
        return (self.file.code,) if self._reads_a_file() else ()

    def put_away(self) -> None:
        """Keep what is typed, and check nothing any more: the file closes before the fields do."""
        if self.stack.count() > 1:
            self.file.keeping.put_away()

    @Slot()
    def refresh(self) -> None:
        """Read the list again, and the file that is open unless somebody writes in it."""
        self.found.refresh()
        if self._reads_a_file() and not self.file.form.writing:
            self.open(self.file.code)

    @Slot()
    def back(self) -> None:
        """Go back to the list, where the search stands as it was left."""
        if self._reads_a_file() and self.file.form.writing:
            self.file.form.setFocus()
            return
        self.title_changed.emit("")
        self.stack.setCurrentWidget(self.found)
        self.stack.setFocusProxy(self.found)
        self.found.refresh()
        self.found.sought.setFocus()
        self.found.sought.selectAll()

    def _reads_a_file(self) -> bool:
        return self.stack.currentWidget() is not self.found
