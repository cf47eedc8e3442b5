"""Keys of records: in order of writing, and the same on two laptops where that matters."""

import secrets
import threading
import time
from uuid import UUID, uuid5

_SERIES = UUID("6f1b6f0e-6f0d-5b43-9a25-1d5c8f3f7a10")
_AHEAD_MS = 24 * 3600 * 1000


class _Clock:
    """The last moment a key was given; it never goes back."""

    def __init__(self) -> None:
        self.floor = 0
        self.lock = threading.Lock()


_clock = _Clock()


def uuid7() -> UUID:
    """Give a new key (RFC 9562, version 7) greater than every key this process gave before."""
    with _clock.lock:
        # 12 bits after the millisecond count the keys within it, so a burst keeps its order.
        stamp = max(time.time_ns() // 1_000_000 << 12, _clock.floor + 1)
        _clock.floor = stamp
    value = (stamp >> 12) << 80 | 0x7 << 76 | (stamp & 0xFFF) << 64 | 0b10 << 62 | secrets.randbits(62)
    return UUID(int=value)


def raise_floor(key: UUID, *, own: bool = False) -> None:
    """Give only keys after `key` from now on; one from elsewhere that lies more than 24 hours ahead is not followed.

    Keys of the vault's `own` file are followed however far: its clock may have been set back since.
    """
    ahead = key.int >> 80 > time.time_ns() // 1_000_000 + _AHEAD_MS
    if key.version != 7 or (ahead and not own):
        return
    with _clock.lock:
        _clock.floor = max(_clock.floor, (key.int >> 80) << 12 | (key.int >> 64) & 0xFFF)


def named_key(kind: str, *parts: object) -> UUID:
    """Give the key that any computer gives to the same thing, as attendance of a person at a session."""
    return uuid5(_SERIES, "/".join([kind, *map(str, parts)]))
