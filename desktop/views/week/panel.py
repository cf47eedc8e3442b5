"""The form beside the grid: one session to plan, to change, to call off or to bring back."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.planning import ActivityLine, SessionPlan
from desktop.services.session_choices import Choices
from desktop.services.session_clashes import Clash
from desktop.services.session_plans import plan_of
from desktop.services.sessions import SessionLine, monday_of
from desktop.views.shared.acts import act_row
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.style import scaled
from desktop.views.week.fields import SessionFields
from desktop.views.week.repeat_fields import RepeatFields
from desktop.views.week.scope_field import ScopeField
from desktop.views.week.warnings import Warnings
from desktop.vocabulary import SessionOutcome, SessionState

Clashes = Callable[[SessionPlan, SessionLine | None], list[Clash]]


class SessionPanel(QWidget):
    """Shows one session; what was typed stays until it is saved or left."""

    saved = Signal(object, object)  # SessionPlan, Repeat or None
    left = Signal()
    off_asked = Signal()
    back_asked = Signal()
    skip_asked = Signal()
    mark_asked = Signal()

    def __init__(
        self, activities: list[ActivityLine], today: date, clashes: Clashes, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._clashes = clashes
        self.line: SessionLine | None = None
        self._today = today
        self._scroll = QScrollArea(self)
        whole = QWidget(self._scroll)
        whole.setObjectName("scrolled")
        self.title = text_label(look="heading", wrap=True, parent=self)
        self.scope = ScopeField(whole)
        self.fields = SessionFields(activities, whole)
        self.repeat = RepeatFields(today, whole)
        self.warnings = Warnings(whole)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.save, self.leave = QPushButton(tr("&Save"), self), QPushButton(tr("Close"), self)
        self.off, self.back = QPushButton(self), QPushButton(tr("&Bring back"), self)
        self.mark = QPushButton(tr("Mark attendance"), self)
        self.skip = QPushButton(tr("Leave this date &out"), self)
        self.skip.setToolTip(tr("As if it had never been planned: it is counted nowhere. The other dates stay."))
        self._lay_out(whole)
        self.fields.changed.connect(self._warn)
        self.warnings.taken.connect(self.fields.take)
        for field in (*self.fields.edits(), self.repeat.end):
            field.returnPressed.connect(self._save)
        QShortcut(QKeySequence("Ctrl+S"), self, self._save, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        QShortcut(QKeySequence("Esc"), self, self.left.emit, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.save.clicked.connect(self._save)
        for button, signal in ((self.leave, self.left), (self.off, self.off_asked), (self.back, self.back_asked),
                               (self.mark, self.mark_asked), (self.skip, self.skip_asked)):  # fmt: skip
            button.clicked.connect(signal)

    def start(self, plan: SessionPlan, choices: Choices) -> None:
        """Show a session to be planned."""
        self.line = None
        self._show(plan, choices, tr("New session"))

    def show_line(self, line: SessionLine, choices: Choices) -> None:
        """Show a session as it stands."""
        self.line = line
        self._show(plan_of(line), choices, f"{line.activity} · {line.code}")

    def refuse(self, refusal: DeskError) -> None:
        """Say why what was typed cannot be planned."""
        self.refusal.setText(refusal.explain())
        self.refusal.show()

    def _show(self, plan: SessionPlan, choices: Choices, title: str) -> None:
        line = self.line
        self.title.setText(title)
        self.refusal.hide()
        self.fields.show_plan(plan, choices, self._today, monday_of(plan.on))
        self.repeat.start(plan.on)
        self.repeat.setVisible(line is None)
        self.scope.show_line(line)
        self.fields.draft.setVisible(line is None)
        gone = line is not None and (line.state is SessionState.CANCELLED or line.outcome is not None)
        back = line is not None and (gone or line.state is SessionState.DRAFT)
        self.off.setText(tr("Remove") if line and line.state is SessionState.DRAFT else tr("Call &off…"))
        self.off.setVisible(line is not None and not gone)
        self.back.setText(tr("&Bring back") if gone else tr("Pu&blish"))
        self.back.setVisible(back and not (line and line.outcome is SessionOutcome.HELD))
        self.skip.setVisible(line is not None and not back and not line.marked)
        self.mark.setVisible(line is not None and line.state is SessionState.PUBLISHED)
        self._scroll.verticalScrollBar().setValue(0)
        self._warn()

    @Slot()
    def _warn(self) -> None:
        """Say what stands in the way of what is typed so far."""
        plan = self.fields.peek()
        if plan is not None:
            self.warnings.show_clashes(plan, self._clashes(plan, self.line))

    @Slot()
    def _save(self) -> None:
        plan = self.fields.typed()
        if plan is None or not self.repeat.is_right():
            self._scroll.ensureWidgetVisible(self.fields.wrong() if plan is None else self.repeat.end_field)
        else:
            self.saved.emit(plan, self.repeat.repeat() if self.line is None else None)

    def _lay_out(self, whole: QWidget) -> None:
        self.save.setObjectName("primary")
        put_icon(self.mark, "attendance")
        scroll = self._scroll
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(scaled(300))
        within = QVBoxLayout(whole)
        within.setContentsMargins(2, 0, 10, 2)
        within.setSpacing(10)
        within.addWidget(self.warnings)
        within.addWidget(self.scope)
        within.addWidget(self.fields)
        within.addWidget(self.repeat)
        within.addStretch()
        scroll.setWidget(whole)
        buttons = act_row(self.mark, self.back, self.skip, self.off, self.leave, self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.title, scroll, self.refusal):
            column.addWidget(widget, int(widget is scroll))
        column.addLayout(buttons)
        self.setFocusProxy(self.fields)
