"""Whether a new session comes back: every how many weeks, on which days, until when."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from desktop.errors import BadValue
from desktop.formats import day_name
from desktop.i18n import mark, tr
from desktop.services.repeats import Repeat
from desktop.services.typed_days import read_day
from desktop.views.shared.field import Field
from desktop.views.shared.flow import Flow
from desktop.views.shared.spin import inset

_WORDS = {"once": mark("Only once"), "until": mark("Every week, until a day"), "count": mark("A number of times")}
_MOST_WEEKS = 8


class RepeatFields(QWidget):
    """A choice, and below it what the choice needs."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.choice, self.end, self.every = QComboBox(self), QLineEdit(self), QSpinBox(self)
        for code, words in _WORDS.items():
            self.choice.addItem(tr(words), code)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(8)
        inset(self.every)
        self.every.setRange(1, _MOST_WEEKS)
        self._more = QWidget(self)
        self.end_field = Field(tr("&Until, or how many times"), self.end, check=self._read_end, parent=self)
        self.days = [self._day(date(2024, 1, 1 + number)) for number in range(7)]  # 1 January 2024 was a Monday
        days = Flow()
        for box in self.days:
            days.addWidget(box)
        below = QVBoxLayout(self._more)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(Field(tr("E&very how many weeks"), self.every, parent=self))
        below.addLayout(days)
        below.addWidget(self.end_field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Field(tr("Re&peats"), self.choice, parent=self))
        column.addWidget(self._more)
        self.choice.currentIndexChanged.connect(self._choose)
        self._choose()

    def start(self, day: date) -> None:
        """Begin anew for a session on a day."""
        self.choice.setCurrentIndex(0)
        self.every.setValue(1)
        self.end.clear()
        self.end_field.clear_refusal()
        for number, box in enumerate(self.days):
            box.setChecked(number == day.weekday())

    def is_right(self) -> bool:
        """Check what was typed, and say what is wrong with it."""
        return self.choice.currentData() == "once" or self.end_field.is_right()

    def repeat(self) -> Repeat | None:
        """Give how the session comes back, or None when it does not; ask `is_right` first."""
        if self.choice.currentData() == "once":
            return None
        days = tuple(number for number, box in enumerate(self.days) if box.isChecked())
        end = self._read_end(self.end.text())
        until, count = (end, None) if isinstance(end, date) else (None, end)
        return Repeat(days=days, until=until, count=count, every=self.every.value())

    def _read_end(self, typed: str) -> date | int:
        if self.choice.currentData() == "until":
            return read_day(typed, self._today)
        text = typed.strip()
        if not (text.isascii() and text.isdigit()):
            raise BadValue(value=text)
        return int(text[:6])

    @Slot()
    def _choose(self) -> None:
        self._more.setVisible(self.choice.currentData() != "once")
        self.end_field.clear_refusal()
        self.changed.emit()

    def _day(self, day: date) -> QCheckBox:
        box = QCheckBox(day_name(day)[:3], self)
        box.setAccessibleName(day_name(day))
        return box
