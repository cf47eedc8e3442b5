"""Tables and bars of figures on paper, readable in black and white."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop.formats import whole_number
from desktop.reports.form import together
from desktop.reports.page import CM, gap, table, text
from desktop.reports.typeface import FAMILY

_WHOLE, _BETWEEN, _FIRST, _WIDEST, _FEW = 17.0, 0.4, 4.1, 2.9, 3
_SIDES = ("LEFT", "RIGHT", "TOP", "BOTTOM")
_BARS_FROM, _BARS, _STEP = 5.5 * CM, 9.5 * CM, 17


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: its words, and its figures in the order of the headings."""

    words: str
    figures: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """One table: what it counts, the headings over its figures, its lines."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """One chart: for each line a figure now, in grey, and the one before, in outline."""

    title: str
    rows: tuple[Row, ...]


def figure_tables(content: Sequence[FigureTable]) -> list[Any]:
    """Set one table on the whole width, or two beside each other; one without lines is left out."""
    shown = [one for one in content if one.rows]
    if not shown:
        return []
    whole = (_WHOLE - _BETWEEN * (len(shown) - 1)) / len(shown)
    parts = [_ruled(one, whole) for one in shown] if len(shown) > 1 else _alone(shown[0])
    return [together([*(parts if len(shown) == 1 else [_side_by_side(parts, whole)]), gap(0.3)])]


def _alone(content: FigureTable) -> list[Any]:
    """Put the title of a table with many columns above it."""
    if len(content.headings) <= _FEW:
        return [_ruled(content, _WHOLE)]
    return [text(content.title, bold=True), _ruled(FigureTable("", content.headings, content.rows), _WHOLE)]


def _ruled(content: FigureTable, whole: float) -> Any:
    count = len(content.headings)
    width = min(_WIDEST, (whole - _FIRST) / count)
    head = [content.title, *(text(heading, bold=True, right=True) for heading in content.headings)]
    body = [[row.words, *(text(whole_number(figure), right=True) for figure in row.figures)] for row in content.rows]
    return table([head, *body], [whole - width * count, *[width] * count])


def _side_by_side(parts: Sequence[Any], whole: float) -> Any:
    from reportlab.platypus import Table  # noqa: PLC0415 - reportlab loads only when something is printed

    style = [("VALIGN", (0, 0), (-1, -1), "TOP"), *((f"{side}PADDING", (0, 0), (-1, -1), 0) for side in _SIDES)]
    between: list[Any] = [part for one in parts for part in (one, "")][:-1]
    widths = [whole * CM if at % 2 == 0 else _BETWEEN * CM for at in range(len(between))]
    return Table([between], widths, style=style)


def bar_chart(content: Bars) -> list[Any]:
    """Draw bars with their figures; where nothing happened there is nothing to draw."""
    most = max((max(row.figures) for row in content.rows), default=0)
    if not most:
        return []
    from reportlab.graphics.shapes import Drawing  # noqa: PLC0415 - only when something is printed

    drawing = Drawing(_WHOLE * CM, _STEP * len(content.rows) + 2)
    for place, row in enumerate(content.rows):
        _draw_row(drawing, row, _STEP * (len(content.rows) - 1 - place) + 2, most)
    return [together([text(content.title, bold=True), drawing, gap(0.2)])]


def _draw_row(drawing: Any, row: Row, low: float, most: int) -> None:
    """Draw the figure now above the one before."""
    from reportlab.graphics.shapes import Rect, String  # noqa: PLC0415 - only when something is printed
    from reportlab.lib.colors import HexColor  # noqa: PLC0415 - only when something is printed

    drawing.add(String(0, low + 4, row.words, fontName=FAMILY, fontSize=8))
    shapes = ((row.figures[0], low + 6, 8, HexColor("#8C8C8C")), (row.figures[1], low, 5, None))
    for figure, at, height, fill in shapes:
        length = _BARS * figure / most
        drawing.add(Rect(_BARS_FROM, at, length, height, fillColor=fill, strokeWidth=0.4))
        label = whole_number(figure)
        size = 8 if fill else 6
        drawing.add(String(_BARS_FROM + length + 4, at + 0.5, label, fontName=FAMILY, fontSize=size))
