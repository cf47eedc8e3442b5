"""The page that takes convoys in."""

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.i18n import mark, tr, trn
from desktop.services.convoys import ConvoyLine, ImportReport
from desktop.spreadsheets.sources import Pasted, Source
from desktop.views.arrivals.frame import ON_KEYS
from desktop.views.arrivals.grid_pane import GridPane
from desktop.views.arrivals.landing import Landing
from desktop.views.arrivals.wizard import Wizard
from desktop.views.shared.one_at_a_time import OneAtATime
from desktop.views.shared.page import PageView
from desktop.views.shared.shell import Shell


class ArrivalsView(PageView):
    """The convoys, and the steps that take the next one in; a list may be dropped or pasted on either."""

    shortcuts = (
        ("Ctrl+N", mark("Take a convoy in")),
        ("Ctrl+V", mark("Take in the list copied from a spreadsheet")),
        (ON_KEYS, mark("Next step")),
        ("Esc", mark("Step back")),
    )

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.landing, self.wizard = Landing(shell, self), Wizard(shell, self)
        self.grid = GridPane(shell, self)
        self.stack = OneAtATime(self)
        self.stack.addWidget(self.landing)
        self.stack.addWidget(self.wizard)
        self.stack.addWidget(self.grid)
        self.column.addWidget(self.stack, 1)
        self.setAcceptDrops(True)
        self.landing.wanted.connect(self.begin)
        self.wizard.left.connect(self.leave)
        self.wizard.brought.connect(self._brought)
        self.wizard.begun.connect(self._begun)
        self.landing.opened.connect(self.open_convoy)
        self.grid.left.connect(self.leave)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(QKeySequence.StandardKey.New), self, context=inside).activated.connect(self.begin)
        for widget in (self.landing, self.wizard):
            # The grid pastes into its cells.
            paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), widget, context=inside)
            paste.activated.connect(self.paste)
        self._show(self.landing)
        self.landing.refresh()

    @Slot()
    def begin(self) -> None:
        """Take a convoy in."""
        self.take(None)

    def take(self, source: Source | None) -> None:
        """Take a list in that is here already, or ask for one."""
        self._show(self.wizard)
        self.wizard.begin(source)

    @Slot()
    def paste(self) -> None:
        """Take in what was copied in a spreadsheet program."""
        self.take(Pasted(QGuiApplication.clipboard().text(), tr("Pasted list")))

    @Slot(object)
    def open_convoy(self, line: ConvoyLine) -> None:
        """Show the people of a convoy, to write them down or to correct them."""
        self.grid.show_convoy(line)
        self._show(self.grid)
        self.grid.setFocus()

    @Slot()
    def leave(self) -> None:
        """Go back to the convoys."""
        self._show(self.landing)
        self.landing.refresh()
        self.landing.setFocus()

    @Slot()
    def refresh(self) -> None:
        """Read the convoys again; a list being taken in stays as it is."""
        self.landing.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Let one file be dropped."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take the dropped file in."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.take(path)

    @Slot(object)
    def _brought(self, report: ImportReport) -> None:
        self.leave()
        row = self.landing.table.row_of(report.import_id)
        self.landing.lines.selectRow(row)
        said = [
            trn("{n} person came in.", "{n} people came in.", report.rows),
            trn("{n} has a bed.", "{n} have a bed.", report.beds),
        ]
        self.landing.say(" ".join(said))
        line = self.landing.line()
        if line is not None:
            self._shell.toast(" ".join(said), lambda: self.landing.take_back(line))

    @Slot(object)
    def _begun(self, report: ImportReport) -> None:
        self.landing.refresh()
        row = self.landing.table.row_of(report.import_id)
        self.open_convoy(self.landing.table.line(row))

    def _show(self, widget: QWidget) -> None:
        self.stack.setCurrentWidget(widget)
        self.stack.setFocusProxy(widget)
        self.setFocusProxy(widget)


def _dropped(event: QDropEvent) -> Path | None:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 else None
