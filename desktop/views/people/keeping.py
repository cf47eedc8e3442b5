"""Keeps the file that is being corrected every few seconds, and brings it back after a lock or a power cut."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.errors import DeskError
from desktop.formats import clock
from desktop.i18n import tr
from desktop.services.file_drafts import FileDraftService
from desktop.services.person_changes import PersonChange
from desktop.views.people.identity_form import IdentityForm

EVERY_MS = 4000


class FileKeeping(QObject):
    """Compares what stands in the form with what was kept last; says when it kept something."""

    def __init__(self, drafts: FileDraftService, form: IdentityForm) -> None:
        super().__init__(form)
        self._drafts, self._form = drafts, form
        self._code, self._kept = "", False
        self._last: PersonChange | None = None
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.keep)
        form.began.connect(self._begin)
        form.ended.connect(self._end)

    def resume(self, code: str) -> None:
        """Turn to another file, and put back into the form what was kept of it."""
        draft = self._drafts.kept(code)
        self._code, self._kept, self._last = code, draft is not None, None
        if draft is None:
            return
        self._form.resume(draft.seen_version, draft.change)
        hour = clock(draft.saved_at.astimezone().time())
        self._form.kept.setText(
            tr("You began to correct this file at {hour}. Save it, or leave it as it was.", hour=hour)
        )

    @Slot()
    def keep(self) -> None:
        """Keep what changed, for its author alone."""
        typed = self._form.typed()
        if not self._form.writing or typed == self._last:
            return
        try:
            self._drafts.keep(self._code, self._form.seen_version, typed)
        except DeskError as refusal:
            self._form.kept.setText(refusal.explain())
            return
        self._last, self._kept = typed, True
        self._form.kept.setText(tr("Draft kept at {hour}", hour=clock(datetime.now().astimezone().time())))

    def put_away(self) -> None:
        """Keep what is typed a last time: the file closes before the form does."""
        self.keep()
        self._timer.stop()
        self._form.writing = False

    @Slot()
    def _begin(self) -> None:
        self._last = self._form.typed()
        self._timer.start()

    @Slot()
    def _end(self) -> None:
        """Forget the draft: the file was saved, or left as it was."""
        self._timer.stop()
        if self._kept:
            self._drafts.discard(self._code)
        self._kept = False
