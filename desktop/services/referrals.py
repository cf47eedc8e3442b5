"""Referrals: written under consent, numbered, printed once and archived sealed (`product.md` 6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.errors import DeskError, NotFound
from desktop.formats import clock, short_date
from desktop.i18n import mark, tr
from desktop.models.accounts import VaultMeta
from desktop.models.centre import Site
from desktop.models.people import Person
from desktop.models.sealed import Letter, Referral, ReferralEvent
from desktop.models.stays import Stay
from desktop.reports.page import Printed
from desktop.reports.referral_letter import ReferralLetter, write_referral_letter
from desktop.rights import Permission
from desktop.services.case_access import CaseLine, readable_case, readable_cases, seal_row
from desktop.services.codes import mint
from desktop.services.consents import answer_in_force
from desktop.services.directory import DirectoryService, ServiceEntry
from desktop.storage.unit_of_work import Desk, Reading, UnitOfWork
from desktop.vault.cases import CaseKeys
from desktop.vocabulary import ConsentAnswer, ConsentPurpose, ReferralState, Urgency

_DELAY = {Urgency.HOURS_24: timedelta(hours=24), Urgency.HOURS_72: timedelta(hours=72), Urgency.WEEKS_2: timedelta(14)}


class ConsentMissing(DeskError):
    """Nothing in force lets these items go to this organisation."""

    sentence = mark(
        "The person’s consent does not cover this. Ask for it, or give the vital reason and who approved it."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralPlan:
    """What is asked of a service; without consent the vital reason and who approved it are both needed."""

    case_id: UUID
    service_code: str
    urgency: Urgency
    reason: str
    items: tuple[str, ...] = ()
    requested: str = ""
    given: str = ""
    appointment: str = ""
    return_by: date | None = None
    vital_reason: str = ""
    approved_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralLine:
    """A referral in a list; `due_on` is the day by which it must be received."""

    number: str
    state: ReferralState
    service: str
    urgency: Urgency
    due_on: date
    person_code: str
    name: str


class ReferralService:
    """Refer the people whose case one holds."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def write(self, plan: ReferralPlan) -> str:
        """Write a referral and give its number.

        Raises:
            NotGranted: one does not hold the case.
            NotFound: no such service, or the person never stayed at a site.
            ConsentMissing: neither consent in force nor a vital interest with reason and approver.
        """
        with self._desk.begin(Permission.REFER) as work:
            case = readable_case(self._desk, work, plan.case_id)
            service = DirectoryService(self._desk).service(plan.service_code)
            basis = _basis(work, case, service, plan)
            site, code, zone = _site(work, case)
            here = work.now.astimezone(ZoneInfo(zone))
            number = mint(work, "referral", code, here.year)
            receive_by = (here + _DELAY[plan.urgency]).isoformat()
            head = _head(plan, case, service) | {"basis": basis, "receive_by": receive_by}
            key = seal_row(self._desk, work, Referral, case.id, head, site_id=site, number=number)
            state = ReferralState.DRAFT if plan.vital_reason else ReferralState.CONSENT_OBTAINED
            _event(self._desk, work, case.id, key, state)
            work.trace("write referral", "referral", key)
        return number

    def referrals(self) -> list[ReferralLine]:
        """Give the referrals one can read, the first due first."""
        with self._desk.read(Permission.REFER) as look:
            cases = {one.id: one for one in readable_cases(self._desk, look)}
            rows = look.rows(sa.select(Referral.__table__).where(Referral.case_id.in_(list(cases))))
            lines = [_line(self._desk, look, row, cases[row.case_id]) for row in rows]
        return sorted(lines, key=lambda line: (line.due_on, line.number))

    def set_state(self, number: str, state: ReferralState, reason: str = "") -> None:
        """Write down what became of a referral; earlier states stay.

        Raises:
            NotFound: one can read no such referral.
        """
        with self._desk.begin(Permission.REFER) as work:
            row, case = _find(self._desk, work, number)
            key = _event(self._desk, work, case.id, row.id, state, reason)
            work.trace("set referral state", "referral_event", key)

    def letter(self, number: str, target: Path) -> None:
        """Write the letter; the first print is archived sealed, and every later one is that very file.

        Raises:
            NotFound: one can read no such referral.
        """
        with self._desk.begin(Permission.REFER) as work:
            row, case = _find(self._desk, work, number)
            kept = work.row(sa.select(Letter.__table__).where(Letter.referral_id == row.id))
            if kept is None:
                paper = _print(self._desk, work, row, case)
                seal_row(self._desk, work, Letter, case.id, {"pdf": paper.hex()}, referral_id=row.id)
            else:
                paper = bytes.fromhex(CaseKeys(self._desk.keys).open(kept)["pdf"])
            work.trace("print referral letter", "referral", row.id)
        # Only now: the journal's line is on the disk before the paper exists.
        target.write_bytes(paper)


