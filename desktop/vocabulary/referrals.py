"""The words of a referral: how soon, what is shared, where it stands and where it may go from there."""

from enum import StrEnum

from desktop.i18n import mark


class Urgency(StrEnum):
    """How soon a referral must be received (`domain.md` 8)."""

    HOURS_24 = "24h"
    HOURS_72 = "72h"
    WEEKS_2 = "2w"


URGENCY_WORDS = {
    Urgency.HOURS_24: mark("Urgent (24 hours)"),
    Urgency.HOURS_72: mark("Priority (72 hours)"),
    Urgency.WEEKS_2: mark("Ordinary (2 weeks)"),
}


class SharedItem(StrEnum):
    """What a letter may tell beyond the person's code and what is asked for; each needs a tick that consent covers."""

    NAME = "name"
    AGE = "age"
    SEX = "sex"
    LANGUAGE = "language"
    MOBILITY = "mobility"
    COMPANION = "companion"
    PHONE = "phone"
    SERVICES_GIVEN = "services_given"
    CHILD = "child"


SHARED_WORDS = {
    SharedItem.NAME: mark("name"),
    SharedItem.AGE: mark("age"),
    SharedItem.SEX: mark("sex"),
    SharedItem.LANGUAGE: mark("language and interpreter"),
    SharedItem.MOBILITY: mark("help needed to move about"),
    SharedItem.COMPANION: mark("who comes along"),
    SharedItem.PHONE: mark("safe phone"),
    SharedItem.SERVICES_GIVEN: mark("services already given"),
    SharedItem.CHILD: mark("the child’s caregiver and view"),
}


class ReferralState(StrEnum):
    """Where a referral stands (`product.md` 6)."""

    DRAFT = "draft"
    CONSENT_OBTAINED = "consent_obtained"
    SENT = "sent"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    APPOINTMENT = "appointment"
    SERVICE_RECEIVED = "service_received"
    FEEDBACK = "feedback"
    CLOSED = "closed"
    LOST = "lost"
    WITHDRAWN = "withdrawn"
    DECLINED = "declined"
    UNAVAILABLE = "unavailable"


REFERRAL_WORDS = {
    ReferralState.DRAFT: mark("Being prepared"),
    ReferralState.CONSENT_OBTAINED: mark("Consent obtained"),
    ReferralState.SENT: mark("Sent"),
    ReferralState.RECEIVED: mark("Received"),
    ReferralState.ACCEPTED: mark("Accepted"),
    ReferralState.REFUSED: mark("Not accepted"),
    ReferralState.APPOINTMENT: mark("Appointment given"),
    ReferralState.SERVICE_RECEIVED: mark("Service received"),
    ReferralState.FEEDBACK: mark("Answer received"),
    ReferralState.CLOSED: mark("Closed"),
    ReferralState.LOST: mark("Lost from sight"),
    ReferralState.WITHDRAWN: mark("Consent withdrawn"),
    ReferralState.DECLINED: mark("Declined by the person"),
    ReferralState.UNAVAILABLE: mark("Service unavailable"),
}

_S = ReferralState
_ENDINGS = {_S.LOST, _S.WITHDRAWN, _S.DECLINED, _S.UNAVAILABLE}
# The slip that comes back may be the first that is heard: news after the sending may skip steps, never go back.
NEXT_STATES: dict[ReferralState, frozenset[ReferralState]] = {
    _S.DRAFT: frozenset({_S.CONSENT_OBTAINED, _S.SENT, *_ENDINGS}),
    _S.CONSENT_OBTAINED: frozenset({_S.SENT, *_ENDINGS}),
    _S.SENT: frozenset({_S.RECEIVED, _S.ACCEPTED, _S.REFUSED, _S.APPOINTMENT, _S.SERVICE_RECEIVED, *_ENDINGS}),
    _S.RECEIVED: frozenset({_S.ACCEPTED, _S.REFUSED, _S.APPOINTMENT, _S.SERVICE_RECEIVED, *_ENDINGS}),
    _S.ACCEPTED: frozenset({_S.APPOINTMENT, _S.SERVICE_RECEIVED, *_ENDINGS}),
    _S.APPOINTMENT: frozenset({_S.APPOINTMENT, _S.SERVICE_RECEIVED, *_ENDINGS}),
    _S.SERVICE_RECEIVED: frozenset({_S.FEEDBACK, _S.CLOSED, _S.WITHDRAWN}),
    _S.FEEDBACK: frozenset({_S.CLOSED, _S.WITHDRAWN}),
    # Somebody lost from sight may be found again.
    _S.LOST: frozenset({_S.RECEIVED, _S.APPOINTMENT, _S.SERVICE_RECEIVED, _S.CLOSED, _S.WITHDRAWN}),
    _S.REFUSED: frozenset({_S.CLOSED, _S.WITHDRAWN}),
    _S.WITHDRAWN: frozenset({_S.CLOSED}),
    _S.DECLINED: frozenset({_S.CLOSED}),
    _S.UNAVAILABLE: frozenset({_S.CLOSED}),
    _S.CLOSED: frozenset(),
}
# Until somebody is known to have received it, the day it was due matters.
AWAITED = frozenset({_S.DRAFT, _S.CONSENT_OBTAINED, _S.SENT})
# Then, until somebody says what came of it, the day its slip is expected back.
ANSWER_AWAITED = frozenset({_S.RECEIVED, _S.ACCEPTED, _S.APPOINTMENT})
OVER = frozenset(state for state in _S if NEXT_STATES[state] <= {_S.CLOSED})
