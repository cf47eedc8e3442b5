"""What is done with one referral: shown, printed, taken a step further."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.views.referrals.papers import numbered_letter
from desktop.views.referrals.what_became import WhatBecame
from desktop.views.shared.printing.paper import Paper
from desktop.views.shared.printing.preview import PrintPreview, show_paper
from desktop.views.shared.shell import Shell
from desktop.vocabulary.referrals import ReferralState


class BecameActs(QObject):
    """Ties the pane of one referral to the services."""

    def __init__(self, shell: Shell, pane: WhatBecame) -> None:
        super().__init__(pane)
        self._shell, self._pane = shell, pane
        pane.letter_asked.connect(self.preview)
        pane.step_asked.connect(self._step)
        pane.person_asked.connect(partial(shell.go_to, "people"))

    def show(self, number: str) -> None:
        """Show a referral as it stands.

        Raises:
            NotFound: one can read no such referral.
        """
        self._pane.show_referral(self._shell.centre.referrals.referral(number))

    @Slot()
    def preview(self) -> PrintPreview | None:
        """Show the letter of the referral that is open, from memory."""
        line = self._pane.line
        if line is None or not self._pane.isVisible():
            return None
        return show_paper(self._shell, numbered_letter(self._shell.centre.referrals, line.number), self._pane)

    @Slot()
    def blank_form(self) -> None:
        """Show the form to fill in by hand, from memory."""
        make = self._shell.centre.referrals.blank_form
        paper = Paper(title=tr("Blank form"), file_name=tr("referral-form.pdf"), make=make)
        show_paper(self._shell, paper, self._pane.window())

    @Slot(str, str)
    def _step(self, state: str, reason: str) -> None:
        line = self._pane.line
        if line is None or not state:
            return
        try:
            self._shell.centre.referrals.set_state(line.number, ReferralState(state), reason)
        except DeskError as refusal:
            self._pane.refuse(refusal)
            return
        self.show(line.number)
        self._shell.toast(tr("Noted. Earlier steps stay."))
