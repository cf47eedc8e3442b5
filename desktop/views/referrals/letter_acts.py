"""What the form of a letter does: reads what consent covers, writes consent and referral down."""

from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.consents import Answer
from desktop.services.referrals import Coverage, ReferralPlan
from desktop.views.referrals.case_opener import CaseOpener
from desktop.views.referrals.letter_form import LetterForm
from desktop.views.shared.shell import Shell
from desktop.vocabulary import ConsentAnswer, ConsentPurpose


class LetterActs(QObject):
    """Ties the form to the services."""

    written = Signal(object)  # number of the referral
    case_opened = Signal(str)  # code of the person

    def __init__(self, shell: Shell, form: LetterForm, opener: CaseOpener) -> None:
        super().__init__(form)
        self._shell, self._form, self._opener = shell, form, opener
        opener.asked.connect(self._open_case)
        form.choice_changed.connect(self._read_coverage)
        form.consent.given.connect(self._write_consent)
        form.asked.connect(self._write)
        form.again.clicked.connect(self._start_again)

    def begin(self, person: str) -> bool:
        """Begin a letter, about this person where one is named; says whether one holds a case of theirs."""
        centre = self._shell.centre
        cases, rooms = centre.cases.cases(), centre.compartments.names()
        if person and all(case.person_code != person for case in cases):
            return False
        self._form.begin([(case, rooms[case.compartment]) for case in cases], centre.directory.services(), person)
        return True

    @Slot(str, str)
    def _open_case(self, person: str, room: str) -> None:
        try:
            self._shell.centre.cases.open_case(person, room)
        except DeskError as refusal:
            self._opener.refuse(refusal)
            return
        self.case_opened.emit(person)

    @Slot()
    def _start_again(self) -> None:
        self.begin("")
        self._form.setFocus()

    @Slot()
    def _read_coverage(self) -> None:
        self._form.show_coverage(self._coverage())

    def _coverage(self) -> Coverage | None:
        case, entry = self._form.who.currentData(), self._form.service.entry()
        if case is None or entry is None:
            return None
        try:
            return self._shell.centre.referrals.coverage(case, entry.code)
        except DeskError as refusal:
            self._form.refuse(refusal)
            return None

    @Slot()
    def _write_consent(self) -> None:
        form, entry = self._form, self._form.service.entry()
        case = next((one for one in self._shell.centre.cases.cases() if one.id == form.who.currentData()), None)
        if case is None or entry is None:
            return
        consent = form.consent
        answer = Answer(
            purpose=ConsentPurpose.SHARING,
            answer=ConsentAnswer.GIVEN,
            said_at=datetime.now(tz=UTC),
            given_by=consent.giver.text().strip() or case.name,
            language=consent.language.text().strip(),
            interpreter=consent.interpreter.text().strip(),
            witness=consent.witness.text().strip(),
            read_aloud=consent.aloud.isChecked(),
            restated=consent.restated.isChecked(),
            items=consent.items(),
            organisations=(entry.organisation, *consent.also_for()),
        )
        try:
            self._shell.centre.consents.record(case.person, answer)
        except DeskError as refusal:
            form.refuse(refusal)
            return
        self._read_coverage()
        form.ticks.setFocus()
        self._shell.toast(tr("Consent written down. It can be withdrawn at any time."))

    @Slot(object)
    def _write(self, plan: ReferralPlan) -> None:
        """Write the letter beside the screen; meanwhile it cannot be written twice."""
        self._form.write.setEnabled(False)
        write = partial(self._shell.centre.referrals.write, plan)
        self._shell.tasks.run(self, write, done=self._written, refused=self._refused)

    def _written(self, number: str) -> None:
        self._form.write.setEnabled(True)
        self.written.emit(number)

    def _refused(self, refusal: DeskError) -> None:
        self._form.write.setEnabled(True)
        self._form.refuse(refusal)
