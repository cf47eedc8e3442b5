"""What the window does at a key, from any page."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from desktop.i18n import tr
from desktop.views.shared.discretion import discretion
from desktop.views.shared.page import Page, PageView
from desktop.views.shared.shell import Shell
from desktop.views.window.finding import PAGE, Finder, Found, action
from desktop.views.window.header import Header
from desktop.views.window.own_password import OwnPasswordDialog
from desktop.views.window.palette import Palette
from desktop.views.window.shortcuts import ShortcutSheet
from desktop.views.window.sidebar import Sidebar


class Commands(QObject):
    """Ties the keys that work everywhere to a window, and offers the same acts to Ctrl+K."""

    locked = Signal()
    handed_over = Signal()
    guide_asked = Signal(str)  # name of the page one is on

    def __init__(
        self, window: QMainWindow, header: Header, sidebar: Sidebar, shell: Shell, pages: Sequence[Page],
        page: Callable[[], PageView | None],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._window, self._header, self._sidebar = window, header, sidebar
        self._shell, self._pages, self._page = shell, pages, page
        header.search.clicked.connect(self.open_palette)
        header.keys.clicked.connect(self.show_keys)
        header.guide.clicked.connect(self.open_guide)
        header.display.own_password.triggered.connect(self.change_password)
        window.addAction(header.display.hide_names)
        shell.lock_asked.connect(self.locked)
        for keys, act in (
            ("Ctrl+K", self.open_palette),
            ("Ctrl+F1", self.show_keys),
            ("F1", self.open_guide),
            ("Ctrl+PgDown", lambda: sidebar.step(1)),
            ("Ctrl+PgUp", lambda: sidebar.step(-1)),
            ("Ctrl+I", shell.raise_worry),
            ("Ctrl+L", self.locked.emit),
            ("Ctrl+Shift+L", self.handed_over.emit),
            ("Ctrl+Q", window.close),
        ):
            QShortcut(QKeySequence(keys), window).activated.connect(act)

    def open_palette(self) -> None:
        """Open the field that finds everything."""
        finder = Finder(self._shell, [page.name for page in self._pages], [*self._page_lines(), *self._acts()])
        Palette(finder.find, self._window).show()

    def show_keys(self) -> None:
        """List the keys."""
        page = self._page()
        ShortcutSheet(self._header.title.text(), page.shortcuts if page else (), self._window).open()

    def open_guide(self) -> None:
        """Open the guide at the page one is on."""
        row = self._sidebar.currentRow()
        self.guide_asked.emit(self._pages[row].name if row >= 0 else "")

    @Slot()
    def change_password(self) -> None:
        """Let whoever is signed in choose another password."""
        OwnPasswordDialog(self._shell, self._window).open()

    def _page_lines(self) -> list[Found]:
        return [
            Found(page.icon, tr(page.title).replace("&", ""), tr(PAGE), partial(self._shell.go_to, page.name))
            for page in self._pages
        ]

    def _acts(self) -> list[Found]:
        return [
            action("concern", tr("Raise a worry"), self._shell.raise_worry),
            action("lock", tr("Lock"), self.locked.emit),
            action("switch_user", tr("Let a colleague sign in"), self.handed_over.emit),
            action("lock", tr("Change my password…"), self.change_password),
            action("eye_off", tr("Hide names, or show them again"), discretion.toggle),
            action("keyboard", tr("Keys"), self.show_keys),
            action("guide", tr("Guide"), self.open_guide),
            *(action("theme", one.text(), one.trigger) for one in self._header.display.choices()),
        ]
