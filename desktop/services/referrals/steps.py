"""What became of a referral: each step a sealed row of its own, none ever changed."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.i18n import tr
from desktop.models.accounts import Staff
from desktop.models.sealed import ReferralEvent
from desktop.services.case_access import seal_row
from desktop.services.referrals.answers import ReferralStep, StepRefused
from desktop.storage.unit_of_work import Desk, Reading, UnitOfWork
from desktop.vault.cases import CaseKeys
from desktop.vocabulary.referrals import NEXT_STATES, REFERRAL_WORDS, ReferralState


def add_step(desk: Desk, work: UnitOfWork, case: UUID, referral: UUID, state: ReferralState, reason: str = "") -> UUID:
    """Write down where a referral now stands."""
    content = {"state": state.value, "reason": reason, "at": work.now.astimezone(UTC).isoformat()}
    return seal_row(desk, work, ReferralEvent, case, content, referral_id=referral)


def steps_of(desk: Desk, look: Reading, referral: UUID) -> list[ReferralStep]:
    """Give everything that became of a referral, the first step first."""
    question = sa.select(ReferralEvent.__table__).where(ReferralEvent.referral_id == referral)
    names = {row.id: row.name for row in look.rows(sa.select(Staff.id, Staff.name))}
    read = [(row, CaseKeys(desk.keys).open(row)) for row in look.rows(question)]
    read.sort(key=lambda pair: (pair[1]["at"], pair[0].id))
    return [_step(desk, row, content, names) for row, content in read]


def check_step(steps: list[ReferralStep], after: ReferralState) -> None:
    """Refuse a step that does not follow from the last one.

    Raises:
        StepRefused: the referral does not go from there to there.
    """
    before = steps[-1].state
    if after not in NEXT_STATES[before]:
        raise StepRefused(before=tr(REFERRAL_WORDS[before]), after=tr(REFERRAL_WORDS[after]))


def _step(desk: Desk, row: sa.Row[Any], content: dict[str, Any], names: dict[UUID, str]) -> ReferralStep:
    cert = desk.keys.ledger.cert_of(row.author_kid)
    return ReferralStep(
        state=ReferralState(content["state"]),
        at=datetime.fromisoformat(content["at"]),
        by=names.get(cert.uid, "") if cert else "",
        reason=content["reason"],
    )
