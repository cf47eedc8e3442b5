"""What lets a referral go: consent that names the organisation and every item, or a vital interest."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from desktop.formats import short_date
from desktop.i18n import tr
from desktop.services.consents import Answer, answer_in_force
from desktop.services.referrals.answers import ConsentMissing, Coverage, ReferralPlan
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import ConsentAnswer, ConsentPurpose
from desktop.vocabulary.referrals import SharedItem


def basis_of(look: Reading, person: UUID, organisation: str, plan: ReferralPlan) -> dict[str, Any]:
    """Give what the letter says of its basis, and of how consent was asked.

    Raises:
        ConsentMissing: neither consent in force nor a vital interest with reason and approver.
    """
    if plan.vital_reason and plan.approved_by:
        words = tr("Vital interest: {reason} - approved by {name}", reason=plan.vital_reason, name=plan.approved_by)
        return {"vital": True, "basis": words, "asked": {}}
    said = covering(look, person, organisation, plan.items)
    asked = {
        "explained_in": said.language,
        "explained_by": said.explained_by,
        "interpreted_by": said.interpreter,
        "read_aloud": said.read_aloud,
        "restated": said.restated,
        "witness": said.witness,
    }
    return {"vital": False, "basis": tr("Consent of {day}", day=short_date(said.said_at.date())), "asked": asked}


def covering(look: Reading, person: UUID, organisation: str, items: Iterable[str]) -> Answer:
    """Give the consent in force that lets `items` go to an organisation.

    Raises:
        ConsentMissing: there is none.
    """
    said = answer_in_force(look, person, ConsentPurpose.SHARING)
    if said is None or said.answer is not ConsentAnswer.GIVEN:
        raise ConsentMissing
    if organisation not in said.organisations or not set(items) <= set(said.items):
        raise ConsentMissing
    return said


def coverage_of(look: Reading, person: UUID, organisation: str) -> Coverage:
    """Give what the consent in force lets go to an organisation, and to which others."""
    said = answer_in_force(look, person, ConsentPurpose.SHARING)
    if said is None or said.answer is not ConsentAnswer.GIVEN:
        return Coverage()
    others = tuple(one for one in said.organisations if one != organisation)
    if organisation not in said.organisations:
        return Coverage(others=others)
    items = frozenset(item for item in SharedItem if item in said.items)
    return Coverage(said_on=said.said_at.date(), items=items, others=others)


def still_covered(look: Reading, person: UUID, head: dict[str, Any]) -> None:
    """Refuse to send what rested on a consent that is gone.

    Raises:
        ConsentMissing: it was withdrawn, or no longer covers the letter.
    """
    if not head["vital"]:
        covering(look, person, head["service"]["organisation"], head["items"])
