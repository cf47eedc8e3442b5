"""The frame every paper shares: A4, embedded letters, and a foot that says who printed it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from pathlib import Path
from typing import Any, BinaryIO

from desktop.formats import clock, short_date
from desktop.i18n import language, tr
from desktop.reports.foot import footed
from desktop.reports.typeface import FAMILY, register, style

Target = Path | BinaryIO
CM = 72 / 2.54
WIDTH = 17 * CM  # A4 less two margins of 2 cm
BROAD = 25.7  # centimetres of an A4 on its long side, less the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What the foot of a paper says; `at` is the hour of the centre, and a paper may keep silent about who printed.

    What `hangs` on a wall for everybody is not called confidential.
    """

    by: str
    at: datetime
    centre: str
    duplicate: bool = False
    hangs: bool = False


def text(words: str, name: str = "body", *, bold: bool = False, right: bool = False, struck: bool = False) -> Any:
    """Set `words` literally, whatever signs they hold; line breaks are kept."""
    shape = style(name, bold=bold, right=right)
    from reportlab.platypus import Paragraph  # noqa: PLC0415 - after the letters are registered

    said = escape(words).replace("\n", "<br/>")
    return Paragraph(f"<strike>{said}</strike>" if struck else said, shape)


def gap(centimetres: float) -> Any:
    """Leave white paper."""
    register()
    from reportlab.platypus import Spacer  # noqa: PLC0415 - after the letters are registered

    return Spacer(0, centimetres * CM)


def new_page() -> Any:
    """Go to the next sheet."""
    register()
    from reportlab.platypus import PageBreak  # noqa: PLC0415 - after the letters are registered

    return PageBreak()


def table(rows: Sequence[Sequence[Any]], widths: Sequence[float], *, header: bool = True, row_height: float = 0) -> Any:
    """Rule a table of `widths` in centimetres; its first row returns on each page.

    A cell is words or a drawing. `row_height` in centimetres is a least height below the heading; long words take
    two lines.
    """
    register()
    from reportlab.platypus import Table  # noqa: PLC0415 - after the letters are registered

    cells = [
        [text(cell, bold=header and not n) if isinstance(cell, str) else cell for cell in row]
        for n, row in enumerate(rows)
    ]
    ruled: list[tuple[Any, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.4, (0, 0, 0)),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ]
    return Table(
        cells,
        [width * CM for width in widths],
        [None] * len(cells),
        repeatRows=1 if header else 0,
        style=ruled,
        minRowHeights=[0 if header and not n else row_height * CM for n in range(len(cells))],
    )


def write(story: list[Any], target: Target, *, title: str, printed: Printed, broad: bool = False) -> None:
    """Save `story` at `target` with its foot, title, author and language; a `broad` paper lies on its long side."""
    register()
    from reportlab.platypus import SimpleDocTemplate  # noqa: PLC0415 - after the letters are registered

    width, height = (29.7, 21) if broad else (21, 29.7)
    SimpleDocTemplate(
        str(target) if isinstance(target, Path) else target,
        pagesize=(width * CM, height * CM),
        leftMargin=2 * CM - 6,
        rightMargin=2 * CM - 6,
        topMargin=2 * CM - 6,
        bottomMargin=2 * CM - 6,
        title=title,
        author=printed.centre,
        lang=language(),
        initialFontName=FAMILY,
    ).build(story, canvasmaker=footed(_foot(printed), tr("DUPLICATE") if printed.duplicate else "", width - 2))


def _foot(printed: Printed) -> str:
    when = f"{short_date(printed.at.date())} {clock(printed.at.time())}"
    if printed.hangs:
        return tr("Printed by {name} on {when}", name=printed.by, when=when)
    if not printed.by:
        return tr("Confidential - printed on {when}", when=when)
    return tr("Confidential - printed by {name} on {when}", name=printed.by, when=when)
