"""What staff see and touch; Qt lives here and nowhere below."""

import ctypes
import sys

_ENOUGH = 1 << (40 if sys.maxsize > 2**32 else 28)


def keep_singletons() -> None:
    """Keep Python itself from ending the program after some ten thousand calls of Qt.

    PySide6 6.12 takes None, True and False for immortal, as they are from Python 3.12 on: each of its methods that
    returns nothing gives back a reference it never took. On 3.11 the count falls to zero, and Python aborts.
    """
    if sys.version_info < (3, 12):
        for one in (None, True, False, Ellipsis, NotImplemented):
            ctypes.c_ssize_t.from_address(id(one)).value += _ENOUGH


keep_singletons()
