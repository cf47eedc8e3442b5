"""The memory the program holds with the list of people open."""

import statistics

from tests.benchmarks.acts.starting import child
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import Ground
from tests.centres import PASSWORD


def measure(ground: Ground) -> list[Figure]:
    """Open the program on everybody, search, scroll, and ask the system; beside it, a window that does nothing."""
    ground.let_go()
    opened, bare = [], []
    for _ in range(ground.rounds(3)):
        opened.append(child(["open_list", str(ground.data.folder), "awa", PASSWORD]))
        bare.append(child(["bare"]))
    value, base = (round(statistics.median(one), 1) for one in (opened, bare))
    beside = "MB, a bare PySide6 window process"
    return [Figure(act="memory, list open", value=value, unit="MB", limit=200, baseline=base, beside=beside)]
