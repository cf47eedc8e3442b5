"""What one types of a session: the activity, when, where, and who facilitates."""

from datetime import date

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QGridLayout, QLineEdit, QWidget

from desktop.errors import DeskError
from desktop.formats import clock, day_and_month, day_name
from desktop.i18n import tr
from desktop.services.planning import ActivityLine, SessionPlan
from desktop.services.session_choices import Choices
from desktop.services.typed_days import read_day
from desktop.services.typed_hours import read_hour, read_length
from desktop.views.shared.field import Field


class SessionFields(QWidget):
    """One field for each part of a plan; each is checked when it is left."""

    changed = Signal()

    def __init__(self, activities: list[ActivityLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = self._week = date.min
        self._shown: SessionPlan | None = None
        self.activity, self.room = QComboBox(self), QComboBox(self)
        self.day, self.hour, self.length = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.facilitators = QLineEdit(self)
        self.draft = QCheckBox(tr("Dra&ft, to be published later"), self)
        self._minutes = {one.code: one.minutes for one in activities}
        for one in activities:
            self.activity.addItem(one.label, one.code)
        for box in (self.activity, self.room):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.facilitators.setCompleter(completer)
        day = Field(tr("&Day"), self.day, check=self.read_day, parent=self)
        hour = Field(tr("&Hour"), self.hour, check=read_hour, parent=self)
        length = Field(tr("&Length"), self.length, check=read_length, parent=self)
        self.checked = (day, hour, length)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(10)
        for row, (left, right) in enumerate((
            (Field(tr("A&ctivity"), self.activity, parent=self), None), (day, None), (hour, length),
            (Field(tr("&Room"), self.room, parent=self), None),
            (Field(tr("Fac&ilitated by"), self.facilitators, parent=self), None), (self.draft, None),
        )):  # fmt: skip
            grid.addWidget(left, row, 0, 1, 1 if right else 2, Qt.AlignmentFlag.AlignTop)
            if right is not None:
                grid.addWidget(right, row, 1, Qt.AlignmentFlag.AlignTop)
        self.activity.activated.connect(self._usual_length)
        for edit in self.edits():
            edit.editingFinished.connect(self.changed)
        for box in (self.activity, self.room):
            box.activated.connect(self.changed)
        self.setFocusProxy(self.activity)

    def edits(self) -> tuple[QLineEdit, ...]:
        """Give the fields one types into, in their order."""
        return self.day, self.hour, self.length, self.facilitators

    def show_plan(self, plan: SessionPlan, choices: Choices, today: date, week: date) -> None:
        """Show a plan to be changed, with what may be chosen for it."""
        self._shown, self._today, self._week = plan, today, week
        self._names.setStringList(list(choices.facilitators))
        self.room.clear()
        self.room.addItem(tr("No room"), None)
        for name in dict.fromkeys([*choices.rooms, *([plan.room] if plan.room else [])]):
            self.room.addItem(name, name)
        self.activity.setCurrentIndex(max(0, self.activity.findData(plan.activity)))
        self.room.setCurrentIndex(max(0, self.room.findData(plan.room)))
        self.day.setText(f"{day_name(plan.on)} {day_and_month(plan.on)}")
        self.hour.setText(clock(plan.at))
        minutes = plan.minutes or self._minutes.get(self.activity.currentData(), 60)
        self.length.setText(tr("{minutes} min", minutes=minutes))
        self.facilitators.setText(plan.facilitators)
        self.draft.setChecked(plan.draft)
        for field in self.checked:
            field.clear_refusal()

    def read_day(self, typed: str) -> date:
        """Give the day that was typed, a weekday in the week that is shown.

        Raises:
            DayUnclear: it is none.
        """
        shown = self._shown.on if self._shown else self._today
        if typed == f"{day_name(shown)} {day_and_month(shown)}":
            return shown
        return read_day(typed, self._today, self._week)

    def typed(self) -> SessionPlan | None:
        """Give what stands in the fields, or None where one of them says what is wrong with it."""
        right = [field.is_right() for field in self.checked]  # each says what is wrong with it
        if not all(right):
            self.wrong().setFocus()
            return None
        if self._shown is None:
            return None
        return self._plan(self._shown.site)

    def wrong(self) -> Field:
        """Give the first field that says what is wrong with it, or else the first one that is checked."""
        return next((field for field in self.checked if not field.is_right()), self.checked[0])

    def peek(self) -> SessionPlan | None:
        """Give what stands in the fields so far, or None while it means nothing."""
        try:
            return self._plan(self._shown.site) if self._shown else None
        except DeskError:
            return None

    def take(self, plan: SessionPlan) -> None:
        """Write the hour and the room of another plan into the fields."""
        self.hour.setText(clock(plan.at))
        self.room.setCurrentIndex(max(0, self.room.findData(plan.room)))
        self.changed.emit()

    def _plan(self, site: str) -> SessionPlan:
        return SessionPlan(
            activity=self.activity.currentData(),
            site=site,
            on=self.read_day(self.day.text()),
            at=read_hour(self.hour.text()),
            minutes=read_length(self.length.text()),
            room=self.room.currentData(),
            facilitators=" ".join(self.facilitators.text().split()),
            draft=self.draft.isChecked(),
        )

    def _usual_length(self) -> None:
        """Follow the usual length of the activity, as long as the plan is a new one."""
        minutes = self._minutes.get(self.activity.currentData())
        if minutes and self._shown is not None and self._shown.minutes is None:
            self.length.setText(tr("{minutes} min", minutes=minutes))