def _basis(look: Reading, case: CaseLine, service: ServiceEntry, plan: ReferralPlan) -> str:
    if plan.vital_reason and plan.approved_by:
        return tr("Vital interest: {reason} - approved by {name}", reason=plan.vital_reason, name=plan.approved_by)
    said = answer_in_force(look, case.person, ConsentPurpose.SHARING)
    if said is None or said.answer is not ConsentAnswer.GIVEN:
        raise ConsentMissing
    if service.organisation not in said.organisations or not set(plan.items) <= set(said.items):
        raise ConsentMissing
    return tr("Consent")


def _site(look: Reading, case: CaseLine) -> tuple[UUID, str, str]:
    question = sa.select(Site.id, Site.code, Site.zone).join(Stay, Stay.site_id == Site.id)
    here = question.join(Person, Stay.person_id == Person.id).where(Person.canonical_id == case.person)
    row = look.row(here.where(Stay.removed_at.is_(None)).order_by(Stay.in_at.desc()).limit(1))
    if row is None:
        row = look.row(sa.select(Site.id, Site.code, Site.zone).where(look.own_sites(Site.id)).order_by(Site.code))
    if row is None:
        raise NotFound(code=case.person_code)
    return row.id, row.code, row.zone


def _head(plan: ReferralPlan, case: CaseLine, service: ServiceEntry) -> dict[str, Any]:
    kept = ("organisation", "name", "address", "landmark", "phone", "contact", "hours", "cost")
    return {
        "schema": "referral/1",
        "person_at_writing": str(case.person),
        "service": {name: getattr(service, name) for name in kept},
        "urgency": plan.urgency.value,
        "return_by": plan.return_by.isoformat() if plan.return_by else "",
        "items": list(plan.items),
    } | {name: getattr(plan, name) for name in ("reason", "requested", "given", "appointment")}


def _event(desk: Desk, work: UnitOfWork, case: UUID, referral: UUID, state: ReferralState, reason: str = "") -> UUID:
    content = {"state": state.value, "reason": reason, "at": work.now.astimezone(UTC).isoformat()}
    return seal_row(desk, work, ReferralEvent, case, content, referral_id=referral)


def _find(desk: Desk, look: Reading, number: str) -> tuple[sa.Row[Any], CaseLine]:
    row = look.row(sa.select(Referral.__table__).where(Referral.number == number))
    for case in readable_cases(desk, look) if row is not None else ():
        if row is not None and case.id == row.case_id:
            return row, case
    raise NotFound(code=number)


def _line(desk: Desk, look: Reading, row: sa.Row[Any], case: CaseLine) -> ReferralLine:
    head = CaseKeys(desk.keys).open(row)
    events: Sequence[sa.Row[Any]] = look.rows(
        sa.select(ReferralEvent.__table__).where(ReferralEvent.referral_id == row.id)
    )
    latest = max((CaseKeys(desk.keys).open(one) for one in events), key=lambda one: one["at"])
    return ReferralLine(
        number=row.number,
        state=ReferralState(latest["state"]),
        service=head["service"]["name"],
        urgency=Urgency(head["urgency"]),
        due_on=datetime.fromisoformat(head["receive_by"]).date(),
        person_code=case.person_code,
        name=case.name,
    )


def _print(desk: Desk, work: UnitOfWork, row: sa.Row[Any], case: CaseLine) -> bytes:
    head, paper = CaseKeys(desk.keys).open(row), BytesIO()
    name = (work.scalar(sa.select(VaultMeta.value).where(VaultMeta.name == "organisation")) or b"").decode()
    zone = work.scalar(sa.select(Site.zone).where(Site.id == row.site_id))
    printed = Printed(by=desk.member.name, at=work.now.astimezone(ZoneInfo(zone)), centre=name)
    write_referral_letter(_letter(row.number, name, head, case), paper, printed)
    return paper.getvalue()


def _letter(number: str, centre: str, head: dict[str, Any], case: CaseLine) -> ReferralLetter:
    service, by = head["service"], datetime.fromisoformat(head["receive_by"])
    return ReferralLetter(
        number=number,
        centre=centre,
        open_by=service["contact"],
        receive_by=f"{short_date(by.date())} {clock(by.time())}",
        basis=head["basis"],
        service=service["name"],
        person=case.name if "name" in head["items"] else case.person_code,
        shared=tuple(head["items"]),
        return_by=short_date(date.fromisoformat(head["return_by"])) if head["return_by"] else "",
        **{key: service[key] for key in ("organisation", "address", "landmark", "hours", "cost", "phone")},
        **{key: head[key] for key in ("reason", "requested", "given", "appointment")},
    )
