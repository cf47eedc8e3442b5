"""The letter that somebody began and did not write yet: kept through a power cut, readable to them alone."""

from dataclasses import asdict
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from desktop.models.base import table_of
from desktop.models.keys import named_key
from desktop.models.sealed import Draft
from desktop.rights import Permission
from desktop.services.drafts import drop_draft
from desktop.services.referrals.answers import PersonDetails, ReferralPlan
from desktop.storage.unit_of_work import Desk, Reading
from desktop.vault.inside import read_inside, write_inside
from desktop.vault.refusals import SealBroken
from desktop.vocabulary.referrals import SharedItem, Urgency


def letter_key(member: UUID) -> UUID:
    """Give the key of the one letter that somebody may have begun."""
    return named_key("draft", "letter", member)


def keep(desk: Desk, plan: ReferralPlan) -> None:
    """Keep a letter as far as it goes; as with every draft, the journal tells of the first time alone."""
    key = letter_key(desk.member.id)
    if desk.keep_draft(Permission.REFER, key, lambda: _spelt(plan)):
        return
    with desk.begin(Permission.REFER) as work:
        work.insert(Draft, id=key, staff_id=desk.member.id, saved_at=work.now, blob=desk.keys.draft(key, _spelt(plan)))
        work.trace("begin draft", "draft", key)


def discard(desk: Desk) -> None:
    """Throw the letter away that was begun."""
    key = letter_key(desk.member.id)
    with desk.begin(Permission.REFER) as work:
        drop_draft(work, key)
        work.trace("discard draft", "draft", key)


def kept(desk: Desk, look: Reading) -> ReferralPlan | None:
    """Give the letter that was kept; one from before a lost password opens no more."""
    key, drafts = letter_key(desk.member.id), table_of(Draft)
    blob = look.scalar(sa.select(drafts.c.blob).where(drafts.c.id == key))
    try:
        return None if blob is None else _plan(desk.keys.read_draft(key, blob))
    except SealBroken:
        return None


def _spelt(plan: ReferralPlan) -> bytes:
    back = plan.return_by.isoformat() if plan.return_by else ""
    return write_inside(asdict(plan) | {"case_id": str(plan.case_id), "return_by": back})


def _plan(text: bytes) -> ReferralPlan:
    said = read_inside(text)
    said |= {
        "case_id": UUID(said["case_id"]),
        "urgency": Urgency(said["urgency"]),
        "items": tuple(map(SharedItem, said["items"])),
        "details": PersonDetails(**said["details"]),
        "return_by": date.fromisoformat(said["return_by"]) if said["return_by"] else None,
    }
    return ReferralPlan(**said)
