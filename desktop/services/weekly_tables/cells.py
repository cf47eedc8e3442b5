"""A table whose figures can be opened."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.i18n import tr
from desktop.reports.figure_tables import FigureTable, Row
from desktop.services.behind_figures import By, Counted, Figure


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, and the name by which what lies behind it is asked for; without one it cannot be opened."""

    value: int
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class WeekLine:
    """A line of a table: its words, and its cells in the order of the headings."""

    words: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class WeekTable:
    """One table: what it counts, the headings over its figures, its lines."""

    title: str
    headings: tuple[str, ...]
    lines: tuple[WeekLine, ...]

    def on_paper(self) -> FigureTable:
        """Give the table as papers and workbooks take it."""
        rows = tuple(Row(line.words, tuple(cell.value for cell in line.cells)) for line in self.lines)
        return FigureTable(self.title, self.headings, rows)


def beside_last_week(title: str, words: Mapping[Counted, str], now: object, then: object) -> WeekTable:
    """Give what `words` name of this week beside the same of the last one."""
    lines = (
        WeekLine(tr(word), (Cell(getattr(now, what), Figure(what)),
                            Cell(getattr(then, what), Figure(what, last_week=True))))
        for what, word in words.items()
    )  # fmt: skip
    return WeekTable(title, (tr("This week"), tr("Last week")), tuple(lines))


def counts(one: object, counted: Iterable[Counted], by: By, group: str) -> tuple[Cell, ...]:
    """Give the cells of one group: an attribute of `one` for each thing counted."""
    names = {Counted.HELD: "sessions_held"}
    return tuple(Cell(getattr(one, names.get(what, what)), Figure(what, by, group)) for what in counted)
