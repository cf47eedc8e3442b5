"""Drawing every page as staff see it: each look, each page, and what its first line opens."""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.centre import Centre
from desktop.views.main_window import MainWindow
from desktop.views.shared.shell import Shell
from desktop.views.shared.style import dress
from tests.views.walk import ROOM, open_first_line

LOOKS = (("light", 100), ("dark", 100), ("contrast", 100), ("light", 150))
_SECONDS = 0.4


def draw(application: QApplication, centre: Centre, folder: Path, done: set[str]) -> Iterator[Path]:
    """Draw the pages that are not `done` yet in each look; the names of the new ones go into it."""
    drawn: set[str] = set()
    for theme, percent in LOOKS:
        dress(application, theme, percent)
        window = MainWindow(Shell(centre))
        window.resize(*ROOM)
        window.show()
        for name in window.page_names():
            if name not in done:
                drawn.add(name)
                yield from _page(application, window, name, folder / f"{name}_{theme}{percent}")
        window.put_away()
        window.close()
        window.deleteLater()
        # Without a loop of its own nothing else lets go of a window, and its timers would read a closed centre.
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    done |= drawn


def settle(application: QApplication, seconds: float = _SECONDS) -> None:
    """Let what is read beside the screen arrive."""
    end = monotonic() + seconds
    while monotonic() < end:
        application.processEvents()


def _page(application: QApplication, window: MainWindow, name: str, stem: Path) -> Iterator[Path]:
    window.go_to(name)
    settle(application)
    yield _grab(window, stem)
    page = window.page()
    if page is not None and open_first_line(page):
        settle(application)
        yield _grab(window, stem.with_name(f"{stem.name}_opened"))
        QTest.keyClick(page, Qt.Key.Key_Escape)


def _grab(window: QWidget, stem: Path) -> Path:
    path = stem.with_name(f"{stem.name}.png")
    window.grab().save(str(path))
    return path
