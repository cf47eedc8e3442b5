"""Choosing a colleague of the compartment, for some days or from now on."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QPushButton, QWidget

from desktop.i18n import tr
from desktop.services.case_holders import Colleague
from desktop.views.follow_up.sheet import Sheet
from desktop.views.shared.field import Field
from desktop.views.shared.spin import inset

_USUAL_DAYS = 7


class ColleagueSheet(Sheet):
    """Asks for a colleague; `nobody` offers to name none."""

    def __init__(
        self, heading: str, words: str, act: str, colleagues: Sequence[Colleague], parent: QWidget, nobody: str = ""
    ) -> None:
        super().__init__(heading, words, parent)
        self.who = QComboBox(self)
        for one in colleagues:
            self.who.addItem(one.name, one.uid)
        if nobody:
            self.who.addItem(nobody, None)
        self.column.addWidget(Field(tr("&Colleague"), self.who, parent=self))
        self.act = QPushButton(act, self)
        if not self.who.count():
            self.words.setText(tr("Nobody else holds this compartment yet. It is granted face to face."))
            self.who.setEnabled(False)
            self.act.setEnabled(False)
            self.act.setToolTip(self.words.text())
        self.setFocusProxy(self.who)

    def when_chosen(self, do: Callable[[Any], object]) -> None:
        """Do this with the key of the colleague who is chosen, or with none."""
        self.act.clicked.connect(lambda _: self.attempt(lambda: do(self.who.currentData())))
        self.finish(self.act)


class CoverSheet(ColleagueSheet):
    """Asks for the days as well, both included."""

    def __init__(self, words: str, colleagues: Sequence[Colleague], parent: QWidget) -> None:
        heading, act = tr("Let a colleague stand in"), tr("&Give the key for these days")
        super().__init__(heading, words, act, colleagues, parent)
        today = QDate.currentDate()
        self.first, self.last = QDateEdit(today, self), QDateEdit(today.addDays(_USUAL_DAYS), self)
        inset(self.first, self.last)
        row = QHBoxLayout()
        for edit, said in ((self.first, tr("&From")), (self.last, tr("Until, &included"))):
            edit.setDisplayFormat("dd/MM/yyyy")
            edit.setMinimumDate(today)
            row.addWidget(Field(said, edit, parent=self))
        self.column.addLayout(row)
        self.first.dateChanged.connect(self.last.setMinimumDate)

    def days(self) -> tuple[date, date]:
        """Give the first and the last day."""
        one, other = self.first.date(), self.last.date()
        return date(one.year(), one.month(), one.day()), date(other.year(), other.month(), other.day())
