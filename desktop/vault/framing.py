"""Bytes that can be read in one way only, for everything that is hashed, signed or bound (`keys.md` 2)."""

from datetime import date
from uuid import UUID

Part = bytes | str | int | UUID | date


def frame(label: str, *parts: Part) -> bytes:
    """Give `F(label, parts)`: each part behind its length as four bytes, the label first."""
    encoded = [f"jatigi/1/{label}".encode(), *map(_bytes, parts)]
    return b"".join(len(part).to_bytes(4, "big") + part for part in encoded)


def _bytes(part: Part) -> bytes:
    if isinstance(part, bytes):
        return part
    if isinstance(part, str):
        return part.encode()
    if isinstance(part, int):
        return part.to_bytes(8, "big")
    if isinstance(part, UUID):
        return part.bytes
    return part.isoformat().encode()
