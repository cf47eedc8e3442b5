"""The page of referrals: the register, one referral, and the letter that is being written."""

from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.errors import DeskError
from desktop.i18n import mark, tr
from desktop.rights import Permission
from desktop.services.papers import warm_press
from desktop.views.referrals.became_acts import BecameActs
from desktop.views.referrals.case_opener import CaseOpener
from desktop.views.referrals.keeping import Keeping
from desktop.views.referrals.letter_acts import LetterActs
from desktop.views.referrals.letter_form import LetterForm
from desktop.views.referrals.register import Register
from desktop.views.referrals.what_became import WhatBecame
from desktop.views.shared.last_answer import LastAnswer
from desktop.views.shared.page import PageView
from desktop.views.shared.shell import Shell


class ReferralsView(PageView):
    """Writes referrals, shows their letters, and keeps what became of them."""

    shortcuts: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Ctrl+N", mark("New referral")),
        ("Ctrl+P", mark("See and print the letter")),
        ("Ctrl+F", mark("Back to the list")),
    )

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        centre = shell.centre
        held = centre.compartments.held()
        rooms = {code: words for code, words in centre.compartments.names().items() if code in held}
        self.register = Register(self)
        self._reading = LastAnswer(shell.tasks, self, done=self.register.show_lines, refused=shell.explain)
        self.became = WhatBecame(self)
        self.form = LetterForm(self, may_record_consent=centre.desk.may(Permission.RECORD_CONSENT))
        self.opener = CaseOpener(rooms, self)
        self.acts, self.became_acts = LetterActs(shell, self.form, self.opener), BecameActs(shell, self.became)
        self.stack = QStackedWidget(self)
        for part in (self.register, self.became, self.form, self.opener):
            self.stack.addWidget(part)
        self.column.addWidget(self.stack, 1)
        self.setFocusProxy(self.stack)
        self.keeping = Keeping(shell, self.form, self.acts.begin)
        self._connect()
        self._show(self.register)
        self.refresh()

    def open(self, *target: object) -> None:
        """Show a referral by its number, begin a letter about the person with this code, or go on with it."""
        try:
            code = str(target[0])
            if not code:
                self.keeping.resume()
                self._show(self.form)
            elif code.startswith("REF-"):
                self.became_acts.show(code)
                self._show(self.became)
            else:
                self._begin_for(code)
        except DeskError as refusal:
            self._shell.explain(refusal)

    def place(self) -> tuple[object, ...]:
        """Give the number of the referral that is open, or nothing's for the letter that is being written."""
        if self.stack.currentWidget() is self.form:
            return ("",)
        line = self.became.line
        return (line.number,) if line and self.stack.currentWidget() is self.became else ()

    def put_away(self) -> None:
        """Keep the letter that is being written."""
        self.keeping.keep()

    @Slot()
    def refresh(self) -> None:
        """Read the register again, beside the screen: each referral is opened with its key."""
        self.form.name_people()
        self._reading.ask(self._shell.centre.referrals.referrals)

    @Slot()
    def back(self) -> None:
        """Go back to the register."""
        self.refresh()
        self._show(self.register)

    @Slot()
    def write(self) -> None:
        """Begin a letter, or go on with the one that was begun."""
        self.keeping.resume()
        if not self.form.begun():
            self.acts.begin("")
        self._show(self.form)

    @Slot()
    def print_letter(self) -> None:
        """Show the letter that is being written, of the referral that is open, or of the line that is chosen."""
        if self.stack.currentWidget() is self.form:
            self.form.write.click()
            return
        if self.stack.currentWidget() is self.register and (number := self.register.number()):
            self.open(number)
        self.became_acts.preview()

    @Slot(str)
    def _begin_for(self, code: str) -> None:
        self.keeping.resume()
        kept = self.form.begun()
        if kept or self.acts.begin(code):
            self._show(self.form)
            if kept and self.form.person_code() != code:
                self._shell.toast(tr("A letter about somebody else was begun. Write it, or start again."))
            return
        summary = self._shell.centre.people.file(code).summary
        self.opener.ask_for(summary.code, summary.name)
        self._show(self.opener)

    @Slot(object)
    def _written(self, number: str) -> None:
        self.keeping.written()
        self.form.empty()
        self.became_acts.show(number)
        self._show(self.became)

    def _show(self, part: QWidget) -> None:
        self.stack.setCurrentWidget(part)
        self.stack.setFocusProxy(part)
        part.setFocus()
        if part in {self.form, self.became}:
            self._shell.tasks.run(self, warm_press, done=lambda _: None, refused=self._shell.explain)

    def _connect(self) -> None:
        self.register.chosen.connect(self.open)
        self.register.writing_asked.connect(self.write)
        self.register.blank_asked.connect(self.became_acts.blank_form)
        for part in (self.became, self.form, self.opener):
            part.left.connect(self.back)
        self.acts.written.connect(self._written)
        self.acts.case_opened.connect(self._begin_for)
        for keys, act in (("Ctrl+N", self.write), ("Ctrl+P", self.print_letter), ("Ctrl+F", self.back)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.back)
