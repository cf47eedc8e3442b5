"""One referral, as whoever follows it reads it."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from desktop.services.case_lines import CaseLine
from desktop.services.referrals.answers import ReferralStep
from desktop.services.referrals.register import ReferralLine, line_of
from desktop.services.referrals.steps import steps_of
from desktop.storage.unit_of_work import Desk, Reading
from desktop.vault.cases import CaseKeys


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralFile:
    """What was asked of whom, on which basis, what was told, and what became of it, the first step first.

    `contact`, `phone`, `landmark` and `hours` are those of the service when the letter was written.
    """

    line: ReferralLine
    contact: str
    phone: str
    landmark: str
    hours: str
    reason: str
    requested: str
    appointment: str
    basis: str
    shared: tuple[str, ...]
    steps: tuple[ReferralStep, ...]


def file_of(desk: Desk, look: Reading, row: sa.Row[Any], case: CaseLine) -> ReferralFile:
    """Give one referral with everything that became of it."""
    head, steps = CaseKeys(desk.keys).open(row), steps_of(desk, look, row.id)
    return ReferralFile(
        line=line_of(row, head, steps[-1].state, case),
        **{name: head["service"][name] for name in ("contact", "phone", "landmark", "hours")},
        **{name: head[name] for name in ("reason", "requested", "appointment", "basis")},
        shared=tuple(head["shared"]),
        steps=tuple(steps),
    )
