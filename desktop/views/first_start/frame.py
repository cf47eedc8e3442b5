"""How the first start looks: the rail, the step with its title, what is under way, and the buttons."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.views.first_start.rail import Rail
from desktop.views.first_start.step import Step
from desktop.views.shared.labels import text_label
from desktop.views.shared.progress import Progress
from desktop.views.shared.style import scaled

_WIDE, _HIGH = 900, 600
_WIDEST, _HIGHEST = 1280, 680  # a screen of 1366 x 768 less its task bar and frames


class Frame(QWidget):
    """Holds the steps; it does nothing by itself."""

    def __init__(self, steps: Sequence[Step], parent: QWidget) -> None:
        super().__init__(parent)
        self._steps = steps
        self.rail = Rail([tr(step.title) for step in steps], 0, self)
        self.title = text_label(look="title", parent=self)
        self.stack = QStackedWidget(self)
        for step in steps:
            self.stack.addWidget(_scrolled(step))
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.refusal.hide()
        self.progress = Progress(self)
        self.progress.cancel.hide()
        self.back = QPushButton(tr("&Back"), self)
        self.next = QPushButton(self)
        self.next.setObjectName("primary")
        self._lay_out()

    def show_step(self, at: int) -> None:
        """Show a step under its title."""
        self.refusal.hide()
        self.stack.setCurrentIndex(at)
        self.title.setText(tr(self._steps[at].title))
        self.rail.stand_at(at)

    def tell(self, step: Step, at: int) -> None:
        """Say what the button that goes on does, and whether it can be used."""
        self.next.setText(step.forward_words())
        self.next.setEnabled(step.may_leave())
        self.next.setToolTip("" if step.may_leave() else step.why_not())

    def wait(self, words: str) -> None:
        """Say what is under way; nothing else can be done meanwhile."""
        self.refusal.hide()
        self.progress.start(words)
        self._enable(possible=False)

    def refuse(self, refusal: DeskError) -> None:
        """Say why the centre was not made."""
        self.progress.end()
        self._enable(possible=True)
        self.refusal.setText(refusal.explain())
        self.refusal.show()

    def _enable(self, *, possible: bool) -> None:
        for widget in (self.stack, self.back, self.next):
            widget.setEnabled(possible)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.back)
        foot.addStretch()
        foot.addWidget(self.next)
        column = QVBoxLayout()
        column.setContentsMargins(28, 22, 28, 20)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.stack, 1)
        for widget in (self.refusal, self.progress):
            column.addWidget(widget)
        column.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.setFixedSize(min(scaled(_WIDE), _WIDEST), min(scaled(_HIGH), _HIGHEST))


def _scrolled(step: Step) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(step)
    return area
