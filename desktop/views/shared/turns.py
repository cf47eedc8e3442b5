"""Long work on the screen's own thread, in turns: between two of them keys and mouse are heard."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer


def in_turns(goes_on: Callable[[], bool], *steps: Callable[[], object]) -> None:
    """Take the first step now and each other in a turn of the event loop of its own, as long as `goes_on` says so."""
    if steps and goes_on():
        steps[0]()
        QTimer.singleShot(0, partial(in_turns, goes_on, *steps[1:]))
