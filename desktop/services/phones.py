"""Telephone numbers as people give them, understood from Mali."""

import re

from desktop.errors import DeskError
from desktop.i18n import mark

HOME = "ML"


class PhoneUnclear(DeskError):
    """What was typed cannot be a telephone number."""

    sentence = mark("“{value}” cannot be a telephone number. In Mali it has 8 digits, such as 76 12 34 56.")


def tidy_phones(text: str) -> str:
    """Give one or several numbers, parted by `/` or `,`, in their international form.

    Raises:
        PhoneUnclear: one of them cannot be called.
    """
    return " / ".join(_tidy(part.strip()) for part in re.split(r"[/,;]", text) if part.strip())


def _tidy(number: str) -> str:
    import phonenumbers  # noqa: PLC0415 - large, and only needed when a number is typed

    try:
        read = phonenumbers.parse(number, HOME)
    except phonenumbers.NumberParseException as problem:
        raise PhoneUnclear(value=number) from problem
    if not phonenumbers.is_possible_number(read):
        raise PhoneUnclear(value=number)
    shown: str = phonenumbers.format_number(read, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return shown
