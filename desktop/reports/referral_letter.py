"""A referral on paper in three copies: the recipient's, the person's appointment card, the file's (`product.md` 6)."""

from dataclasses import dataclass
from typing import Any

from desktop.i18n import tr
from desktop.reports.page import Printed, Target, gap, new_page, table, text, write

_LABEL, _VALUE = 5.0, 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralLetter:
    """What the letter says, in words ready to print; whatever is empty stays a blank to fill by hand."""

    number: str
    centre: str
    open_by: str = ""
    receive_by: str = ""
    basis: str = ""
    organisation: str = ""
    service: str = ""
    address: str = ""
    landmark: str = ""
    hours: str = ""
    cost: str = ""
    phone: str = ""
    person: str = ""
    known: tuple[tuple[str, str], ...] = ()
    safe_phone: str = ""
    reason: str = ""
    requested: str = ""
    given: str = ""
    shared: tuple[str, ...] = ()
    explained: str = ""
    return_by: str = ""
    appointment: str = ""
    centre_phone: str = ""


def write_referral_letter(letter: ReferralLetter, target: Target, printed: Printed) -> None:
    """Save the three copies as one paper."""
    story = [
        *_sheet(letter, tr("Copy 1/3: recipient")),
        *_slip(letter),
        new_page(),
        *_card(letter),
        new_page(),
        *_sheet(letter, tr("Copy 3/3: file")),
    ]
    # A neutral title: it is shown by programs and file lists.
    write(story, target, title=letter.number, printed=printed)


def _sheet(letter: ReferralLetter, copy: str) -> list[Any]:
    return [
        text(letter.centre, "heading", bold=True),
        text(tr("Referral form No. {number} - {copy}", number=letter.number, copy=copy), "title", bold=True),
        text(tr("Confidential, to be opened by {name}", name=_or_blank(letter.open_by)), bold=True),
        text(tr("To be received before {when}", when=_or_blank(letter.receive_by))),
        text(tr("Basis: {basis}", basis=_or_blank(letter.basis))),
        gap(0.15),
        _fields(_recipient(letter)),
        gap(0.15),
        _fields(_about(letter)),
        gap(0.15),
        text(_shared(letter), bold=True),
        text(_explained(letter)),
        text(tr("Consent can be withdrawn at any time at the centre: {phone}", phone=_or_blank(letter.centre_phone))),
        gap(0.15),
        table([[tr("Signature or thumbprint"), tr("Signature and stamp of the centre")], ["", ""]], (8.5, 8.5),
              row_height=1.3),
    ]  # fmt: skip


def _recipient(letter: ReferralLetter) -> list[tuple[str, str]]:
    return [
        (tr("Recipient"), f"{letter.organisation}\n{letter.service}".strip()),
        (tr("Address and landmark"), f"{letter.address}\n{letter.landmark}".strip()),
        (tr("Hours"), letter.hours),
        (tr("Cost to the person"), letter.cost),
        (tr("Phone"), letter.phone),
    ]


def _about(letter: ReferralLetter) -> list[tuple[str, str]]:
    return [
        (tr("Person"), letter.person),
        *letter.known,
        (tr("Safe phone, hours, message allowed or not"), letter.safe_phone),
        (tr("Reason"), letter.reason),
        (tr("Services requested"), letter.requested),
        (tr("Services already given"), letter.given),
    ]


def _shared(letter: ReferralLetter) -> str:
    items = ", ".join(letter.shared)
    return tr("Information shared: {items}, and nothing else.", items=_or_blank(items))


def _explained(letter: ReferralLetter) -> str:
    if letter.explained:
        return letter.explained
    return tr(
        "Explained in ............ by ............, interpreter ............, read aloud, restated by the person."
    )


def _slip(letter: ReferralLetter) -> list[Any]:
    rows = [
        (tr("Service given (no diagnosis)"), ""),
        (tr("Date, name, signature"), ""),
    ]
    return [
        gap(0.3),
        text("- " * 75, "small"),
        text(tr("Reply to {number}: to be returned before {when}", number=letter.number,
                when=_or_blank(letter.return_by)), bold=True),
        text(tr("Return to: {centre}", centre=letter.centre)),
        _fields(rows),
    ]  # fmt: skip


def _card(letter: ReferralLetter) -> list[Any]:
    """Set the card somebody carries: found on them, it must not tell why they go there."""
    return [
        text(tr("Appointment card"), "title", bold=True),
        text(tr("Copy 2/3: {number}", number=letter.number)),
        gap(0.3),
        _fields([
            (tr("Place"), letter.address),
            (tr("Landmark"), letter.landmark),
            (tr("Hour"), letter.appointment or letter.hours),
            (tr("Phone"), letter.phone),
        ]),
    ]  # fmt: skip


def _fields(rows: list[tuple[str, str]]) -> Any:
    return table(rows, (_LABEL, _VALUE), header=False)


def _or_blank(words: str) -> str:
    return words or "................"
