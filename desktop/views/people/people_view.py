"""The page that finds people by name or code."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QLabel, QLineEdit

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.people import PeopleService
from desktop.views.people.people_table import Column, PeopleTable
from desktop.views.shared.page import PageView
from desktop.views.shared.tables import plain_table

PAUSE_MS = 150


class PeopleView(PageView):
    """A search field over the table of those it finds."""

    def __init__(self, people: PeopleService) -> None:
        super().__init__()
        self.table = PeopleTable(people.search)
        self.sought = QLineEdit(self)
        self.sought.setPlaceholderText(tr("Find a name or a code"))
        self.sought.setAccessibleName(tr("Find a name or a code"))
        self.sought.setClearButtonEnabled(True)
        self.empty = QLabel(self)
        self.empty.setObjectName("muted")
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.lines = plain_table(self.table, tr("People"), self, wide=Column.NAME)
        for widget in (self.sought, self.empty, self.lines):
            self.column.addWidget(widget)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self.sought.textChanged.connect(self._pause.start)
        self.setFocusProxy(self.sought)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Search again for what is typed."""
        self._pause.stop()
        text = self.sought.text()
        try:
            self.table.show_found(text)
        except DeskError as refusal:
            self.empty.setText(refusal.explain())
        else:
            self.empty.setText(
                tr("Nobody answers to “{sought}”. Try the beginning of the name.", sought=text)
                if text
                else tr("Nobody is written down yet. Bring in a convoy’s list to begin.")
            )
        self.empty.setVisible(self.table.rowCount() == 0)
