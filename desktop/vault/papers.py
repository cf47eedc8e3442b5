"""Recovery codes on paper: 160 bits in eight groups, each with a symbol that catches a slip."""

import secrets

from desktop.vault.identity import SYMBOLS
from desktop.vault.refusals import WrongPaper

CODE_BYTES = 20
GROUPS = 8
# Check symbols need 37 values: modulo 31 would let 0 pass for Z.
_CHECKS = SYMBOLS + "*~$=U"
_READ_AS = str.maketrans("OIL", "011")


def fresh_code() -> bytes:
    """Give a new code."""
    return secrets.token_bytes(CODE_BYTES)


def groups_of(code: bytes) -> list[str]:
    """Give the code as eight groups of four symbols and a check symbol."""
    number = int.from_bytes(code, "big")
    values = [number >> 20 * (GROUPS - 1 - at) & 0xFFFFF for at in range(GROUPS)]
    return [
        "".join(SYMBOLS[value >> shift & 31] for shift in (15, 10, 5, 0)) + _check(at, value)
        for at, value in enumerate(values)
    ]


def _check(at: int, value: int) -> str:
    """Bind the check to the place as well, so that two groups cannot change places unnoticed."""
    return _CHECKS[(value * GROUPS + at) % 37]


def same_group(typed: str, group: str) -> bool:
    """Say whether a group was typed as it is printed, small letters, blanks and look-alike symbols aside."""
    return _plain(typed).translate(_READ_AS) == group.translate(_READ_AS)


def _plain(text: str) -> str:
    return "".join(symbol for symbol in text.upper() if symbol not in " -\n\t")


def read_group(number: int, typed: str) -> int:
    """Read the group of this number, counted from 1, as typed; gives its 20 bits.

    Raises:
        WrongPaper: it is mistyped.
    """
    group = _plain(typed)
    symbols = group[:4].translate(_READ_AS)
    if len(group) != 5 or any(symbol not in SYMBOLS for symbol in symbols):
        raise WrongPaper(group=number)
    value = 0
    for symbol in symbols:
        value = value << 5 | SYMBOLS.index(symbol)
    if _check(number - 1, value) != group[4].translate(_READ_AS):
        raise WrongPaper(group=number)
    return value


def read_code(text: str) -> bytes:
    """Read a code as typed, with or without spaces and dashes.

    Raises:
        WrongPaper: a group is mistyped; it is named, counting from 1.
    """
    plain = _plain(text)
    number = 0
    for at in range(GROUPS):
        number = number << 20 | read_group(at + 1, plain[at * 5 : at * 5 + 5])
    if len(plain) != GROUPS * 5:
        raise WrongPaper(group=GROUPS)
    return number.to_bytes(CODE_BYTES, "big")
