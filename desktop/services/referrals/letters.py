"""The letter of a referral: set once, archived sealed, and printed again from the archive."""

import base64
from dataclasses import asdict
from datetime import date, datetime
from io import BytesIO
from typing import Any

import sqlalchemy as sa

from desktop.formats import clock, long_date, short_date
from desktop.i18n import language, speaking, tr
from desktop.models.centre import Site
from desktop.models.sealed import Letter
from desktop.reports.page import Printed
from desktop.reports.referral_facts import ReferralLetter
from desktop.reports.referral_letter import write_referral_letter
from desktop.services.case_access import seal_row
from desktop.services.case_lines import CaseLine
from desktop.services.papers import home, printed_now
from desktop.services.referrals.consent import still_covered
from desktop.services.referrals.heads import due_on
from desktop.storage.unit_of_work import Desk, Reading, UnitOfWork
from desktop.vault.cases import CaseKeys


def letter_of(desk: Desk, work: UnitOfWork, row: sa.Row[Any], case: CaseLine, *, duplicate: bool) -> bytes:
    """Give the paper as it was first set; a duplicate says so on each page, and the archive stays what it was.

    Raises:
        ConsentMissing: it was never set, and the consent it rests on is gone.
    """
    kept = work.row(sa.select(Letter.__table__).where(Letter.referral_id == row.id))
    if kept is not None:
        archive = CaseKeys(desk.keys).open(kept)
    else:
        archive = _set(desk, work, row, case)
        seal_row(desk, work, Letter, case.id, archive, referral_id=row.id)
    return _again(archive) if duplicate else base64.b64decode(archive["pdf"])


def draft_of(look: Reading, site: sa.Row[Any], head: dict[str, Any]) -> bytes:
    """Set a letter that was not written down: a word stands where its number will."""
    printed, paper = printed_now(look, site.zone), BytesIO()
    write_referral_letter(_letter(tr("DRAFT"), site.name, head, printed), paper, printed)
    return paper.getvalue()


def _set(desk: Desk, work: UnitOfWork, row: sa.Row[Any], case: CaseLine) -> dict[str, Any]:
    head = CaseKeys(desk.keys).open(row)
    still_covered(work, case.person, head)
    site = work.row(sa.select(Site.name, Site.zone).where(Site.id == row.site_id))
    name, zone = (site.name, site.zone) if site else home(work)
    printed = printed_now(work, zone)
    letter = _letter(row.number, name, head, printed)
    paper = BytesIO()
    write_referral_letter(letter, paper, printed)
    return {
        "schema": "letter/1",
        "pdf": base64.b64encode(paper.getvalue()).decode(),
        "letter": asdict(letter),
        "language": language(),
        "printed": {"by": printed.by, "at": printed.at.isoformat(), "centre": printed.centre},
    }


def _again(archive: dict[str, Any]) -> bytes:
    said, facts, paper = archive["printed"], archive["letter"], BytesIO()
    printed = Printed(by=said["by"], at=datetime.fromisoformat(said["at"]), centre=said["centre"], duplicate=True)
    with speaking(archive["language"]):
        write_referral_letter(ReferralLetter(**facts | {"shared": tuple(facts["shared"])}), paper, printed)
    return paper.getvalue()


def _letter(number: str, site: str, head: dict[str, Any], printed: Printed) -> ReferralLetter:
    service, due = head["service"], due_on(head)
    return ReferralLetter(
        number=number,
        centre=printed.centre,
        site=site,
        written_on=long_date(printed.at.date()),
        author=printed.by,
        open_by=service["contact"],
        receive_by=tr("{day} at {hour}", day=short_date(due.date()), hour=clock(due.time())),
        return_by=short_date(date.fromisoformat(head["return_by"])),
        service=service["name"],
        shared=tuple(head["shared"]),
        **{key: service[key] for key in ("organisation", "address", "landmark", "hours", "cost", "phone")},
        **{key: head[key] for key in ("basis", "reason", "requested", "appointment")},
        **head["told"],
        **head["asked"],
    )
