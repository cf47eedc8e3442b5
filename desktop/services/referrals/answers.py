"""What is asked of the referrals, what they answer and what they refuse."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.vocabulary.referrals import ReferralState, SharedItem, Urgency


class ConsentMissing(DeskError):
    """Nothing in force lets these items go to this organisation."""

    sentence = mark(
        "The person’s consent does not cover this. Ask for it, or give the vital reason and who approved it."
    )


class ReasonMissing(DeskError):
    """Nobody can answer a letter that asks for nothing."""

    sentence = mark("Say why, in a sentence that whoever opens the letter may read.")


class StepRefused(DeskError):
    """A referral cannot go from where it stands to where it was sent."""

    sentence = mark("This referral stands at “{before}”. It cannot go to “{after}” from there.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDetails:
    """What the file does not know of somebody; it is told only where its item is ticked.

    No `safe_phone` means the one on the file.
    """

    interpreter: str = ""
    mobility: str = ""
    companion: str = ""
    safe_phone: str = ""
    phone_hours: str = ""
    message_allowed: bool | None = None
    caregiver: str = ""
    child_view: str = ""
    authority: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralPlan:
    """What is asked of a service, and in `items` what is told beyond that.

    Without consent the vital reason and who approved it are both needed. No `return_by` means the usual delay.
    """

    case_id: UUID
    service_code: str
    urgency: Urgency
    reason: str
    items: tuple[SharedItem, ...] = ()
    details: PersonDetails = PersonDetails()
    requested: str = ""
    given: str = ""
    appointment: str = ""
    return_by: date | None = None
    vital_reason: str = ""
    approved_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What the consent in force lets go to one organisation; nothing where there is none.

    `others` are the organisations to which the same consent lets the same things go.
    """

    said_on: date | None = None
    items: frozenset[SharedItem] = frozenset()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralStep:
    """One thing that became of a referral: when, by whom, and why where it was said."""

    state: ReferralState
    at: datetime
    by: str
    reason: str
