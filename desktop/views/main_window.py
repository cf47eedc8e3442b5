"""The main window: holds the pages and introduces them to one another."""

from functools import partial

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.services.standing import Standing
from desktop.views.guide.guide_window import open_guide
from desktop.views.pages import PAGES
from desktop.views.shared.discretion import discretion
from desktop.views.shared.icons import retint
from desktop.views.shared.labels import text_label
from desktop.views.shared.page import PageView
from desktop.views.shared.shell import Shell
from desktop.views.shared.toast import Toast
from desktop.views.window.clock_notice import ClockNotice
from desktop.views.window.commands import Commands
from desktop.views.window.header import Header
from desktop.views.window.reading import Reading
from desktop.views.window.side import Side
from desktop.views.window.status_strip import StatusStrip
from desktop.views.window.worry_dialog import WorryDialog, half_written


class MainWindow(QMainWindow):
    """A sidebar by role, a header, the page and a status strip in words."""

    locked = Signal()
    handed_over = Signal()  # locked, for a colleague

    def __init__(self, shell: Shell, *, at_once: bool = True) -> None:
        """Stand on the first page `at_once`, or on none until a row of the sidebar is chosen."""
        super().__init__()
        self.setWindowTitle("Jatigi")
        self.resize(1280, 680)
        self._shell = shell
        self._pages = [page for page in PAGES if page.opens_for(shell)]
        self._built: dict[int, PageView] = {}
        self._titles: dict[int, str] = {}
        self._readings: dict[int, Reading] = {}
        self.side = Side(self._pages, shell, self)
        self.sidebar = self.side.pages
        self.header = Header(self)
        self.stack = QStackedWidget(self)
        standing = shell.centre.standing.standing()
        self.setStatusBar(StatusStrip(shell.centre, standing, self))
        self._lay_out(standing)
        self.toast = Toast(self)
        self.commands = Commands(self, self.header, self.sidebar, shell, self._pages, self.page)
        self.commands.locked.connect(self.locked)
        self.commands.handed_over.connect(self.handed_over)
        self.commands.guide_asked.connect(partial(open_guide, self))
        self.sidebar.currentRowChanged.connect(self.show_page)
        self.side.lock.clicked.connect(self.locked)
        shell.toasted.connect(self.toast.say)
        shell.going.connect(self.go_to)
        shell.worry_asked.connect(lambda about: WorryDialog(shell, about, self).open())
        self.side.worry.clicked.connect(lambda _: shell.raise_worry())
        discretion.changed.connect(self._names_changed)
        if at_once:
            self.sidebar.setCurrentRow(0)

    @Slot(int)
    def show_page(self, row: int) -> None:
        """Show a page, built now if this is the first visit, read again if anything may have changed since."""
        if not 0 <= row < len(self._pages):
            return
        page, now = self._built.get(row), Reading.of(self._shell.centre)
        if page is None:
            page = self._built[row] = self._pages[row].build(self._shell)
            page.title_changed.connect(lambda title, row=row: self._name(row, title))
            self.stack.addWidget(page)
            self._readings[row] = now
        elif not self._readings[row].stands(now):
            page.refresh()
            self._readings[row] = now
        self._name(row, self._titles.get(row, ""))
        self.stack.setCurrentWidget(page)
        # Whoever walks down the sidebar stays there; whoever comes by a letter goes on typing in the page.
        if not self.sidebar.hasFocus():
            page.setFocus()

    @Slot(str, tuple)
    def go_to(self, name: str, target: tuple[object, ...] = ()) -> None:
        """Show the page called `name` and there `target`; a page that is not in the sidebar stays closed."""
        names = self.page_names()
        if name not in names:
            return
        row = names.index(name)
        self.sidebar.setCurrentRow(row)
        if target:
            self._built[row].open(*target)
        self._built[row].setFocus()

    def page_names(self) -> list[str]:
        """Give the short names of the pages in the sidebar, from the top."""
        return [page.name for page in self._pages]

    def page(self) -> PageView | None:
        """Give the page that is shown."""
        return self._built.get(self.sidebar.currentRow())

    def follow(self, former: "MainWindow") -> None:
        """Stand where `former` stood, with the same page open."""
        self.setGeometry(former.geometry())
        self.setWindowState(former.windowState())
        self.sidebar.setCurrentRow(former.sidebar.currentRow())
        page, before = self.page(), former.page()
        if page is not None and before is not None and before.place():
            page.open(*before.place())

    def put_away(self) -> None:
        """Let every page keep what is unfinished, before the window goes."""
        for page in self._built.values():
            page.put_away()
        words = half_written(self)
        self._shell.unsent_worry = self._shell.centre.tray.hold(words) if words else b""

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the icons again when the theme changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            retint(self)

    def _names_changed(self) -> None:
        page = self.page()
        if page is not None and self.isVisible():
            page.refresh()

    def _name(self, row: int, title: str) -> None:
        self._titles[row] = title
        if row == self.sidebar.currentRow():
            own = tr(self._pages[row].title).replace("&", "")
            self.header.title.setText(title or own)
            # The task bar is seen by whoever passes: it names the page, never a person.
            self.setWindowTitle(f"{own} · Jatigi")

    def _lay_out(self, standing: Standing) -> None:
        whole = QWidget(self)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        column = QVBoxLayout()
        column.setSpacing(0)
        if standing.invented:
            column.addWidget(text_label(tr("DEMO: nobody here exists. Try anything."), "demo", parent=self))
        if standing.doubtful is not None:
            column.addWidget(ClockNotice(standing.doubtful, self))
        column.addWidget(self.header)
        column.addWidget(self.stack, 1)
        row.addLayout(column, 1)
        self.setCentralWidget(whole)
