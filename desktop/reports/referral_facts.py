"""What a referral letter says, before it is set on paper."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralLetter:
    """What the letter says, in words ready to print.

    Empty words stay a blank to fill by hand; None is not told, and leaves no line.
    """

    number: str = ""
    centre: str = ""
    site: str = ""
    written_on: str = ""
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
    age: str | None = None
    estimated: bool = False
    sex: str | None = None
    language: str | None = None
    interpreter: str | None = None
    mobility: str | None = None
    companion: str | None = None
    caregiver: str | None = None
    child_view: str | None = None
    authority: str | None = None
    safe_phone: str | None = None
    phone_hours: str | None = None
    message_allowed: bool | None = None
    reason: str = ""
    requested: str = ""
    given: str | None = None
    shared: tuple[str, ...] = ()
    explained_in: str = ""
    explained_by: str = ""
    interpreted_by: str = ""
    read_aloud: bool = False
    restated: bool = False
    witness: str = ""
    author: str = ""
    return_by: str = ""
    appointment: str = ""


def blank_form(centre: str, site: str) -> ReferralLetter:
    """Give the form to fill in by hand, with a line for everything a letter may tell."""
    return ReferralLetter(
        centre=centre, site=site, age="", sex="", language="", interpreter="", mobility="", companion="", caregiver="",
        child_view="", authority="", safe_phone="", phone_hours="", given="",
    )  # fmt: skip
