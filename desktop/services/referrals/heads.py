"""The head of a referral: what it asks of whom and by when, sealed in its case."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.centre import Site
from desktop.models.people import Person
from desktop.models.sealed import Referral
from desktop.models.stays import Stay
from desktop.services.case_access import readable_case
from desktop.services.case_lines import CaseLine
from desktop.services.directory import DirectoryService, ServiceEntry
from desktop.services.reference import load
from desktop.services.referrals.answers import ReasonMissing, ReferralPlan
from desktop.services.referrals.consent import basis_of
from desktop.services.referrals.telling import listed, told
from desktop.storage.unit_of_work import Desk, Reading
from desktop.vault.refusals import NotGranted
from desktop.vocabulary.referrals import Urgency

_DELAY = {Urgency.HOURS_24: timedelta(hours=24), Urgency.HOURS_72: timedelta(hours=72), Urgency.WEEKS_2: timedelta(14)}
_OF_SERVICE = ("organisation", "name", "address", "landmark", "phone", "contact", "hours", "cost")


def planned(desk: Desk, look: Reading, plan: ReferralPlan) -> tuple[CaseLine, sa.Row[Any], dict[str, Any]]:
    """Give the case a referral is about, the site it goes out from, and what is sealed of it.

    Raises:
        NotGranted: one does not hold the case.
        ReasonMissing: nothing is asked.
        NotFound: no such service.
        ConsentMissing: nothing in force lets it go.
    """
    case = readable_case(desk, look, plan.case_id)
    if not plan.reason.strip():
        raise ReasonMissing
    service = DirectoryService(desk).service(plan.service_code)
    site = site_of(look, case)
    return case, site, head_of(look, case, plan, service, site.zone)


def site_of(look: Reading, case: CaseLine) -> sa.Row[Any]:
    """Give the site where the person stays or stayed last (id, code, name, zone), else the first of one's own.

    Raises:
        NotFound: there is none.
    """
    columns = (Site.id, Site.code, Site.name, Site.zone)
    here = sa.select(*columns).join(Stay, Stay.site_id == Site.id).join(Person, Stay.person_id == Person.id)
    stayed = here.where(Person.canonical_id == case.person, Stay.removed_at.is_(None))
    row = look.row(stayed.order_by(Stay.in_at.desc()).limit(1))
    if row is None:
        row = look.row(sa.select(*columns).where(look.own_sites(Site.id)).order_by(Site.code))
    if row is None:
        raise NotFound(code=case.person_code)
    return row


def head_of(look: Reading, case: CaseLine, plan: ReferralPlan, service: ServiceEntry, zone: str) -> dict[str, Any]:
    """Give what is sealed of a referral.

    Raises:
        ConsentMissing: nothing in force lets it go.
    """
    here = look.now.astimezone(ZoneInfo(zone))
    due = here + _DELAY[plan.urgency]
    basis = basis_of(look, case.person, service.organisation, plan)
    spoken = basis["asked"].get("explained_in", "")
    back = plan.return_by or due.date() + timedelta(days=load("referrals")["reply_days"][plan.urgency])
    return {
        "schema": "referral/1",
        "person_at_writing": str(case.person),
        "service": {name: getattr(service, name) for name in _OF_SERVICE},
        "urgency": plan.urgency.value,
        "receive_by": due.isoformat(),
        "return_by": back.isoformat(),
        "items": [item.value for item in plan.items],
        "shared": listed(plan.items),
        "told": told(look, case, plan, here.date(), spoken),
        **basis,
        **{name: getattr(plan, name) for name in ("reason", "requested", "appointment")},
    }


def find(desk: Desk, look: Reading, number: str) -> tuple[sa.Row[Any], CaseLine]:
    """Give the row of a referral and its case.

    Raises:
        NotFound: one can read no such referral.
    """
    row = look.row(sa.select(Referral.__table__).where(Referral.number == number))
    if row is None:
        raise NotFound(code=number)
    try:
        return row, readable_case(desk, look, row.case_id)
    except NotGranted as problem:
        raise NotFound(code=number) from problem


def due_on(head: dict[str, Any]) -> datetime:
    """Give the moment by which a referral must be received, on the clock of its site."""
    return datetime.fromisoformat(head["receive_by"])
