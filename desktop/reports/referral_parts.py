"""The parts of a referral's sheet, in the order of the page."""

from typing import Any

from desktop.i18n import tr
from desktop.reports.form import BLANK, section, side_by_side, signatures, ticks
from desktop.reports.page import gap, text
from desktop.reports.referral_facts import ReferralLetter

_THUMB, _TIGHT = 2.0, 1.2  # centimetres


def sheet(letter: ReferralLetter, copy: str, *, slip: bool) -> list[Any]:
    """Set a copy that is read; a `slip` below it takes from the room to sign where the letter tells of a child."""
    return [
        *_head(letter, copy),
        *section(tr("Recipient"), _recipient(letter)),
        *section(tr("Person"), _person(letter)),
        *section(tr("If the person is a child"), _child(letter)),
        *section(tr("To reach the person"), _contact(letter)),
        *section(tr("Request"), _request(letter)),
        text(_shared(letter), bold=True),
        gap(0.1),
        *_consent(letter, _TIGHT if slip and letter.caregiver is not None else _THUMB),
    ]


def _head(letter: ReferralLetter, copy: str) -> list[Any]:
    sender = [text(letter.centre or BLANK, "heading", bold=True), text(letter.site)]
    right = [text(letter.written_on or BLANK, right=True), text(copy, bold=True, right=True)]
    return [
        side_by_side(sender, right),
        text(tr("Referral form No. {number}", number=letter.number or BLANK), "title", bold=True),
        text(tr("Subject: request to your service")),
        text(tr("Confidential, to be opened by {name}", name=letter.open_by or BLANK), bold=True),
        text(tr("To be received before {when}", when=letter.receive_by or BLANK), bold=True),
        text(tr("Basis: {basis}", basis=letter.basis or BLANK)),
        gap(0.1),
    ]


def _recipient(letter: ReferralLetter) -> list[tuple[str, Any]]:
    return [
        (tr("Organisation and service"), joined(letter.organisation, letter.service)),
        (tr("Address"), letter.address),
        (tr("Landmark"), letter.landmark),
        (tr("Hours and phone"), joined(letter.hours, letter.phone)),
        (tr("Cost to the person"), letter.cost),
    ]


def joined(*words: str | None) -> str:
    """Set words that belong together on one line."""
    return " \u2013 ".join(filter(None, words))


def _person(letter: ReferralLetter) -> list[tuple[str, Any]]:
    age = None if letter.age is None else ticks((letter.estimated, tr("estimated")), before=letter.age or BLANK)
    return [
        (tr("Name or code"), letter.person),
        (tr("Age"), age),
        (tr("Sex"), letter.sex),
        (tr("Language"), letter.language),
        (tr("Interpreter"), letter.interpreter),
        (tr("Help to move about"), letter.mobility),
        (tr("Comes with"), letter.companion),
    ]


def _child(letter: ReferralLetter) -> list[tuple[str, Any]]:
    return [
        (tr("Caregiver"), letter.caregiver),
        (tr("The child’s view"), letter.child_view),
        (tr("Authority informed"), letter.authority),
    ]


def _contact(letter: ReferralLetter) -> list[tuple[str, Any]]:
    if letter.safe_phone is None:
        return []
    allowed = letter.message_allowed
    return [
        (
            tr("Safe phone, hours to call"),
            joined(letter.safe_phone or (letter.phone_hours and BLANK), letter.phone_hours),
        ),
        (tr("Leave a message"), ticks((allowed is True, tr("allowed")), (allowed is False, tr("not allowed")))),
    ]


def _request(letter: ReferralLetter) -> list[tuple[str, Any]]:
    return [
        (tr("Reason"), letter.reason),
        (tr("Services requested"), letter.requested),
        (tr("Services already given"), letter.given),
    ]


def _shared(letter: ReferralLetter) -> str:
    return tr("Information shared: {items}, and nothing else.", items=", ".join(letter.shared) or BLANK)


def _consent(letter: ReferralLetter, room: float) -> list[Any]:
    explained = tr(
        "Explained in {language} by {name}, interpreter: {interpreter}.",
        language=letter.explained_in or BLANK,
        name=letter.explained_by or BLANK,
        interpreter=letter.interpreted_by or BLANK,
    )
    centre = joined(letter.centre, letter.site)
    return [
        text(explained),
        ticks((letter.read_aloud, tr("read aloud")), (letter.restated, tr("said again by the person in their words"))),
        text(tr("Witness: {name}", name=letter.witness or BLANK)),
        text(tr("The person may withdraw their consent at any time, without losing any help: {centre}",
                centre=centre or BLANK)),
        gap(0.1),
        signatures([tr("Signature or thumbprint"), tr("For the centre: {name}", name=letter.author),
                    tr("Stamp")], room),
    ]  # fmt: skip
