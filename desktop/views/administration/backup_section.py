"""Backup now: a copy on another disk, opened again and counted before it counts."""

from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.vault_care import BackupMade
from desktop.views.administration.backup_table import COLUMNS
from desktop.views.administration.folder_line import FolderLine
from desktop.views.administration.section import Section
from desktop.views.shared.empty_state import EmptyState
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.line_table import LineTable
from desktop.views.shared.progress import Progress
from desktop.views.shared.shell import Shell
from desktop.views.shared.tables import plain_table


class BackupSection(Section):
    """The folder on another disk, one button, and the copies that lie there."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        about = tr("The copy is encrypted. It is opened again and counted before the program calls it good.")
        super().__init__(tr("Backup"), about, parent)
        self._shell, self._care = shell, shell.centre.care
        self._stop: Event | None = None
        self.warned = text_label(look="notice", wrap=True, parent=self)
        self.folder = FolderLine(self)
        self.now = QPushButton(tr("&Back up now"), self)
        self.now.setObjectName("primary")
        put_icon(self.now, "backup", "on_primary")
        self.done = text_label(look="strong", wrap=True, parent=self)
        self.progress = Progress(self)
        self.table = LineTable(COLUMNS)
        self.lines = plain_table(self.table, tr("Backups in this folder"), self, wide=1)
        self.empty = EmptyState("backup", parent=self)
        self.top.addWidget(self.now)
        for widget in (self.warned, self.folder, self.done, self.progress):
            self.column.addWidget(widget)
        self.column.addWidget(self.lines, 1)
        self.column.addWidget(self.empty, 1)
        self.now.clicked.connect(self.back_up)
        self.progress.cancelled.connect(self._cancel)
        self.folder.chosen.connect(self.choose)

    @Slot()
    def refresh(self) -> None:
        """Look again at the folder, at what lies in it, and at what the vault warns of."""
        place = self._care.other_disk()
        self.folder.show_folder(place)
        told = self._care.warnings(place)
        self.warned.setText("\n".join(told))
        self.warned.setVisible(bool(told))
        found = self._care.backups(place)
        self.table.show_lines(found)
        self.lines.setVisible(bool(found))
        self.empty.words.setText(tr("No backup lies in this folder yet."))
        self.empty.setVisible(not found)
        self.done.setVisible(bool(self.done.text()))

    @Slot(object)
    def choose(self, folder: Path) -> None:
        """Keep copies in this folder from now on."""
        former = self._care.other_disk()
        self._care.keep_on(folder)
        self.done.clear()
        self.say(None)
        self.refresh()
        self.now.setFocus()
        undo = partial(self.choose, former) if former else None
        self._shell.toast(tr("Backups go to {folder} from now on.", folder=folder), undo)

    @Slot()
    def back_up(self) -> None:
        """Copy the vault beside the screen."""
        self._stop = Event()
        self.say(None)
        self.done.clear()
        self._let_begin(possible=False)
        self.progress.start(tr("The vault is being copied, then read again. You can go on working."))
        place, stop = self._care.other_disk(), self._stop
        work = partial(self._care.backup, place, must_exist=place is not None, stopped=stop.is_set)
        self._shell.tasks.run(self, work, done=self._made, refused=self._refuse)

    @Slot()
    def _cancel(self) -> None:
        if self._stop is not None:
            self._stop.set()

    def _made(self, made: BackupMade) -> None:
        self._rest()
        counted = sum(made.manifest.counts.values())
        self.done.setText(tr("The copy is good: it was opened again and its {count} lines counted.", count=counted))
        self.refresh()
        self._shell.toast(tr("Backup written and checked: {path}", path=made.path.name))

    def _refuse(self, refusal: DeskError) -> None:
        self._rest()
        self.say(refusal)
        self.refresh()

    def _rest(self) -> None:
        self._stop = None
        self.progress.end()
        self._let_begin(possible=True)

    def _let_begin(self, *, possible: bool) -> None:
        self.now.setEnabled(possible)
        self.now.setToolTip("" if possible else tr("A backup is under way."))
        self.folder.choose.setEnabled(possible)
