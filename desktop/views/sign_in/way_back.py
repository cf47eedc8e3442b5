"""The vault's recovery paper, typed where nobody can sign in any more, and a new password for the administration."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.way_back import come_back
from desktop.views.shared.acts import answer_row
from desktop.views.shared.background import BackgroundTasks
from desktop.views.shared.fitting_dialog import FittingDialog
from desktop.views.shared.labels import text_label
from desktop.views.sign_in.way_back_steps import AccountStep, PaperStep


class WayBackDialog(FittingDialog):
    """Takes the eight groups, then a login and a password twice; what was typed stays until it is done or given up."""

    came_back = Signal(str, str)  # login, name of whoever has a new password

    def __init__(self, folder: Path, tasks: BackgroundTasks, login: str, parent: QWidget) -> None:
        super().__init__(560, parent)
        self._folder, self._tasks, self._busy = folder, tasks, False
        self.paper = PaperStep(self)
        self.account = AccountStep(login, tasks, self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.act = QPushButton(self)
        self.act.setDefault(True)
        self.leave = QPushButton(tr("Cancel"), self)
        self._lay_out()
        self.act.clicked.connect(self._go_on)
        self.leave.clicked.connect(self.reject)
        self._show(self.paper)

    def done(self, answer: int) -> None:
        """Forget what was typed, whichever way the window is left; while the keys change it stays."""
        if self._busy:
            return
        self.paper.code.wipe()
        self.account.fields.wipe()
        super().done(answer)

    @Slot()
    def _go_on(self) -> None:
        self.refusal.hide()
        if not self.account.isVisible():
            if self.paper.is_right():
                self._show(self.account)
        elif self.account.is_right():
            self._take()

    def _take(self) -> None:
        self._wait(waiting=True)
        folder, typed = self._folder, self.paper.code.typed()
        login, password = self.account.login.text().strip(), self.account.fields.first.text()
        self._tasks.run(self, lambda: come_back(folder, typed, login, password), done=self._end, refused=self._refuse)

    def _end(self, name: str) -> None:
        self._wait(waiting=False)
        self.came_back.emit(self.account.login.text().strip(), name)
        self.accept()

    def _refuse(self, refusal: DeskError) -> None:
        self._wait(waiting=False)
        if self.account.refuse(refusal):
            return
        self._show(self.paper)
        self.refusal.setText(refusal.explain())
        self.refusal.show()

    def _show(self, step: QWidget) -> None:
        for one in (self.paper, self.account):
            one.setVisible(one is step)
        step.setFocus()
        self._wait(waiting=False)

    def _wait(self, *, waiting: bool) -> None:
        self._busy = waiting
        act = tr("&Go on") if self.account.isHidden() else tr("&Take this password")
        self.act.setText(tr("One moment…") if waiting else act)
        for widget in (self.account, self.act, self.leave):
            widget.setDisabled(waiting)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(text_label(tr("Recovery paper"), "heading", parent=self))
        for widget in (self.paper, self.account, self.refusal):
            column.addWidget(widget)
        column.addLayout(answer_row(self.leave, self.act))
        self.refusal.hide()
