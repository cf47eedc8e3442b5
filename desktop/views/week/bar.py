"""What stands above the grid: the week to choose, how it is looked at, and what is done with all of it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.formats import clock, day_name, long_date, week_told
from desktop.i18n import tr, trn
from desktop.services.centre_setup import SiteLine
from desktop.services.sessions import SessionLine, monday_of
from desktop.views.shared.flow import Flow
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.week.columns import GROUPING_WORDS, Grouping
from desktop.views.week.words import day_told


class WeekBar(QWidget):
    """Says which week is shown, and lets another be chosen."""

    back_asked = Signal(object)  # SessionLine that was left out
    turned = Signal(int)  # weeks or days to go on by; nought is today

    def __init__(self, sites: list[SiteLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = text_label(look="heading", wrap=True, parent=self)
        self.before, self.now, self.after = (QPushButton(self) for _ in range(3))
        self.grouping, self.site = QComboBox(self), QComboBox(self)
        self.copy, self.publish = QPushButton(tr("&Copy last week"), self), QPushButton(tr("Pu&blish"), self)
        self.new = QPushButton(tr("&New session"), self)
        self.print = QPushButton(tr("Print the week"), self)
        self.print.setToolTip(tr("Show and print the published week, without drafts (Ctrl+P)"))
        self.more = QPushButton(tr("More"), self)
        menu = QMenu(self.more)
        self.calendar = menu.addAction(tr("Published week for a calendar, without names…"))
        self.templates = menu.addAction(tr("Week templates…"))
        self.more.setMenu(menu)
        self.left_out = QPushButton(self)
        self.left_out.setMenu(QMenu(self.left_out))
        for code, said in GROUPING_WORDS.items():
            self.grouping.addItem(tr(said), code)
        for site in sites:
            self.site.addItem(site.name, site.code)
        self.site.setVisible(len(sites) > 1)
        self.grouping.setAccessibleName(tr("How the week is looked at"))
        self.site.setAccessibleName(tr("Site"))
        self._lay_out()
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.after.clicked.connect(lambda: self.turned.emit(1))
        self.now.clicked.connect(lambda: self.turned.emit(0))

    def show_day(self, day: date, grouping: Grouping, today: date) -> None:
        """Say which week, or which day, is shown."""
        first = monday_of(day)
        if grouping is Grouping.DAYS:
            self.words.setText(week_told(first))
            self._name(tr("Previous week"), tr("Next week"), tr("This week"))
        else:
            self.words.setText(f"{day_name(day).capitalize()} {long_date(day)}")
            self._name(tr("Previous day"), tr("Next day"), tr("Today"))
        self.now.setEnabled(first != monday_of(today) if grouping is Grouping.DAYS else day != today)

    def let_plan(self, *, may: bool, drafts: int) -> None:
        """Say what may be done with the week, and why not."""
        why = "" if may else tr("Your account reads the week; it does not plan it.")
        for button in (self.copy, self.publish, self.new):
            button.setEnabled(may)
            button.setToolTip(why)
        self.templates.setEnabled(may)
        if may and not drafts:
            self.publish.setEnabled(False)
            self.publish.setToolTip(tr("There is no draft in this week."))
        elif may:
            self.publish.setToolTip(trn("Publish {n} draft of this week.", "Publish {n} drafts of this week.", drafts))

    def show_left_out(self, lines: list[SessionLine], *, may: bool) -> None:
        """Offer to bring back what was left out of the week."""
        self.left_out.setVisible(may and bool(lines))
        self.left_out.setText(tr("Left out: {n}", n=len(lines)))
        menu = self.left_out.menu()
        menu.clear()
        for line in lines:
            act = menu.addAction(f"{line.activity} · {day_told(line.on_date)}, {clock(line.starts_at.time())}")
            act.triggered.connect(lambda _=False, line=line: self.back_asked.emit(line))

    def stand_back(self, *, copying: bool) -> None:
        """Leave the first place to the offer of a copy, or take it again."""
        self.copy.setVisible(not copying)
        self.new.setObjectName("" if copying else "primary")
        self.new.style().polish(self.new)
        put_icon(self.new, "plus", "text" if copying else "on_primary")

    def _name(self, before: str, after: str, now: str) -> None:
        self.now.setText(now)
        for button, words in ((self.before, before), (self.after, after)):
            button.setAccessibleName(words)
            button.setToolTip(words)

    def _lay_out(self) -> None:
        self.new.setObjectName("primary")
        for one, name, tint in ((self.before, "chevron_left", "text"), (self.after, "chevron_right", "text"),
                                   (self.copy, "copy", "text"), (self.publish, "check", "text"),
                                   (self.print, "print", "text"),
                                   (self.new, "plus", "on_primary")):  # fmt: skip
            put_icon(one, name, tint)
        upper, lower = QHBoxLayout(), Flow()
        upper.addWidget(self.words, 1)
        for button in (self.before, self.now, self.after):
            upper.addWidget(button)
        for widget in (self.grouping, self.site):
            lower.addWidget(widget)
        lower.part()
        for act in (self.left_out, self.more, self.print, self.copy, self.publish, self.new):
            lower.addWidget(act)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(upper)
        column.addLayout(lower)
