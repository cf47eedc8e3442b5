"""What a form is made of: lines to read or fill in, boxes to tick, room to sign, a line to cut along."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from desktop.reports.page import CM, WIDTH, gap, table, text
from desktop.reports.typeface import BOLD, FAMILY, register

BLANK = "." * 40
Tick = tuple[bool, str]  # whether it is ticked, and what it says
_SIZE, _BOX, _LINE = 9, 7, 13
_TO_WRITE_ON = 0.54 * CM


def fields(rows: Sequence[tuple[str, Any]], label: float = 4.3, size: str = "body") -> Any:
    """Set labels beside what they name, with a thin rule under each; an empty value leaves room to write."""
    register()
    from reportlab.platypus import Table  # noqa: PLC0415 - after the letters are registered

    cells = [[text(name, size), text(said, size) if isinstance(said, str) else said] for name, said in rows]
    ruled = [
        ("LINEBELOW", (0, 0), (-1, -1), 0.3, (0, 0, 0)),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        *[("VALIGN", (0, row), (-1, row), "BOTTOM") for row, (_, said) in enumerate(rows) if not said],
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0.5),
    ]
    heights = [0 if said else _TO_WRITE_ON for _, said in rows]
    widths = [label * CM, WIDTH - label * CM]
    return Table(cells, widths, [None] * len(cells), style=ruled, minRowHeights=heights, splitInRow=1)


def section(title: str, rows: Sequence[tuple[str, Any]]) -> list[Any]:
    """Set a part of a form under its heading; a row whose value is None is not part of this form."""
    kept = [row for row in rows if row[1] is not None]
    return [text(title, bold=True), fields(kept), gap(0.12)] if kept else []


def side_by_side(left: Sequence[Any], right: Sequence[Any]) -> Any:
    """Set two parts beside each other, without rules."""
    register()
    from reportlab.platypus import Table  # noqa: PLC0415 - after the letters are registered

    plain = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0),
             ("RIGHTPADDING", (0, 0), (-1, -1), 0)]  # fmt: skip
    return Table([[list(left), list(right)]], [WIDTH * 0.6, WIDTH * 0.4], style=plain)


def together(parts: Sequence[Any]) -> Any:
    """Keep parts on one page."""
    register()
    from reportlab.platypus import KeepTogether  # noqa: PLC0415 - after the letters are registered

    return KeepTogether(list(parts))


def signatures(places: Sequence[str], height: float) -> Any:
    """Leave a box of `height` centimetres under each of `places` to sign, print a thumb or stamp in."""
    return table([list(places), [""] * len(places)], [17 / len(places)] * len(places), row_height=height)


def cut_line() -> Any:
    """Draw the dashes along which a part is torn off."""
    register()
    from reportlab.platypus.flowables import HRFlowable  # noqa: PLC0415 - reportlab loads only when printing

    return HRFlowable(width="100%", thickness=0.6, color=(0, 0, 0), dash=(4, 3), spaceBefore=6, spaceAfter=5)


def ticks(*boxes: Tick, before: str = "") -> Any:
    """Set boxes in a row after the words `before`, each box before its own words; a ticked one holds a cross."""
    register()
    return _ticks()(before, boxes)


@cache
def _ticks() -> Any:
    from reportlab.pdfbase.pdfmetrics import stringWidth  # noqa: PLC0415 - after the letters are registered
    from reportlab.platypus import Flowable  # noqa: PLC0415 - after the letters are registered

    class Ticks(Flowable):  # type: ignore[misc]  # reportlab ships no types
        """Draw the boxes; those that do not fit go on the next line."""

        def __init__(self, before: str, boxes: Sequence[Tick]) -> None:
            super().__init__()
            self._before, self._boxes = before, boxes
            self._places: list[tuple[float, int]] = []

        def wrap(self, width: float, _height: float) -> tuple[float, float]:
            """Find the place of each box."""
            x, line, self._places = stringWidth(self._before, FAMILY, _SIZE), 0, []
            x += 14 * bool(x)
            for _, words in self._boxes:
                needed = _BOX + 4 + stringWidth(words, FAMILY, _SIZE)
                if x and x + needed > width:
                    x, line = 0.0, line + 1
                self._places.append((x, line))
                x += needed + 14
            self._lines = line + 1
            return width, self._lines * _LINE

        def draw(self) -> None:
            """Draw them where they were placed."""
            self.canv.setFont(FAMILY, _SIZE)
            self.canv.drawString(0, (self._lines - 1) * _LINE + 3, self._before)
            for (ticked, words), (x, line) in zip(self._boxes, self._places, strict=True):
                y = (self._lines - 1 - line) * _LINE + 3
                self.canv.setLineWidth(0.6)
                self.canv.rect(x, y, _BOX, _BOX)
                self.canv.setFont(BOLD, 8)
                self.canv.drawCentredString(x + _BOX / 2, y + 0.7, "X" * ticked)
                self.canv.setFont(FAMILY, _SIZE)
                self.canv.drawString(x + _BOX + 4, y, words)

    return Ticks
