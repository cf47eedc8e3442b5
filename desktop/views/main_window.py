"""The main window: holds the pages and introduces them to one another."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.views.pages import PAGES
from desktop.views.shared.icons import put_icon, retint
from desktop.views.shared.labels import text_label
from desktop.views.shared.page import PageView
from desktop.views.shared.shell import Shell
from desktop.views.shared.style import scaled
from desktop.views.shared.toast import Toast
from desktop.views.window.header import Header
from desktop.views.window.sidebar import Sidebar


class MainWindow(QMainWindow):
    """A sidebar by role, a header, the page and a status strip in words."""

    locked = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.setWindowTitle("Jatigi")
        self.resize(1280, 680)
        self._shell = shell
        self._pages = [page for page in PAGES if page.opens_for(shell)]
        self._built: dict[int, PageView] = {}
        self._titles: dict[int, str] = {}
        self.sidebar = Sidebar(self._pages, self)
        self.header = Header(self)
        self.title = self.header.title
        self.stack = QStackedWidget(self)
        self.lock = QPushButton(tr("Lock"), self)
        self._lay_out()
        self.toast = Toast(self)
        self._connect()
        self.statusBar().addWidget(
            text_label(tr("The encrypted file is open: {folder}", folder=shell.centre.folder.name))
        )
        self.sidebar.setCurrentRow(0)

    @Slot(int)
    def show_page(self, row: int) -> None:
        """Show a page, built now if this is the first visit, read again if it is not."""
        if not 0 <= row < len(self._pages):
            return
        page = self._built.get(row)
        if page is None:
            page = self._built[row] = self._pages[row].build(self._shell)
            page.title_changed.connect(lambda title, row=row: self._name(row, title))
            self.stack.addWidget(page)
        else:
            page.refresh()
        self._name(row, self._titles.get(row, ""))
        self.stack.setCurrentWidget(page)

    @Slot(str, tuple)
    def go_to(self, name: str, target: tuple[object, ...] = ()) -> None:
        """Show the page called `name` and there `target`; a page that is not in the sidebar stays closed."""
        names = self.page_names()
        if name in names:
            row = names.index(name)
            self.sidebar.setCurrentRow(row)
            if target:
                self._built[row].open(*target)
            self._built[row].setFocus()

    def page_names(self) -> list[str]:
        """Give the short names of the pages in the sidebar, from the top."""
        return [page.name for page in self._pages]

    def put_away(self) -> None:
        """Let every page keep what is unfinished, before the window goes."""
        for page in self._built.values():
            page.put_away()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the icons again when the theme changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            retint(self)

    def _name(self, row: int, title: str) -> None:
        self._titles[row] = title
        if row == self.sidebar.currentRow():
            self.title.setText(title or tr(self._pages[row].title).replace("&", ""))

    def _connect(self) -> None:
        self.sidebar.currentRowChanged.connect(self.show_page)
        self._shell.toasted.connect(self.toast.say)
        self._shell.going.connect(self.go_to)
        self.lock.clicked.connect(self.locked)
        for keys, act in (
            ("Ctrl+PgDown", lambda: self.sidebar.step(1)),
            ("Ctrl+PgUp", lambda: self.sidebar.step(-1)),
            ("Ctrl+L", self.locked.emit),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _lay_out(self) -> None:
        whole = QWidget(self)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side())
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.stack, 1)
        row.addLayout(column, 1)
        self.setCentralWidget(whole)

    def _side(self) -> QWidget:
        side = QWidget(self)
        side.setObjectName("side")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setFixedWidth(max(scaled(200), self.sidebar.wide_enough() + 28))
        self.lock.setObjectName("onSidebar")
        put_icon(self.lock, "lock", "sidebar_text", 18)
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(8)
        column.addWidget(text_label("Jatigi", "brand", parent=side))
        column.addWidget(self.sidebar, 1)
        column.addWidget(text_label(self._shell.centre.member.name, "member", parent=side))
        column.addWidget(self.lock)
        return side
