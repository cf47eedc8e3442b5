"""Wiping a key that a library handed over in bytes, which Python itself never overwrites."""

import ctypes
import sys


def wipe(secret: bytes) -> None:
    """Overwrite a key where it lies in memory; nobody may use it afterwards.

    Only for keys of this program's own making: other names of the same object see zeros, too.
    """
    start = bytes.__basicsize__ - 1
    if sys.implementation.name == "cpython":
        ctypes.memset(id(secret) + start, 0, len(secret))
