"""A page of the window, from the click in the sidebar until it stands whole: at its first visit, and again."""

import statistics
from time import perf_counter
from typing import Any

from tests.benchmarks.acts.keys import session_now
from tests.benchmarks.figures import Figure, Pair
from tests.benchmarks.ground import Ground
from tests.benchmarks.screens import application, let_go, stand, window

_ROUNDS = 8


def measure(ground: Ground) -> list[Figure]:
    """Visit every page of fresh windows, twice; what is read beside the screen is waited for."""
    first: dict[str, list[float]] = {}
    again: dict[str, list[float]] = {}
    bare: list[float] = []
    again_by = ground.again("pages")
    session_now(ground)  # the sheet of everybody in the house is what attendance opens
    for _ in range(ground.rounds(_ROUNDS)):
        shown = window(ground)
        for name in shown.page_names():
            # The first page of a window is there with it: another one is shown before the clock runs.
            shown.go_to("people" if name != "people" else "attendance")
            stand(shown)
            if name not in {"people", "attendance"}:
                first.setdefault(name, []).append(_visit(shown, name, again_by))
            shown.go_to("people" if name != "people" else "attendance")
            stand(shown)
            again.setdefault(name, []).append(_visit(shown, name, again_by))
            bare.append(_bare())
        let_go(shown)
    return [_figure("first visit of a page", first, bare, 150), _figure("a page shown again", again, bare, 30)]


def _visit(shown: Any, name: str, times: int) -> float:
    start = perf_counter()
    for _ in range(times):
        shown.go_to(name)
        stand(shown)
    return (perf_counter() - start) * 1000


def _bare() -> float:
    """Show a bare widget of Qt with forty words, as a page that does nothing would."""
    from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget  # noqa: PLC0415 - only some acts show windows

    start = perf_counter()
    page = QWidget()
    column = QVBoxLayout(page)
    for number in range(40):
        column.addWidget(QLabel(str(number), page))
    page.show()
    application().processEvents()
    took = (perf_counter() - start) * 1000
    page.close()
    page.deleteLater()
    return took


def _figure(act: str, times: dict[str, list[float]], bare: list[float], limit: float) -> Figure:
    slowest = max(times, key=lambda name: statistics.median(times[name]))
    beside = (
        f"a bare widget with forty labels; {len(times)} pages, the slowest is {slowest} "
        f"({statistics.median(times[slowest]):.0f} ms in the middle)"
    )
    return Pair([one for taken in times.values() for one in taken], bare).slowest(act, limit, beside)
