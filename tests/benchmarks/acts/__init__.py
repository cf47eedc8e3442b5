"""The acts that are measured, by the names of the command line; each gives one figure or more."""

from collections.abc import Callable, Sequence

from tests.benchmarks.acts import (
    beats,
    grid,
    importing,
    inserting,
    keys,
    letter,
    mark,
    memory,
    pages,
    preview,
    search,
    starting,
    typing,
    week,
)
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import Ground

ACTS: dict[str, Callable[[Ground], Sequence[Figure]]] = {
    "start": starting.measure,
    "memory": memory.measure,
    "search": search.measure,
    "typing": typing.measure,
    "pages": pages.measure,
    "grid": grid.measure,
    "mark": mark.measure,
    "keys": keys.measure,
    "week": week.measure,
    "letter": letter.measure,
    "insert": inserting.measure,
    "preview": preview.measure,
    "import": importing.measure,
    "beats": beats.measure,
}
