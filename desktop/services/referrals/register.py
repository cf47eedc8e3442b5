"""The register: every referral one can read, and where each stands."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.models.sealed import Referral, ReferralEvent
from desktop.services.case_access import readable_cases
from desktop.services.case_lines import CaseLine
from desktop.services.referrals.heads import due_on
from desktop.storage.unit_of_work import Desk, Reading
from desktop.vault.cases import CaseKeys
from desktop.vocabulary.referrals import ANSWER_AWAITED, AWAITED, ReferralState, Urgency


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralLine:
    """A referral in a list; `due_on` is the day by which it must be received, `return_by` that of its answer."""

    number: str
    state: ReferralState
    service: str
    organisation: str
    urgency: Urgency
    due_on: date
    return_by: date
    person_code: str
    name: str

    @property
    def awaited_on(self) -> date | None:
        """Give the day by which something must be heard of it now; None once nothing is awaited."""
        if self.state in AWAITED:
            return self.due_on
        return self.return_by if self.state in ANSWER_AWAITED else None

    def is_overdue(self, day: date) -> bool:
        """Say whether nothing was heard of it, though its day has passed."""
        return self.awaited_on is not None and self.awaited_on < day


def register(desk: Desk, look: Reading) -> list[ReferralLine]:
    """Give the referrals one can read: the first awaited first, and last those that ended."""
    cases = {one.id: one for one in readable_cases(desk, look)}
    keys = CaseKeys(desk.keys)
    rows = look.rows(sa.select(Referral.__table__).where(Referral.case_id.in_(list(cases))))
    states = _latest(look, keys, cases)
    lines = [line_of(row, keys.open(row), states[row.id], cases[row.case_id]) for row in rows]
    return sorted(lines, key=lambda one: (one.awaited_on is None, one.awaited_on or one.due_on, one.number))


def line_of(row: sa.Row[Any], head: dict[str, Any], state: ReferralState, case: CaseLine) -> ReferralLine:
    """Give a referral as a list shows it."""
    return ReferralLine(
        number=row.number,
        state=state,
        service=head["service"]["name"],
        organisation=head["service"]["organisation"],
        urgency=Urgency(head["urgency"]),
        due_on=due_on(head).date(),
        return_by=date.fromisoformat(head["return_by"]),
        person_code=case.person_code,
        name=case.name,
    )


def _latest(look: Reading, keys: CaseKeys, cases: Mapping[UUID, CaseLine]) -> dict[UUID, ReferralState]:
    """Give where each referral stands, in one question: asking for each took longer than opening it."""
    steps: dict[UUID, list[tuple[str, UUID, str]]] = defaultdict(list)
    for row in look.rows(sa.select(ReferralEvent.__table__).where(ReferralEvent.case_id.in_(list(cases)))):
        content = keys.open(row)
        steps[row.referral_id].append((content["at"], row.id, content["state"]))
    return {referral: ReferralState(max(known)[2]) for referral, known in steps.items()}
