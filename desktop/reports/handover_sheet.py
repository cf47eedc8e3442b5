"""The sheet of a handover: who receives whom, by whose decision, with everybody's signature (`product.md` 2)."""

from dataclasses import dataclass
from datetime import datetime

from desktop.formats import clock, long_date
from desktop.i18n import tr
from desktop.reports.form import section, side_by_side, signatures, together
from desktop.reports.page import Printed, Target, gap, text, write


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverSheet:
    """What was written down at the exit; `left_at` is on the clock of the site.

    Whoever receives keeps a copy: what the child said stands nowhere on it.
    """

    site: str
    name: str
    code: str
    birth: str
    left_at: datetime
    destination: str
    receiver: str
    link: str
    identity: str
    heard_by: str
    decided_by: str
    decision: str
    writer: str
    witness: str


def write_handover_sheet(sheet: HandoverSheet, target: Target, printed: Printed) -> None:
    """Save the sheet on one page, with room to sign."""
    left = tr("{day} at {hour}", day=long_date(sheet.left_at.date()), hour=clock(sheet.left_at.time()))
    person = [(tr("Name"), sheet.name), (tr("Code"), sheet.code), (tr("Birth or age, as said"), sheet.birth),
              (tr("Left on"), left), (tr("Where to"), sheet.destination)]  # fmt: skip
    receiver = [(tr("Name"), sheet.receiver), (tr("Link with the child"), sheet.link),
                (tr("Identity paper seen"), sheet.identity)]  # fmt: skip
    decision = [(tr("Decided by"), sheet.decided_by), (tr("Decision (number, date)"), sheet.decision),
                (tr("Child heard by, on"), sheet.heard_by)]  # fmt: skip
    staff = [(tr("Written down by"), sheet.writer), (tr("Second member of staff"), sheet.witness)]
    story = [
        side_by_side(
            [text(printed.centre, "heading", bold=True), text(sheet.site)],
            [text(tr("Two copies: receiver, file"), right=True)],
        ),
        gap(0.3),
        text(tr("Handover sheet"), "title", bold=True),
        gap(0.2),
        *section(tr("Person handed over"), person),
        *section(tr("Person who receives"), receiver),
        *section(tr("Decision and hearing"), decision),
        *section(tr("Members of staff present"), staff),
        text(tr("Whoever receives declares that they take the child in their care from this hour.")),
        gap(0.3),
        together([
            signatures([tr("Who receives: signature or thumbprint"), tr("The child, if they wish")], 2.2),
            gap(0.2),
            signatures([tr("First member of staff"), tr("Second member of staff"), tr("Stamp")], 2.2),
        ]),
    ]  # fmt: skip
    # A neutral title: it is shown by programs and file lists.
    write(story, target, title=tr("Handover sheet"), printed=printed)
