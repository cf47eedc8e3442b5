"""From the click to the letter on the screen."""

from functools import partial
from io import BytesIO
from time import monotonic, perf_counter, sleep
from typing import Any

from desktop.reports.referral_letter import write_referral_letter
from tests.benchmarks.acts.letter import LETTER, PRINTED
from tests.benchmarks.figures import Figure, Pair
from tests.benchmarks.ground import Ground
from tests.benchmarks.screens import application, let_go, stand, window

_PATIENCE_S = 30


def measure(ground: Ground) -> list[Figure]:
    """Open the preview of a letter over the window again and again; setting the paper alone is beside it."""
    from desktop.views.shared.printing.paper import Paper  # noqa: PLC0415 - only some acts show windows
    from desktop.views.shared.printing.preview import show_paper  # noqa: PLC0415 - as above

    shown = window(ground)
    paper = Paper(title=LETTER.number, file_name="letter.pdf", make=partial(_make, again=ground.again("preview")))
    took, bare = list[float](), list[float]()
    for _ in range(ground.rounds(20)):
        start = perf_counter()
        preview = show_paper(shown._shell, paper, shown)
        _wait(preview)
        took.append((perf_counter() - start) * 1000)
        preview.close()
        stand(shown)
        start = perf_counter()
        _make(BytesIO(), again=1)
        bare.append((perf_counter() - start) * 1000)
    let_go(shown)
    # The first one loads the library, once a day.
    return [Pair(took[1:], bare[1:]).slowest("letter from click to preview", 300, "the paper set, and shown to nobody")]


def _make(target: Any, *, again: int) -> None:
    for _ in range(again):
        write_referral_letter(LETTER, target, PRINTED)


def _wait(preview: Any) -> None:
    until = monotonic() + _PATIENCE_S
    while not preview.frame.pages.count() and monotonic() < until:
        sleep(0.0005)
        application().processEvents()
    preview.repaint()
