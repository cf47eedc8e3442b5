"""Hiding how long a text is, in steps."""

from desktop.vault.refusals import SealBroken, TooLong

_SMALL_STEP, _LARGE_STEP, _SMALL_LIMIT = 256, 4096, 8192
_OVERHEAD = 1 + 12 + 16
LENGTH_BYTES = 4
MAX_BLOB = 16 * 1024 * 1024


def pad(content: bytes) -> bytes:
    """Hide the length of a text in steps of 256 bytes, above 8 KiB of 4 KiB, the seal's own bytes included.

    Raises:
        TooLong: the sealed text would pass 16 MiB.
    """
    framed = len(content).to_bytes(LENGTH_BYTES, "big") + content if len(content) < MAX_BLOB else b""
    whole = len(framed) + _OVERHEAD
    step = _SMALL_STEP if whole <= _SMALL_LIMIT else _LARGE_STEP
    if not framed or whole + -whole % step > MAX_BLOB:
        raise TooLong
    return framed + bytes(-whole % step)


def pad_to(content: bytes, size: int) -> bytes:
    """Hide the length of a text behind one size for all.

    Raises:
        TooLong: it does not fit.
    """
    framed = len(content).to_bytes(LENGTH_BYTES, "big") + content
    if len(framed) > size:
        raise TooLong
    return framed + bytes(size - len(framed))


def unpad(padded: bytes) -> bytes:
    """Give the text back.

    Raises:
        SealBroken: the length inside does not fit.
    """
    length = int.from_bytes(padded[:LENGTH_BYTES], "big")
    if length > len(padded) - LENGTH_BYTES or any(padded[LENGTH_BYTES + length :]):
        raise SealBroken
    return padded[LENGTH_BYTES : LENGTH_BYTES + length]
