"""Codes that people read, say and type, with a character that gives a slip away (`data-model.md` 1.9)."""

import base64
import secrets

CHECKS = "ABCDEFGHJKLMNPQRSTVWXYZ"
LETTERS = "ABCDEFGHJKLMNPQRSTVW"
SHEET_NUMBERS = len(LETTERS) ** 4
_RANDOM_BYTES = 10


def check_character(text: str) -> str:
    """Give the check character of a code; hyphens and blanks do not count.

    Raises:
        ValueError: the code holds something else than letters A to Z and digits.
    """
    if not text.isascii():
        raise ValueError(text)
    values = [int(sign, 36) for sign in _bare(text)]
    return CHECKS[sum(value * weight for weight, value in enumerate(values, start=2)) % len(CHECKS)]


def verify(code: str) -> bool:
    """Say whether the last character of a code is the check of the others, however it was spaced."""
    bare = _bare(code)
    if len(bare) < 2 or not (bare.isascii() and bare.isalnum()):
        return False
    return check_character(bare[:-1]) == bare[-1]


def tidy(code: str) -> str:
    """Give a typed code as it is stored: capitals, no blanks."""
    return "".join(code.split()).upper()


def person_code(site: str, year: int, number: int) -> str:
    """Give a person's code, as `BKO-26-00412-S`."""
    stem = f"{site}-{year % 100:02d}-{number:05d}"
    return f"{stem}-{check_character(stem)}"


def referral_number(site: str, year: int, number: int) -> str:
    """Give a referral's number, as `REF-BKO-2026-0147`."""
    return f"REF-{site}-{year}-{number:04d}"


def evening_number(site: str, year: int, number: int) -> str:
    """Give the number of an evening sheet, as `FS-BKO-2026-0012`."""
    return f"FS-{site}-{year}-{number:04d}"


def session_code(device: str, number: int) -> str:
    """Give a session's code: `S-`, the letter of the device, four letters and the check."""
    return _lettered("S", device, number)


def sheet_code(device: str, number: int) -> str:
    """Give a printed sheet's code: `F-`, the letter of the device, four letters and the check."""
    return _lettered("F", device, number)


def random_code() -> str:
    """Give a code nobody can guess, for cards and replies: 80 random bits and the check."""
    stem = base64.b32encode(secrets.token_bytes(_RANDOM_BYTES)).decode()
    return stem + check_character(stem)


def _lettered(prefix: str, device: str, number: int) -> str:
    if not 0 <= number < SHEET_NUMBERS:
        raise ValueError(number)
    letters = ""
    for _ in range(4):
        number, place = divmod(number, len(LETTERS))
        letters = LETTERS[place] + letters
    stem = f"{prefix}-{device}{letters}"
    return stem + check_character(stem)


def _bare(text: str) -> str:
    return "".join(text.split()).replace("-", "").upper()
