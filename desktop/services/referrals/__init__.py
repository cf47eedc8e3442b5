"""Referrals: written under consent, numbered, printed once and archived sealed (`product.md` 6)."""

from desktop.services.referrals.answers import (
    ConsentMissing,
    Coverage,
    PersonDetails,
    ReasonMissing,
    ReferralPlan,
    ReferralStep,
    StepRefused,
)
from desktop.services.referrals.files import ReferralFile
from desktop.services.referrals.register import ReferralLine
from desktop.services.referrals.service import ReferralService

__all__ = [
    "ConsentMissing",
    "Coverage",
    "PersonDetails",
    "ReasonMissing",
    "ReferralFile",
    "ReferralLine",
    "ReferralPlan",
    "ReferralService",
    "ReferralStep",
    "StepRefused",
]
