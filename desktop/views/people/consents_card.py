"""What somebody agreed to, purpose by purpose, and a form to write down what they answer now."""

from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.rights import Permission
from desktop.views.people.consent_form import ConsentForm
from desktop.views.people.file_lines import consent_line
from desktop.views.shared.card import Card
from desktop.views.shared.labels import text_label
from desktop.views.shared.shell import Shell
from desktop.vocabulary import ConsentPurpose


class ConsentsCard(Card):
    """Not asked, given, refused and withdrawn are four things; earlier answers are never taken away."""

    changed = Signal()  # an answer was written down
    opened = Signal(QWidget)  # the form that somebody fills in now

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(tr("Consents"), parent)
        self._shell = shell
        self._code = ""
        self._person: UUID | None = None
        self._next = ConsentPurpose.SERVICES
        self._may_record = shell.centre.desk.may(Permission.RECORD_CONSENT)
        self.ask = QPushButton(tr("Write an answer down…"), self)
        self.form = ConsentForm(self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self._close()
        self.ask.clicked.connect(self._begin)
        self.form.written.connect(self._write)
        self.form.left.connect(self._close)

    def show_person(self, code: str, person: UUID) -> None:
        """Show what is in force for somebody; a form that is open about another person closes."""
        if not self._shell.centre.desk.may(Permission.SEE_CONSENT):
            self.hide()
            return
        self.show()
        changed, self._code, self._person = code != self._code, code, person
        lines = self._shell.centre.person_page.consents(code)
        self._next = next((line.purpose for line in lines if line.answer is None), ConsentPurpose.SERVICES)
        self.show_lines([consent_line(line) for line in lines], "")
        for part in (self.form, self.refusal, self.ask):
            self.column.addWidget(part)  # below the lines, which were just made anew
        if changed:
            self._close()

    def give_up(self) -> bool:
        """Leave the form that is open, and say whether there was one."""
        is_open = self.form.isVisible()
        if is_open:
            self._close()
            self.ask.setFocus()
        return is_open

    @Slot()
    def _begin(self) -> None:
        self.form.begin(self._next)
        self.form.show()
        self.form.setFocus()  # before the button goes: Qt would hand its focus to the far end of the file
        self.ask.hide()
        self.opened.emit(self.form)

    @Slot()
    def _close(self) -> None:
        self.form.hide()
        self.refusal.hide()
        self.ask.setVisible(self._may_record)

    @Slot()
    def _write(self) -> None:
        if self._person is None:
            return
        try:
            self._shell.centre.consents.record(self._person, self.form.typed())
        except DeskError as refusal:
            self.refusal.setText(refusal.explain())
            self.refusal.show()
            return
        self.show_person(self._code, self._person)
        self._close()
        self.ask.setFocus()
        self.changed.emit()
        self._shell.toast(tr("The answer is written down."))
