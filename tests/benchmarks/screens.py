"""The program's own window over the benchmark's centre, and waiting until a page stands."""

from dataclasses import replace
from functools import cache
from time import monotonic, sleep
from typing import Any

from desktop.centre import Centre
from tests.benchmarks.ground import Ground

_PATIENCE_S = 60


@cache
def application() -> Any:
    """Give Qt's application, dressed as the program is."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - only some acts show windows

    from desktop.views.shared.style import dress, load_fonts  # noqa: PLC0415 - as above

    found = QApplication.instance()
    if not isinstance(found, QApplication):
        found = QApplication(["bench"])
    load_fonts()
    dress(found)
    return found


def shell(ground: Ground) -> Any:
    """Give what a page asks of the window, over the benchmark's centre with every right."""
    from desktop.views.shared.shell import Shell  # noqa: PLC0415 - as above

    return Shell(Centre(replace(ground.vault, desk=ground.desk)))


def window(ground: Ground) -> Any:
    """Give a main window in which every page is in the sidebar."""
    from desktop.views.main_window import MainWindow  # noqa: PLC0415 - as above

    application()
    made = MainWindow(shell(ground))
    made.resize(1280, 680)
    made.show()
    stand(made)
    return made


def stand(shown: Any) -> None:
    """Wait until nothing is read beside the screen any more, and paint."""
    qt = application()
    pool, until = shown._shell.tasks._pool, monotonic() + _PATIENCE_S
    qt.processEvents()
    while pool.activeThreadCount() and monotonic() < until:
        sleep(0.0005)
        qt.processEvents()
    qt.processEvents()
    shown.repaint()


def let_go(shown: Any) -> None:
    """Close a window and everything in it."""
    from PySide6.QtCore import QEvent  # noqa: PLC0415 - as above

    shown.close()
    shown.deleteLater()
    application().sendPostedEvents(None, QEvent.Type.DeferredDelete)
