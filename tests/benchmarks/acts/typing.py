"""From a key pressed in the list of people to the line that is painted."""

from collections.abc import Callable
from typing import Any

from tests.benchmarks.acts.search import typed
from tests.benchmarks.figures import Figure, in_turns
from tests.benchmarks.ground import Ground
from tests.benchmarks.screens import shell


def measure(ground: Ground) -> list[Figure]:
    """Type into the real page; the pause it waits for more keys is set aside, and said in the baseline."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - only this act and two others show windows

    from desktop.views.people.people_list import PAUSE_MS, PeopleList  # noqa: PLC0415 - as above

    application = QApplication.instance() or QApplication(["bench"])
    view = PeopleList(shell(ground))
    view.resize(1080, 620)
    view.show()
    view.refresh()
    application.processEvents()
    texts = typed(ground, ground.rounds(120))
    acts = [_press(view, text) for text in texts]
    bare = [_press(view, "")] * len(acts)
    for act in acts[:10]:
        act()
    pair = in_turns(acts, bare, again=ground.again("typing"))
    view.close()
    view.deleteLater()
    application.processEvents()
    beside = f"the field emptied and everybody shown again; the pause of {PAUSE_MS} ms for further keys is set aside"
    return [pair.slowest("keystroke to painted row", 30, beside)]


def _press(view: Any, text: str) -> Callable[[], None]:
    def press() -> None:
        view.sought.setText(text)
        view.refresh()
        view.lines.viewport().repaint()

    return press
