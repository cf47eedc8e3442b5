"""The last backup and its age, and a button that makes the next one."""

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.vault_care import BackupMade
from desktop.views.shared.card import Card
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import give_look, text_label
from desktop.views.shared.progress import Progress
from desktop.views.shared.shell import Shell
from desktop.views.today.words import backup_words


class BackupCard(Card):
    """Says how old the last backup is; one that is missing or old is a calm warning."""

    made = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(tr("Backup"), parent)
        self._shell = shell
        self._busy = False
        self.age = text_label(wrap=True, parent=self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.act = QPushButton(tr("&Back up now"), self)
        put_icon(self.act, "backup")
        self.progress = Progress(self)
        self.progress.cancel.hide()  # a copy half made is thrown away by itself; it takes seconds
        self.refusal.hide()
        for part in (self.age, self.refusal, self.progress, self.act):
            self.column.addWidget(part)
        self.act.clicked.connect(self.back_up)
        self.setFocusProxy(self.act)

    def refresh(self) -> None:
        """Look again how old the last backup is."""
        care, now = self._shell.centre.care, datetime.now(tz=UTC).astimezone()
        last = care.last_backup()
        self.age.setText(backup_words(last.astimezone() if last else None, now))
        give_look(self.age, "notice" if care.backup_is_stale() else "")

    def back_up(self) -> None:
        """Make a backup beside the screen; it was reopened and counted before it is called one."""
        if self._busy:
            return
        self._work(busy=True)
        self.refusal.hide()
        self.progress.start(tr("The backup is being made and checked…"))
        self._shell.tasks.run(self, self._shell.centre.care.backup, done=self._done, refused=self._refused)

    def _done(self, _: BackupMade) -> None:
        self._work(busy=False)
        self.refresh()
        self._shell.toast(tr("The backup is made and checked."))
        self.made.emit()

    def _refused(self, refusal: DeskError) -> None:
        self._work(busy=False)
        self.refusal.setText(refusal.explain())
        self.refusal.show()

    def _work(self, *, busy: bool) -> None:
        self._busy = busy
        if not busy:
            self.progress.end()
        # Not disabled: a button that loses the focus while it works would throw it elsewhere.
        self.act.setText(tr("Backing up…") if busy else tr("&Back up now"))
