"""What the five steps have in common."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.views.first_start.answers import Answers
from desktop.views.shared.background import BackgroundTasks
from desktop.views.shared.labels import text_label


class Step(QWidget):
    """One step: it shows what was answered, keeps what is typed, and says when one may go on."""

    changed = Signal()  # what the foot of the wizard shows may have changed
    title: ClassVar[str]  # marked for translation, as `words`
    words: ClassVar[str]

    def __init__(self, answers: Answers, tasks: BackgroundTasks, over: QObject) -> None:
        super().__init__()
        self.setObjectName("scrolled")
        self.answers, self.tasks, self.over = answers, tasks, over
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 12, 0)
        self.column.setSpacing(12)
        self.column.addWidget(text_label(tr(self.words), "muted", wrap=True, parent=self))

    def enter(self) -> None:
        """Make ready, each time the step is shown."""

    def keep(self) -> None:
        """Put what was typed into the answers, right or wrong."""

    def leave(self, go: Callable[[], None]) -> None:
        """Call `go` once everything is right, or say what is not."""
        go()

    def forward_words(self) -> str:
        """Say what the button that goes on does."""
        return tr("&Next")

    def may_leave(self) -> bool:
        """Say whether the button that goes on can be used."""
        return True

    def why_not(self) -> str:
        """Say what is missing where it cannot."""
        return ""
