"""What the form of a letter does: reads what consent covers, writes consent down, and shows the letter to number."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal, Slot

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.consents import Answer
from desktop.services.referrals import Coverage, ReferralPlan
from desktop.views.referrals.case_opener import CaseOpener
from desktop.views.referrals.letter_form import LetterForm
from desktop.views.referrals.papers import draft_letter
from desktop.views.shared.printing.draft import show_draft
from desktop.views.shared.printing.paper import Paper
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
        form.asked.connect(self._set)
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
    def _set(self, plan: ReferralPlan) -> None:
        """Set the letter beside the screen, to be looked at before it gets its number; meanwhile not twice."""
        self._form.write.setEnabled(False)
        draft = draft_letter(self._shell.centre.referrals, plan)
        self._shell.tasks.run(self, draft, done=self._show, refused=self._refused)

    def _show(self, draft: Paper) -> None:
        self._form.write.setEnabled(True)
        # Over what holds the form, which itself gives way to the referral once that is written down.
        shown = show_draft(self._shell, draft, self._form.parentWidget() or self._form)
        shown.settled.connect(lambda paper: self.written.emit(paper.title))

    def _refused(self, refusal: DeskError) -> None:
        self._form.write.setEnabled(True)
        self._form.refuse(refusal)
