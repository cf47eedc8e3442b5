"""What a password attempt should cost on this computer."""

import time
from collections.abc import Callable

from desktop.vault.derive import LANES, MEMORY_MIB, PASSES, Kdf

# Between half a second and a second at every sign-in: a guess costs a thief the same.
AIM, MOST = 0.7, 1.0


def calibrated(seconds: Callable[[Kdf], float] | None = None) -> Kdf:
    """Give parameters that cost this computer 0.5 to 1 s, first in memory, then in passes; never below the minimum."""
    measure = seconds or _seconds
    m, t = MEMORY_MIB[0], PASSES[0]
    m = _scaled(m, AIM / measure(_of(m, t)), MEMORY_MIB)
    t = _scaled(t, AIM / measure(_of(m, t)), PASSES)
    while m > MEMORY_MIB[0] and measure(_of(m, t)) > MOST:
        m = max(MEMORY_MIB[0], m * 3 // 4)
    return _of(m, t)


def _scaled(value: int, factor: float, bounds: tuple[int, int]) -> int:
    return min(max(int(value * factor), bounds[0]), bounds[1])


def _of(m: int, t: int) -> Kdf:
    return Kdf.fresh(m, t, LANES[0])


def _seconds(kdf: Kdf) -> float:
    start = time.perf_counter()
    try:
        kdf.key_from(b"how long does this take")
    except MemoryError:
        return float("inf")
    return max(time.perf_counter() - start, 0.001)
