"""The fifth step: the recovery paper, printed and read back before anything relies on it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.errors import DeskError
from desktop.i18n import mark, tr
from desktop.services.new_centre import FirstAccount, NewCentre
from desktop.views.first_start.answers import Answers
from desktop.views.first_start.step import Step
from desktop.views.shared.background import BackgroundTasks
from desktop.views.shared.labels import text_label
from desktop.views.shared.printing.read_back import ReadBack
from desktop.views.shared.progress import Progress


class PaperStep(Step):
    """Makes the keys beside the screen, shows the paper, and asks for two of its groups."""

    title = mark("Recovery paper")
    words = mark(
        "It opens the centre when nobody of the administration can sign in any more; nothing else does. "
        "It goes into coordination’s safe, in a closed envelope, and is never photographed."
    )

    def __init__(self, answers: Answers, tasks: BackgroundTasks, over: QObject) -> None:
        super().__init__(answers, tasks, over)
        self.progress = Progress(self)
        self.progress.cancel.hide()
        self.anew = text_label(
            tr("This is a new paper. Destroy the one you printed before: it opens nothing."), "notice", wrap=True
        )
        self.anew.hide()
        self.paper = ReadBack(self, self)
        for widget in (self.progress, self.anew, self.paper):
            self.column.addWidget(widget)
        self.column.addStretch()
        self.paper.changed.connect(self.changed)
        self.setFocusProxy(self.paper)

    def enter(self) -> None:
        """Make the paper, unless that of this very account was made before."""
        account = self.answers.account()
        if self.answers.made is not None and self.answers.made_for == account:
            self._offer(self.answers.made)
            return
        self.paper.withdraw()
        self.progress.start(tr("The keys of the centre are being made. This takes some seconds…"))

        def made(centre: NewCentre) -> None:
            self._made(centre, account)

        self.tasks.run(self, lambda: NewCentre(account), done=made, refused=self._refuse)

    def leave(self, go: Callable[[], None]) -> None:
        """Go on once both groups were read from the paper; a wrong one is named under its field."""
        made = self.answers.made
        if made is not None and self.may_leave() and self.paper.agrees(made.type_back):
            go()

    def forward_words(self) -> str:
        """Say that the centre is set up now."""
        return tr("Set the centre &up")

    def may_leave(self) -> bool:
        """Say whether both groups were typed."""
        return self.paper.is_typed()

    def why_not(self) -> str:
        """Say that the paper is to be read first."""
        return tr("Type the two groups from the paper first.")

    def lock(self) -> None:
        """Take the paper from the screen: there is nothing to lock yet."""
        self.paper.close_paper()

    def _made(self, centre: NewCentre, account: FirstAccount) -> None:
        if account != self.answers.account():
            self.enter()
            return
        self.anew.setVisible(self.answers.made is not None)
        self.answers.made, self.answers.made_for = centre, account
        self._offer(centre)

    def _offer(self, centre: NewCentre) -> None:
        self.progress.end()
        self.paper.offer(centre.paper, centre.asked)

    def _refuse(self, refusal: DeskError) -> None:
        self.progress.end()
        self.anew.setText(refusal.explain())
        self.anew.show()
