"""The window of the first start: five steps forth and back, nothing on the disk before the last one is done."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from desktop.centre import Centre
from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.views.first_start.account_step import AccountStep
from desktop.views.first_start.answers import Answers
from desktop.views.first_start.centre_step import CentreStep
from desktop.views.first_start.frame import Frame
from desktop.views.first_start.language_step import LanguageStep
from desktop.views.first_start.paper_step import PaperStep
from desktop.views.first_start.rooms_step import RoomsStep
from desktop.views.first_start.step import Step
from desktop.views.shared.background import BackgroundTasks
from desktop.views.shared.speech import speak

STEPS = (LanguageStep, CentreStep, RoomsStep, AccountStep, PaperStep)


class FirstStart(QWidget):
    """Keeps the answers while one goes forth and back; `created` gives the centre, open, with its folder."""

    created = Signal(object)  # Centre
    left = Signal()
    demonstration_asked = Signal()

    def __init__(self, folder: Path, tasks: BackgroundTasks) -> None:
        super().__init__()
        self.setObjectName("signIn")
        self.setWindowTitle("Jatigi")
        self.answers = Answers(folder)
        self._tasks = tasks
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self._build(0)

    @property
    def step(self) -> Step:
        """Give the step that is shown."""
        return self.steps[self._at]

    @Slot()
    def forward(self) -> None:
        """Go on if what was typed is right; after the last step the centre is made."""
        if self.frame.next.isEnabled():
            self.step.keep()
            self.step.leave(self._create if self._at == len(self.steps) - 1 else partial(self._go, self._at + 1))

    @Slot()
    def back(self) -> None:
        """Go back; what was typed stays, right or wrong."""
        self.step.keep()
        if self._at == 0:
            self.left.emit()
        else:
            self._go(self._at - 1)

    def speak(self, code: str) -> None:
        """Speak another language at once, with all that was typed."""
        self.step.keep()
        speak(QApplication.instance(), code)  # type: ignore[arg-type]  # a window program has no other kind
        self._build(self._at)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter go on from a field, and press a button that has the keyboard."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            return
        held = self.focusWidget()
        if isinstance(held, QPushButton):
            held.click()
        else:
            self.forward()

    def _build(self, at: int) -> None:
        self.steps: list[Step] = [make(self.answers, self._tasks, self) for make in STEPS]
        self._at = at
        first = self.steps[0]
        if isinstance(first, LanguageStep):
            first.language_chosen.connect(self.speak, Qt.ConnectionType.QueuedConnection)
            first.demonstration_asked.connect(self.demonstration_asked)
        self.frame = Frame(self.steps, self)
        self.frame.next.clicked.connect(self.forward)
        self.frame.back.clicked.connect(self.back)
        for step in self.steps:
            step.changed.connect(self._tell)
        former = self._whole.takeAt(0)
        if former is not None and (widget := former.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        self._whole.addWidget(self.frame)
        self.frame.show()  # what is not on the screen yet cannot take the keyboard
        self._go(at)

    def _go(self, at: int) -> None:
        self._at = at
        self.frame.show_step(at)
        self.step.enter()
        self._tell()
        self.step.setFocus()

    @Slot()
    def _tell(self) -> None:
        self.frame.tell(self.step, self._at)

    def _create(self) -> None:
        answers = self.answers
        made, folder, plans, account = answers.made, answers.folder, answers.plans(), answers.account()
        if made is None:
            return

        def work() -> Centre:
            made.write(folder, plans)
            return Centre.open(folder, account.login, account.password)

        self.frame.wait(tr("Your centre is being set up. This takes some seconds…"))
        self._tasks.run(self, work, done=self.created.emit, refused=self._refuse)

    def _refuse(self, refusal: DeskError) -> None:
        self.frame.refuse(refusal)
        self._tell()
