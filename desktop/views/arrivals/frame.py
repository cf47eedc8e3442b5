"""How the wizard looks: which step it is, the step, and the way back and forth."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import mark, tr
from desktop.services.centre_setup import SiteLine
from desktop.views.arrivals.columns_step import ColumnsStep
from desktop.views.arrivals.file_step import FileStep
from desktop.views.arrivals.heading_step import HeadingStep
from desktop.views.arrivals.preview_step import PreviewStep
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.one_at_a_time import OneAtATime

STEP_WORDS = (
    mark("The list"),
    mark("The headings"),
    mark("The columns"),
    mark("Everybody on the list"),
)
FILE, HEADING, COLUMNS, PREVIEW = range(4)
ON_KEYS = "Ctrl+Return"


class Frame(QWidget):
    """The widgets of the wizard; what they do is the wizard's."""

    def __init__(self, sites: list[SiteLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = text_label(look="heading", wrap=True, parent=self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.file, self.heading = FileStep(sites, self), HeadingStep(self)
        self.columns, self.preview = ColumnsStep(self), PreviewStep(self)
        self.stack = OneAtATime(self)
        self._steps: tuple[QWidget, ...] = (self.file, self.heading, self.columns, self.preview)
        for step in self._steps:
            self.stack.addWidget(step)
        self.back = QPushButton(tr("Bac&k"), self)
        self.why = text_label(look="muted", wrap=True, parent=self)
        self.on = QPushButton(self)
        self.on.setObjectName("primary")
        self.on.setToolTip(QKeySequence(ON_KEYS).toString(QKeySequence.SequenceFormat.NativeText))
        put_icon(self.back, "chevron_left")
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addWidget(self.why, 1)
        foot.addWidget(self.on)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self.title, self.refusal):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)
        self.say(None)

    def make_room_for(self, progress: QWidget) -> None:
        """Show what is under way between the step and the buttons."""
        self._column.insertWidget(self._column.count() - 1, progress)

    @property
    def step(self) -> int:
        """Say which step is shown, from 0."""
        return self.stack.currentIndex()

    def show_step(self, step: int) -> None:
        """Show a step, and stand in its first field."""
        self.stack.setCurrentIndex(step)
        said = tr(STEP_WORDS[step])
        self.title.setText(tr("Step {n} of {all}: {step}", n=step + 1, all=len(STEP_WORDS), step=said))
        self.setFocusProxy(self._steps[step])
        self.stand_in_step()
        self.say(None)

    def hold(self, *, still: bool) -> None:
        """Let nothing of the step be changed while an answer is awaited, then stand in it again."""
        was_still = not self.stack.isEnabled()
        self.stack.setDisabled(still)
        if was_still and not still:
            self.stand_in_step()

    def stand_in_step(self) -> None:
        """Let the keys go to the step that is shown."""
        self._steps[self.step].setFocus()

    def say(self, refusal: DeskError | None) -> None:
        """Say why the wizard cannot go on, or that nothing is in its way."""
        self.refusal.setText(refusal.explain() if refusal else "")
        self.refusal.setVisible(refusal is not None)
