"""Keeping what is in memory out of crash dumps."""

import sys

_PR_SET_DUMPABLE = 4


def harden() -> None:
    """Forbid memory dumps of this program, and on Linux its reading by other programs of the same user."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - Linux only

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
