"""How the page of the week is laid out."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.services.planning import ActivityLine
from desktop.services.session_clashes import clashing
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.style import scaled
from desktop.views.week.bar import WeekBar
from desktop.views.week.grid import WeekGrid
from desktop.views.week.hands import GridHands
from desktop.views.week.keys import GridKeys
from desktop.views.week.looking import Looking
from desktop.views.week.panel import SessionPanel
from desktop.views.week.reason import Reason
from desktop.views.week.template_strip import TemplateStrip


class WeekParts(QWidget):
    """The bar, the grid with what is chosen in words, and the form beside it."""

    def __init__(self, look: Looking, activities: list[ActivityLine], parent: QWidget, *, may_plan: bool) -> None:
        super().__init__(parent)
        self._may, self._open = may_plan, False
        self.bar = WeekBar(look.sites, self)
        self._work = QWidget(self)
        self.empty = QWidget(self._work)
        self.empty_words = text_label(look="strong", wrap=True, parent=self.empty)
        self.next_act = QPushButton(tr("&Copy last week"), self.empty)
        self.grid = WeekGrid(self._work)
        self.keys, self.hands = GridKeys(self.grid), GridHands(self.grid, may_plan=may_plan)
        self.told = text_label(look="strong", wrap=True, parent=self._work)
        self.reason, self.templates = Reason(self._work), TemplateStrip(self._work)
        self.panel = SessionPanel(activities, look.today, look.clashes, self)
        self.panel.hide()
        self._lay_out()
        self.grid.chosen.connect(self._tell)

    def show_week(self, look: Looking) -> None:
        """Show the week as it was read."""
        columns = look.columns()
        self.bar.show_day(look.day, look.grouping, look.today)
        self.bar.show_left_out(look.left_out, may=self._may)
        self.bar.let_plan(may=self._may, drafts=look.drafts())
        self.grid.clashing = clashing(look.lines, look.choices)
        self.grid.show_sessions(columns, look.shown(columns), look.closed(), look.moment())
        copying = self._may and look.before and not look.lines
        self.empty.setVisible(not look.lines)
        self.next_act.setVisible(copying)
        self.bar.stand_back(copying=copying)
        words = tr("Nothing is planned this week.")
        if self._may:
            words = tr("Nothing is planned this week. Draw a session in the grid with the mouse, or press Ctrl+N.")
        self.empty_words.setText(words)

    def open_panel(self, fill: Callable[[], None]) -> None:
        """Show the form, filled by `fill`."""
        self.reason.hide()
        self.templates.hide()
        fill()
        self._open = True
        self.fit()
        self.panel.show()
        self.panel.setFocus()

    @Slot()
    def close_panel(self) -> None:
        """Put the form away."""
        self._open = False
        self.panel.hide()
        self.fit()
        self.grid.setFocus()

    def fit(self) -> None:
        """Let the form take the place of the week where both do not fit, and the templates that of the grid."""
        small = self.width() < scaled(760)
        narrow = self._open and small
        self.grid.setHidden(small and not self.templates.isHidden())
        self.bar.setVisible(not narrow)
        self._work.setVisible(not narrow)
        self.panel.setMaximumWidth(scaled(1000 if narrow else 340))

    def _tell(self) -> None:
        self.told.setText(self.grid.told())

    def _lay_out(self) -> None:
        self.next_act.setObjectName("primary")
        put_icon(self.next_act, "copy", "on_primary")
        offer = QHBoxLayout(self.empty)
        offer.setContentsMargins(0, 0, 0, 0)
        offer.addWidget(self.empty_words, 1)
        offer.addWidget(self.next_act)
        work = QVBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(8)
        for widget in (self.empty, self.grid, self.told, self.reason, self.templates):
            work.addWidget(widget, int(widget is self.grid))
        work.addStretch()  # where the grid is away
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._work, 1)
        row.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.bar)
        column.addLayout(row, 1)
