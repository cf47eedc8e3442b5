"""Referrals: written under consent, numbered, printed once and archived sealed (`product.md` 6)."""

from desktop.services.referrals.answers import (
    ConsentMissing,
    Coverage,
    PersonDetails,
    ReferralLine,
    ReferralPlan,
    ReferralStep,
    StepRefused,
)
from desktop.services.referrals.service import ReferralService

__all__ = [
    "ConsentMissing",
    "Coverage",
    "PersonDetails",
    "ReferralLine",
    "ReferralPlan",
    "ReferralService",
    "ReferralStep",
    "StepRefused",
]
