"""A pause after wrong passwords, kept on disk so that starting again does not shorten it."""

import json
import math
import time
from contextlib import suppress
from pathlib import Path

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.storage.folder import write_whole

_FREE = 3
_LONGEST_S = 60


class TooSoon(DeskError):
    """The pause after wrong passwords is not over."""

    sentence = mark("Several wrong passwords were typed. Wait {seconds} seconds, then try again.")


def pause_after(wrong: int) -> int:
    """Give the seconds to wait after `wrong` wrong passwords in a row: 0, 0, 0, 2, 4, 8 up to 60 (`security.md`)."""
    return 0 if wrong < _FREE else min(2 ** min(wrong - _FREE + 1, 10), _LONGEST_S)


class Throttle:
    """The wrong passwords in a row on this computer; the real brake is the cost of trying one."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def check(self) -> None:
        """Let an attempt through when the pause is over.

        Raises:
            TooSoon: it is not.
        """
        wrong, last = self._read()
        elapsed = time.time() - last
        left = pause_after(wrong) - elapsed
        # A clock that was set back must not lock anybody out.
        if elapsed >= 0 and left > 0:
            raise TooSoon(seconds=math.ceil(left))

    def failed(self) -> None:
        """Count a wrong password."""
        wrong, _ = self._read()
        content = json.dumps({"wrong": wrong + 1, "at": time.time()})
        with suppress(OSError):
            # A full disk counts nothing; what a try costs brakes all the same.
            write_whole(self._path, content.encode())

    def succeeded(self) -> None:
        """Forget the wrong passwords."""
        self._path.unlink(missing_ok=True)

    def _read(self) -> tuple[int, float]:
        """Give the count and the time of the last one; a file that makes no sense counts as none."""
        try:
            found = json.loads(self._path.read_bytes())
            wrong, at = int(found["wrong"]), float(found["at"])
        except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return 0, 0.0
        return max(wrong, 0), at if math.isfinite(at) else 0.0
