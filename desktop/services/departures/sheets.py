"""What a handover sheet says, from what was written down at the exit."""

from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.errors import NotFound
from desktop.models.accounts import Staff
from desktop.models.centre import Site
from desktop.models.people import Person
from desktop.models.stays import Departure, Stay
from desktop.reports.handover_sheet import HandoverSheet
from desktop.reports.page import Printed
from desktop.services.papers import printed_now
from desktop.storage.unit_of_work import UnitOfWork


def sheet_of(work: UnitOfWork, stay: UUID) -> tuple[HandoverSheet, Printed]:
    """Give the sheet of a stay that ended with a handover, and its foot.

    Raises:
        NotAllowed: the member of staff works at other sites.
        NotFound: it did not end so.
    """
    own = aliased(Person)
    row = work.row(
        sa.select(
            Departure.__table__, Stay.site_id, Site.name.label("site"), Site.zone, Person.code, Person.given_names,
            Person.family_name, Person.birth_said, Staff.name.label("writer"),
        )
        .join(Stay, Stay.id == Departure.stay_id)
        .join(Site, Site.id == Stay.site_id)
        .join(own, own.id == Stay.person_id)
        .join(Person, Person.id == own.canonical_id)
        .outerjoin(Staff, Staff.id == Departure.created_by)
        .where(Stay.id == stay, Departure.removed_at.is_(None), Departure.receiver.is_not(None))
    )  # fmt: skip
    if row is None:
        raise NotFound(code=stay)
    work.check_site(row.site_id)
    sheet = HandoverSheet(
        site=row.site,
        name=f"{row.family_name} {row.given_names}".strip(),
        code=row.code,
        birth=row.birth_said or "",
        left_at=row.out_at.astimezone(ZoneInfo(row.zone)),
        destination=row.destination or "",
        receiver=row.receiver,
        link=row.receiver_link,
        identity=row.receiver_identity,
        heard_by=row.heard_by,
        decided_by=row.decided_by,
        decision=row.decision,
        writer=row.writer or "",
        witness=row.witness,
    )
    return sheet, printed_now(work, row.zone)
