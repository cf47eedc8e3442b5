"""A screen of one's own: a display nobody else draws on, and pictures of it."""

import os
import struct
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from time import monotonic

from PySide6.QtGui import QImage

SIZE = (1280, 680)
PATIENCE_S = 20.0
_BETWEEN_LOOKS_S = 0.03
_XWD_HEADER = struct.Struct(">25I")
_COLOUR_BYTES = 12


class NotSeen(AssertionError):
    """What a person would wait for did not appear on the screen."""


def wait_until(seen: Callable[[], bool], what: str, patience_s: float = PATIENCE_S) -> None:
    """Look again and again until `seen`; `what` says in words what is waited for.

    Raises:
        NotSeen: it does not happen.
    """
    end = monotonic() + patience_s
    while not seen():
        if monotonic() > end:
            raise NotSeen(what)
        Event().wait(_BETWEEN_LOOKS_S)


@dataclass(frozen=True, slots=True)
class Screen:
    """A display in memory, named as programs want it in `DISPLAY`, with its picture in a file."""

    name: str
    frame: Path

    def pixels(self) -> bytes:
        """Give what is on the screen now, to be compared."""
        return self._read()[1]

    def has_turned(self, since: bytes) -> bool:
        """Say whether so much differs from `since` that another view is shown: more than a cursor or a line."""
        now, row = self.pixels(), SIZE[0] * 4
        differing = sum(now[start : start + row] != since[start : start + row] for start in range(0, len(now), row))
        return differing > SIZE[1] // 4

    def save(self, path: Path) -> None:
        """Keep a picture of the screen."""
        header, pixels = self._read()
        width, height, bytes_per_line = header[4], header[5], header[12]
        QImage(pixels, width, height, bytes_per_line, QImage.Format.Format_RGB32).save(str(path))

    def wait_for_change(self, since: bytes, what: str, still_s: float = 0.0) -> None:
        """Wait until the picture differs from `since` and has stood still for so long.

        Raises:
            NotSeen: nothing changes, or it never rests.
        """
        look, at = since, monotonic()

        def rests() -> bool:
            nonlocal look, at
            now = self.pixels()
            if now != look:
                look, at = now, monotonic()
                return False
            return look != since and monotonic() - at >= still_s

        wait_until(rests, what)

    def _read(self) -> tuple[tuple[int, ...], bytes]:
        """Read the file that the display writes, in the format of `xwd`."""
        whole = self.frame.read_bytes()
        header = _XWD_HEADER.unpack_from(whole)
        return header, whole[header[0] + header[19] * _COLOUR_BYTES :]


@contextmanager
def open_screen(folder: Path) -> Iterator[Screen]:
    """Start a display on a free number, as large as an old office screen less its task bar."""
    read, write = os.pipe()
    size = f"{SIZE[0]}x{SIZE[1]}x24"
    command = [
        "Xvfb",
        "-displayfd",
        str(write),
        "-screen",
        "0",
        size,
        "-fbdir",
        str(folder),
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as said:
            number = said.readline().strip()
        try:
            yield Screen(f":{number}", folder / "Xvfb_screen0")
        finally:
            server.terminate()
