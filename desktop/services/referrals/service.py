"""Referring the people whose case one holds."""

from uuid import UUID
from zoneinfo import ZoneInfo

from desktop.models.sealed import Referral
from desktop.reports.page import Target
from desktop.reports.referral_facts import blank_form
from desktop.reports.referral_letter import write_referral_letter
from desktop.rights import Permission
from desktop.services.case_access import readable_case, seal_row
from desktop.services.codes import mint
from desktop.services.directory import DirectoryService
from desktop.services.drafts import drop_draft
from desktop.services.papers import home, printed_now, put
from desktop.services.referrals import begun
from desktop.services.referrals.answers import Coverage, ReferralPlan, ReferralStep
from desktop.services.referrals.consent import coverage_of, still_covered
from desktop.services.referrals.files import ReferralFile, file_of
from desktop.services.referrals.heads import find, planned
from desktop.services.referrals.letters import draft_of, letter_of
from desktop.services.referrals.register import ReferralLine, register
from desktop.services.referrals.steps import add_step, check_step, steps_of
from desktop.storage.unit_of_work import Desk
from desktop.vault.cases import CaseKeys
from desktop.vocabulary.referrals import ReferralState


class ReferralService:
    """Refer the people whose case one holds."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def write(self, plan: ReferralPlan) -> str:
        """Write a referral and give its number; the letter that was kept while one wrote it goes in the same act.

        Raises:
            NotGranted: one does not hold the case.
            ReasonMissing: nothing is asked.
            NotFound: no such service.
            ConsentMissing: neither consent in force nor a vital interest with reason and approver.
        """
        with self._desk.begin(Permission.REFER) as work:
            case, site, head = planned(self._desk, work, plan)
            number = mint(work, "referral", site.code, work.now.astimezone(ZoneInfo(site.zone)).year)
            key = seal_row(self._desk, work, Referral, case.id, head, site_id=site.id, number=number)
            state = ReferralState.DRAFT if head["vital"] else ReferralState.CONSENT_OBTAINED
            add_step(self._desk, work, case.id, key, state)
            drop_draft(work, begun.letter_key(work.member.id))
            work.trace("write referral", "referral", key)
        return number

    def preview(self, plan: ReferralPlan, target: Target) -> None:
        """Set the letter as it would stand, with a word for its number; nothing is kept and no number is used.

        Raises:
            NotGranted: one does not hold the case.
            ReasonMissing: nothing is asked.
            NotFound: no such service.
            ConsentMissing: neither consent in force nor a vital interest with reason and approver.
        """
        with self._desk.read(Permission.REFER) as look:
            _, site, head = planned(self._desk, look, plan)
            paper = draft_of(look, site, head)
        put(paper, target)

    def keep_begun(self, plan: ReferralPlan | None) -> None:
        """Keep the letter one began, readable to oneself alone, in place of the one before; None lets go of it."""
        if plan is None:
            begun.discard(self._desk)
        else:
            begun.keep(self._desk, plan)

    def begun(self) -> ReferralPlan | None:
        """Give the letter one began and did not write, as far as it went."""
        with self._desk.read(Permission.REFER) as look:
            return begun.kept(self._desk, look)

    def coverage(self, case_id: UUID, service_code: str) -> Coverage:
        """Give what the person of a case lets go to the organisation of a service.

        Raises:
            NotGranted: one does not hold the case.
            NotFound: no such service.
        """
        with self._desk.read(Permission.REFER) as look:
            person = readable_case(self._desk, look, case_id).person
            organisation = DirectoryService(self._desk).service(service_code).organisation
            return coverage_of(look, person, organisation)

    def referrals(self) -> list[ReferralLine]:
        """Give the referrals one can read: the first awaited first, and last those that ended."""
        with self._desk.read(Permission.REFER) as look:
            return register(self._desk, look)

    def referral(self, number: str) -> ReferralFile:
        """Give one referral with everything that became of it.

        Raises:
            NotFound: one can read no such referral.
        """
        with self._desk.read(Permission.REFER) as look:
            return file_of(self._desk, look, *find(self._desk, look, number))

    def steps(self, number: str) -> list[ReferralStep]:
        """Give everything that became of a referral, the first step first; nothing is ever taken away.

        Raises:
            NotFound: one can read no such referral.
        """
        with self._desk.read(Permission.REFER) as look:
            return steps_of(self._desk, look, find(self._desk, look, number)[0].id)

    def set_state(self, number: str, state: ReferralState, reason: str = "") -> None:
        """Write down what became of a referral; earlier states stay.

        Raises:
            NotFound: one can read no such referral.
            StepRefused: it does not go there from where it stands.
            ConsentMissing: it is to be sent, and the consent it rests on is gone.
        """
        with self._desk.begin(Permission.REFER) as work:
            row, case = find(self._desk, work, number)
            check_step(steps_of(self._desk, work, row.id), state)
            if state is ReferralState.SENT:
                still_covered(work, case.person, CaseKeys(self._desk.keys).open(row))
            key = add_step(self._desk, work, case.id, row.id, state, reason)
            work.trace("set referral state", "referral_event", key)

    def letter(self, number: str, target: Target, *, duplicate: bool = False) -> None:
        """Write the letter; the first print is archived sealed, and every later one is that very file.

        A `duplicate` is the same letter, of the same day and hand, with the word on each page.

        Raises:
            NotFound: one can read no such referral.
            ConsentMissing: it was never printed, and the consent it rests on is gone.
        """
        with self._desk.begin(Permission.REFER) as work:
            row, case = find(self._desk, work, number)
            paper = letter_of(self._desk, work, row, case, duplicate=duplicate)
            work.trace("print referral letter", "referral", row.id)
        # Only now: the journal's line is on the disk before the paper exists.
        put(paper, target)

    def blank_form(self, target: Target) -> None:
        """Write the form to fill in by hand; it takes its number when it is written down here."""
        with self._desk.begin(Permission.REFER) as work:
            name, zone = home(work)
            printed = printed_now(work, zone)
            work.trace("print blank referral form", "paper")
        write_referral_letter(blank_form(printed.centre, name), target, printed)
