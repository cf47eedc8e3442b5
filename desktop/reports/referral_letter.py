"""A referral on paper in three copies: the recipient's, the person's appointment card, the file's (`product.md` 6)."""

from typing import Any

from desktop.i18n import tr
from desktop.reports.form import BLANK, cut_line, fields, together
from desktop.reports.page import Printed, Target, gap, new_page, text, write
from desktop.reports.referral_facts import ReferralLetter
from desktop.reports.referral_parts import joined, sheet


def write_referral_letter(letter: ReferralLetter, target: Target, printed: Printed) -> None:
    """Save the three copies as one paper."""
    story = [
        *sheet(letter, tr("Copy 1/3: recipient"), slip=True),
        *_slip(letter),
        new_page(),
        *_card(letter),
        new_page(),
        *sheet(letter, tr("Copy 3/3: file"), slip=False),
    ]
    # A neutral title: it is shown by programs and file lists.
    write(story, target, title=letter.number or tr("Referral form"), printed=printed)


def _slip(letter: ReferralLetter) -> list[Any]:
    centre = joined(letter.centre, letter.site)
    back = tr("To be returned before {when} to: {centre}", when=letter.return_by or BLANK, centre=centre or BLANK)
    rows = [
        (tr("Service given (no diagnosis)"), ""),
        (tr("Date, name, signature"), ""),
    ]
    slip = text(tr("Reply to No. {number}", number=letter.number or BLANK), bold=True)
    return [together([cut_line(), slip, text(back), fields(rows, label=6)])]


def _card(letter: ReferralLetter) -> list[Any]:
    """Set the card somebody carries: found on them, it must not tell why they go there."""
    rows = [
        (tr("Place"), letter.address),
        (tr("Landmark"), letter.landmark),
        (tr("Hour"), letter.appointment or letter.hours),
        (tr("Phone"), letter.phone),
    ]
    return [
        text(tr("Appointment card"), "title", bold=True),
        text(tr("Copy 2/3: {number}", number=letter.number or BLANK)),
        gap(0.3),
        fields(rows, label=3.5, size="large"),
        gap(0.3),
        text(tr("Bring this card with you.")),
        cut_line(),
    ]
