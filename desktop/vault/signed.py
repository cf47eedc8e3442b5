"""Signed bodies: JSON with one spelling only, kept as the bytes that were signed."""

import base64
import json
from typing import Any

from desktop.vault.refusals import ChainBroken

MAX_RECORD = 64 * 1024
VERSION = 1


def encode(body: dict[str, Any]) -> bytes:
    """Write a body in its only spelling: sorted names, no spaces, ASCII, bytes as base64."""
    return json.dumps(body, sort_keys=True, separators=(",", ":"), default=_base64).encode("ascii")


def _base64(value: object) -> str:
    if isinstance(value, bytes):
        return base64_of(value)
    raise TypeError(type(value).__name__)


def decode(body: bytes, limit: int = MAX_RECORD) -> dict[str, Any]:
    """Read a body back.

    Raises:
        ChainBroken: it is too long, has another spelling, a name twice, a fraction or a huge number.
    """
    if len(body) > limit:
        raise ChainBroken(reason="size")
    try:
        read = json.loads(body, object_pairs_hook=_once, parse_float=_never, parse_constant=_never, parse_int=_whole)
    except (ValueError, RecursionError) as problem:
        raise ChainBroken(reason="spelling") from problem
    if not isinstance(read, dict) or encode(read) != body:
        raise ChainBroken(reason="spelling")
    return read


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) != len(pairs):
        raise ValueError("a name stands twice")
    return read


def _never(text: str) -> Any:
    raise ValueError(text)


def _whole(text: str) -> int:
    number = int(text) if len(text) <= 10 else 2**31
    if not 0 <= number < 2**31:
        raise ValueError(text)
    return number


def base64_of(raw: bytes) -> str:
    """Spell bytes as a body does."""
    return base64.b64encode(raw).decode()


def unbase64(text: object, length: int | None = None) -> bytes:
    """Read bytes out of a body.

    Raises:
        ChainBroken: no base64, or not `length` bytes.
    """
    try:
        raw = base64.b64decode(str(text), validate=True)
    except ValueError as problem:
        raise ChainBroken(reason="base64") from problem
    if length is not None and len(raw) != length:
        raise ChainBroken(reason="length")
    return raw
