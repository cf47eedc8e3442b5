"""The fifth step: the recovery paper, printed and read back before anything relies on it."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop.errors import DeskError
from desktop.i18n import mark, tr
from desktop.services.new_centre import FirstAccount, NewCentre
from desktop.views.first_start.answers import Answers
from desktop.views.first_start.step import Step
from desktop.views.shared.background import BackgroundTasks
from desktop.views.shared.field import Field
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.printing.paper import Paper
from desktop.views.shared.printing.preview import PrintPreview, show_paper
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
        self.show_paper = QPushButton(tr("&Show and print the paper…"), self)
        put_icon(self.show_paper, "print")
        self.show_paper.clicked.connect(self._preview)
        self.asking = QWidget(self)
        self.groups: list[Field] = []
        self._shown: PrintPreview | None = None
        button = QHBoxLayout()
        button.addWidget(self.show_paper)
        button.addStretch()
        for widget in (self.progress, self.anew):
            self.column.addWidget(widget)
        self.column.addLayout(button)
        self.column.addWidget(self.asking)
        self.column.addStretch()
        self._asked = QHBoxLayout(self.asking)
        self._asked.setContentsMargins(0, 8, 0, 0)
        self._asked.setSpacing(16)
        self.setFocusProxy(self.show_paper)

    def enter(self) -> None:
        """Make the paper, unless that of this very account was made before."""
        account = self.answers.account()
        if self.answers.made is not None and self.answers.made_for == account:
            self._ask_groups(self.answers.made)
            return
        self.show_paper.setEnabled(False)
        self.asking.hide()
        self.progress.start(tr("The keys of the centre are being made. This takes some seconds…"))

        def made(centre: NewCentre) -> None:
            self._made(centre, account)

        self.tasks.run(self, lambda: NewCentre(account), done=made, refused=self._refuse)

    def leave(self, go: Callable[[], None]) -> None:
        """Go on once both groups were read from the paper; a wrong one is named under its field."""
        made = self.answers.made
        if made is None or not self.may_leave():
            return
        for field in self.groups:
            field.clear_refusal()
        try:
            made.type_back([_typed(field) for field in self.groups])
        except DeskError as refusal:
            wrong = self.groups[made.asked.index(int(str(refusal.details["group"])))]
            wrong.refuse(refusal)
            wrong.setFocus()
        else:
            go()

    def forward_words(self) -> str:
        """Say that the centre is set up now."""
        return tr("Set the centre &up")

    def may_leave(self) -> bool:
        """Say whether both groups were typed."""
        return bool(self.groups) and all(_typed(field) for field in self.groups)

    def why_not(self) -> str:
        """Say that the paper is to be read first."""
        return tr("Type the two groups from the paper first.")

    def lock(self) -> None:
        """Take the paper from the screen: there is nothing to lock yet."""
        if self._shown is not None:
            self._shown.reject()
            self._shown = None

    def _made(self, centre: NewCentre, account: FirstAccount) -> None:
        if account != self.answers.account():
            self.enter()
            return
        self.anew.setVisible(self.answers.made is not None)
        self.answers.made, self.answers.made_for = centre, account
        self._ask_groups(centre)

    def _ask_groups(self, centre: NewCentre) -> None:
        self.progress.end()
        self.show_paper.setEnabled(True)
        for field in self.groups:
            self._asked.removeWidget(field)
            field.deleteLater()
        words = tr("Read it from the paper and type it.")
        self.groups = [Field(tr("Group &{n}", n=number), QLineEdit(self), help_words=words) for number in centre.asked]
        for field in self.groups:
            self._asked.addWidget(field, 1)
            _line(field).textChanged.connect(self.changed)
        self.asking.show()
        self.show_paper.setFocus()
        self.changed.emit()

    def _refuse(self, refusal: DeskError) -> None:
        self.progress.end()
        self.anew.setText(refusal.explain())
        self.anew.show()

    def _preview(self) -> None:
        if self.answers.made is not None:
            title = tr("Recovery paper")
            paper = Paper(title=title, file_name=tr("recovery-paper.pdf"), make=self.answers.made.paper)
            self._shown = show_paper(self, paper, self)


def _line(field: Field) -> QLineEdit:
    line = field.editor
    if not isinstance(line, QLineEdit):
        raise TypeError
    return line


def _typed(field: Field) -> str:
    return _line(field).text().strip()
