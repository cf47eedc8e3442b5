"""Lending a case, handing it over, naming who supervises it: asked on a sheet, done by new keys."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.case_holders import Colleague
from desktop.services.cases import CaseLine
from desktop.views.follow_up.colleague_sheet import ColleagueSheet, CoverSheet
from desktop.views.shared.shell import Shell


class HolderActs:
    """Opens the sheets for one case; `done` is called once a key changed hands."""

    def __init__(self, shell: Shell, page: QWidget, done: Callable[[], object]) -> None:
        self._shell, self._page, self._done = shell, page, done

    def lend(self, line: CaseLine) -> None:
        """Ask who stands in, and for which days."""
        words = tr("Your colleague reads and writes in this case on these days, then no longer.")
        sheet = CoverSheet(words, self._colleagues(line), self._page)
        cases = self._shell.centre.cases
        sheet.when_chosen(lambda uid: cases.cover(line.id, uid, *sheet.days()))
        self._open(sheet, tr("The key is lent."))

    def hand_over(self, line: CaseLine) -> None:
        """Ask who holds the case from now on."""
        words = tr("Your colleague holds this case from now on. You still read what is written so far, nothing later.")
        sheet = ColleagueSheet(tr("Hand the case over"), words, tr("&Hand over"), self._colleagues(line), self._page)
        sheet.when_chosen(lambda uid: self._shell.centre.case_holders.hand_over(line.id, uid))
        self._open(sheet, tr("The case is handed over."))

    def supervise(self, line: CaseLine) -> None:
        """Ask who supervises the case."""
        words = tr("Whoever supervises reads the whole case, and can lend it or hand it over.")
        sheet = ColleagueSheet(
            tr("Who supervises this case"), words, tr("&Name"), self._colleagues(line), self._page, tr("Nobody")
        )
        sheet.when_chosen(lambda uid: self._shell.centre.case_holders.name_supervisor(line.id, uid))
        self._open(sheet, tr("The supervisor is named."))

    def _colleagues(self, line: CaseLine) -> Sequence[Colleague]:
        try:
            return self._shell.centre.case_holders.colleagues(line.compartment)
        except DeskError as refusal:
            self._shell.explain(refusal)
            return ()

    def _open(self, sheet: ColleagueSheet, said: str) -> None:
        def done() -> None:
            self._shell.toast(said)
            self._done()

        sheet.accepted.connect(done)
        sheet.open()
        sheet.who.setFocus()
