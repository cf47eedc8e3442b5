"""Keeps the letter that is being written every few seconds, and brings it back after a lock or a power cut."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.formats import clock
from desktop.i18n import tr
from desktop.services.referrals import ReferralPlan
from desktop.views.referrals.letter_form import LetterForm
from desktop.views.shared.shell import Shell

EVERY_MS = 4000


class Keeping(QObject):
    """Compares what stands in the form with what was kept last; says when it kept something."""

    def __init__(self, shell: Shell, form: LetterForm, begin: Callable[[str], object]) -> None:
        super().__init__(form)
        self._referrals, self._form, self._begin = shell.centre.referrals, form, begin
        self._resumed = False
        self._kept: ReferralPlan | None = None
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.keep)
        form.again.clicked.connect(self.keep)
        self._timer.start()

    @Slot()
    def keep(self) -> None:
        """Keep what changed; a form that is empty again leaves nothing behind."""
        plan = self._form.plan() if self._form.begun() else None
        if plan != self._kept:
            self._referrals.keep_begun(plan)
            self._say(plan)
        self._kept = plan
        self._form.again.setVisible(plan is not None)

    def resume(self) -> None:
        """Put back into the form what was kept, when the form is wanted for the first time."""
        if self._resumed:
            return
        self._resumed = True
        self._begin("")
        plan = self._referrals.begun()
        if plan is not None:
            self._form.resume(plan)
        self._kept = plan
        self._say(None)
        self._form.again.setVisible(plan is not None)

    def written(self) -> None:
        """Know that the letter was written: it is kept no more."""
        self._kept = None
        self._say(None)

    def _say(self, plan: ReferralPlan | None) -> None:
        hour = clock(datetime.now().astimezone().time())
        self._form.kept.setText(tr("Draft kept at {hour}", hour=hour) if plan else "")
