"""The page: a calm list of sections on the left, the chosen one beside it."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget

from desktop.i18n import tr
from desktop.views.administration.section import Section
from desktop.views.administration.sections import SECTIONS
from desktop.views.shared.icons import icon
from desktop.views.shared.page import PageView
from desktop.views.shared.shell import Shell
from desktop.views.shared.style import scaled

_LIST_WIDTH, _LINE_HEIGHT, _CHOICE_HEIGHT, _WIDE_ENOUGH = 190, 40, 34, 820


class AdministrationView(PageView):
    """Shows the sections that the rights of whoever is signed in open."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._entries = [entry for entry in SECTIONS if shell.centre.desk.may(entry.needs)]
        self._built: dict[int, Section] = {}
        self.names, self.choice = QListWidget(self), QComboBox(self)
        self.stack = QStackedWidget(self)
        for entry in self._entries:
            QListWidgetItem(icon(entry.icon), tr(entry.title), self.names).setSizeHint(QSize(0, scaled(_LINE_HEIGHT)))
            self.choice.addItem(tr(entry.title))
        for widget in (self.names, self.choice):
            widget.setAccessibleName(tr("Sections of the administration"))
        self.names.setFixedWidth(scaled(_LIST_WIDTH))
        self.choice.setMinimumHeight(scaled(_CHOICE_HEIGHT))
        self.choice.hide()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.names)
        row.addWidget(self.stack, 1)
        self.column.addWidget(self.choice)
        self.column.addLayout(row, 1)
        self.names.currentRowChanged.connect(self._show)
        self.choice.activated.connect(self.names.setCurrentRow)
        self.setFocusProxy(self.names)
        self.names.setCurrentRow(0)

    def open(self, *target: object) -> None:
        """Show the section of this name."""
        names = [entry.name for entry in self._entries]
        if target and str(target[0]) in names:
            self.names.setCurrentRow(names.index(str(target[0])))

    def place(self) -> tuple[object, ...]:
        """Give the name of the section that is shown."""
        return (self._entries[self.names.currentRow()].name,)

    @Slot()
    def refresh(self) -> None:
        """Read the shown section again."""
        self.section().refresh()

    def section(self) -> Section:
        """Give the section that is shown."""
        return self._built[self.names.currentRow()]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Turn the list into one line where there is little room: the work needs it more."""
        super().resizeEvent(event)
        wide = self._is_wide()
        self.names.setVisible(wide)
        self.choice.setVisible(not wide)
        self.setFocusProxy(self.names if wide else self.choice)
        self.section().fold(narrow=not wide)

    def _is_wide(self) -> bool:
        return self.width() >= scaled(_WIDE_ENOUGH)

    @Slot(int)
    def _show(self, row: int) -> None:
        section = self._built.get(row)
        if section is None:
            section = self._built[row] = self._entries[row].build(self._shell, self)
            self.stack.addWidget(section)
        section.fold(narrow=not self._is_wide())
        section.refresh()
        self.choice.setCurrentIndex(row)
        self.stack.setCurrentWidget(section)
