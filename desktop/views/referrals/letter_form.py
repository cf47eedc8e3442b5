"""Writing a referral: what consent lets the letter tell, and what it still lacks."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.cases import CaseLine
from desktop.services.directory import ServiceEntry
from desktop.services.referrals import Coverage, ReferralPlan
from desktop.views.referrals.letter_fields import LetterFields
from desktop.views.shared.discretion import discretion
from desktop.vocabulary.referrals import SharedItem, Urgency

NOBODY = UUID(int=0)


class LetterForm(LetterFields):
    """Everything a letter needs; what is refused is said, and nothing typed is lost."""

    left = Signal()
    asked = Signal(object)  # ReferralPlan
    choice_changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, may_record_consent: bool) -> None:
        super().__init__(parent, may_record_consent=may_record_consent)
        self._covered: frozenset[SharedItem] = frozenset()
        self._cases: Sequence[tuple[CaseLine, str]] = ()
        self.back.clicked.connect(self.left)
        self.write.clicked.connect(self._ask)
        self.who.currentIndexChanged.connect(self.choice_changed)
        self.service.changed.connect(self.choice_changed)
        for edit in (self.vital, self.approver):
            edit.textChanged.connect(self._open_ticks)
        self.setFocusProxy(self.who)

    def begin(self, cases: Sequence[tuple[CaseLine, str]], services: Sequence[ServiceEntry], person: str = "") -> None:
        """Start an empty letter; `cases` come with the words of their compartment, `person` is a code to begin with."""
        self._cases = cases
        self.who.blockSignals(True)
        self.who.clear()
        for case, _ in cases:
            self.who.addItem("", case.id)
        self.name_people()
        wanted = [place for place, (case, _) in enumerate(cases) if case.person_code == person]
        self.who.setCurrentIndex(wanted[0] if wanted else -1)
        self.who.blockSignals(False)
        self.service.show_services(services)
        self.empty()
        self.setFocusProxy(self.service if wanted else self.who)
        self.choice_changed.emit()

    def resume(self, plan: ReferralPlan) -> None:
        """Put a letter that was begun back as it stood; what consent no longer covers stays unticked."""
        known = [place for place, (case, _) in enumerate(self._cases) if case.id == plan.case_id]
        self.who.setCurrentIndex(known[0] if known else -1)
        self.service.choose(plan.service_code)
        self.urgency.choose(plan.urgency.value)
        self.reason.setPlainText(plan.reason)
        self.requested.setText(plan.requested)
        self.appointment.setText(plan.appointment)
        self.vital.setText(plan.vital_reason)
        self.approver.setText(plan.approved_by)
        self.ticks.resume(plan.items, plan.details, plan.given)

    def plan(self) -> ReferralPlan:
        """Give the letter as far as it goes."""
        entry = self.service.entry()
        return ReferralPlan(
            case_id=self.who.currentData() or NOBODY,
            service_code=entry.code if entry else "",
            urgency=Urgency(self.urgency.code()),
            reason=self.reason.toPlainText().strip(),
            items=self.ticks.chosen(),
            details=self.ticks.details(),
            requested=self.requested.text().strip(),
            given=self.ticks.given(),
            appointment=self.appointment.text().strip(),
            vital_reason=self.vital.text().strip(),
            approved_by=self.approver.text().strip(),
        )

    def person_code(self) -> str:
        """Give the code of whom the letter is about."""
        return next((case.person_code for case, _ in self._cases if case.id == self.who.currentData()), "")

    def begun(self) -> bool:
        """Say whether something was typed that nobody wants to type again."""
        typed = (self.requested, self.appointment, self.vital, self.approver, *self.ticks.asked.values())
        return any(edit.text().strip() for edit in typed) or bool(self.reason.toPlainText().strip())

    def name_people(self) -> None:
        """Name those one may write about, or hide the names with every other."""
        for place, (case, room) in enumerate(self._cases):
            self.who.setItemText(place, f"{discretion.shown(case.name) or case.person_code} · {room}")

    def show_coverage(self, coverage: Coverage | None) -> None:
        """Open the ticks that consent covers; None while no person or no service is chosen."""
        entry = self.service.entry()
        self._covered = coverage.items if coverage else frozenset()
        if coverage is None or entry is None:
            self.consent.show_nothing()
        else:
            self.consent.show_coverage(coverage, entry.organisation)
        self._open_ticks()

    def refuse(self, refusal: DeskError) -> None:
        """Say why the letter cannot be written."""
        self._say(refusal.explain())

    @Slot()
    def _open_ticks(self) -> None:
        vital = bool(self.vital.text().strip() and self.approver.text().strip())
        chosen = self.who.currentData() is not None and self.service.entry() is not None
        why_not = tr("The person’s consent does not cover this. Write it down first, or give the vital reason.")
        self.ticks.open_for(frozenset(SharedItem) if vital else self._covered, why_not if chosen else "")

    @Slot()
    def _ask(self) -> None:
        plan = self.plan()
        vital, approver = plan.vital_reason, plan.approved_by
        lacking = (
            (self.who, tr("Choose whom the letter is about."), plan.case_id == NOBODY),
            (self.service, tr("Choose the service."), not plan.service_code),
            (self.reason, tr("Say why, in a sentence that whoever opens the letter may read."), not plan.reason),
            (self.vital, tr("Write why it is vital to go without consent."), approver and not vital),
            (self.approver, tr("Write who approved to go without consent."), vital and not approver),
        )
        for widget, words, missing in lacking:
            if missing:
                self._say(words)
                widget.setFocus()
                return
        self.refusal.hide()
        self.asked.emit(plan)

    def _say(self, words: str) -> None:
        self.refusal.setText(words)
        self.refusal.show()
