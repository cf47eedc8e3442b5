"""The frame every paper shares: A4, embedded letters, and a foot that says who printed it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, BinaryIO

from desktop.formats import clock, short_date
from desktop.i18n import language, tr
from desktop.paths import RESOURCES

Target = Path | BinaryIO
CM = 72 / 2.54
WIDTH = 17 * CM  # A4 less two margins of 2 cm
_FAMILY = "NotoSans"
_SIZES = {"body": 9, "small": 7.5, "heading": 10.5, "title": 13, "huge": 20}


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What the foot of a paper says; `at` is the hour of the centre."""

    by: str
    at: datetime
    centre: str
    duplicate: bool = False


@cache
def _register() -> None:
    """Make the shipped letters the only ones, before platypus names Helvetica."""
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - reportlab loads only when something is printed
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 - reportlab loads only when something is printed

    faces = {"": "Regular", "-Bold": "Bold", "-Italic": "Italic"}
    for suffix, file in faces.items():
        pdfmetrics.registerFont(TTFont(_FAMILY + suffix, RESOURCES / "fonts" / f"NotoSans-{file}.ttf"))
    names = (_FAMILY, f"{_FAMILY}-Bold", f"{_FAMILY}-Italic", f"{_FAMILY}-Bold")
    pdfmetrics.registerFontFamily(_FAMILY, *names, baseFontFor="all")


@cache
def _style(name: str, *, bold: bool = False) -> Any:
    _register()
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415 - after the letters are registered

    size = _SIZES[name]
    face = f"{_FAMILY}-Bold" if bold else _FAMILY
    return ParagraphStyle(
        f"{name}{bold}", fontName=face, fontSize=size, leading=size * 1.36, spaceAfter=2, splitLongWords=True
    )


def text(words: str, name: str = "body", *, bold: bool = False) -> Any:
    """Set `words` literally, whatever signs they hold; line breaks are kept."""
    style = _style(name, bold=bold)
    from reportlab.platypus import Paragraph  # noqa: PLC0415 - after the letters are registered

    return Paragraph(escape(words).replace("\n", "<br/>"), style)


def gap(centimetres: float) -> Any:
    """Leave white paper."""
    _register()
    from reportlab.platypus import Spacer  # noqa: PLC0415 - after the letters are registered

    return Spacer(0, centimetres * CM)


def new_page() -> Any:
    """Go to the next sheet."""
    _register()
    from reportlab.platypus import PageBreak  # noqa: PLC0415 - after the letters are registered

    return PageBreak()


def table(rows: Sequence[Sequence[str]], widths: Sequence[float], *, header: bool = True, row_height: float = 0) -> Any:
    """Rule a table of `widths` in centimetres; its first row returns on each page.

    `row_height` in centimetres is a least height below the heading; long words take two lines.
    """
    _register()
    from reportlab.platypus import Table  # noqa: PLC0415 - after the letters are registered

    cells = [[text(cell, bold=header and not n) for cell in row] for n, row in enumerate(rows)]
    style: list[tuple[Any, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.4, (0, 0, 0)),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ]
    return Table(
        cells,
        [width * CM for width in widths],
        [None] * len(cells),
        repeatRows=1 if header else 0,
        style=style,
        minRowHeights=[0 if header and not n else row_height * CM for n in range(len(cells))],
    )


@cache
def _numbered() -> Any:
    """Build, once, the canvas that writes each foot when all pages are counted."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - reportlab loads only when something is printed

    class Numbered(Canvas):  # type: ignore[misc]  # reportlab ships no types
        """Hold back each page until the last one is known."""

        foot = ""

        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            self._held: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802 - reportlab's name
            """Keep the page for later."""
            self._held.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            """Write the foot of each page, then the file."""
            for number, page in enumerate(self._held, 1):
                self.__dict__.update(page)
                self.setFont(_FAMILY, 7.5)
                self.line(2 * CM, 1.6 * CM, 19 * CM, 1.6 * CM)
                self.drawString(2 * CM, 1.2 * CM, self.foot)
                count = tr("Page {number} / {total}", number=number, total=len(self._held))
                self.drawRightString(19 * CM, 1.2 * CM, count)
                super().showPage()
            super().save()

    return Numbered


def write(story: list[Any], target: Target, *, title: str, printed: Printed) -> None:
    """Save `story` at `target` with its foot, title, author and language."""
    _register()
    from reportlab.platypus import SimpleDocTemplate  # noqa: PLC0415 - after the letters are registered

    when = f"{short_date(printed.at.date())} {clock(printed.at.time())}"
    foot = tr("Confidential - printed by {name} on {when}", name=printed.by, when=when)
    if printed.duplicate:
        foot = f"{tr('DUPLICATE')} - {foot}"
    canvas = type("Footed", (_numbered(),), {"foot": foot})
    SimpleDocTemplate(
        str(target) if isinstance(target, Path) else target,
        pagesize=(21 * CM, 29.7 * CM),
        leftMargin=2 * CM - 6,
        rightMargin=2 * CM - 6,
        topMargin=2 * CM - 6,
        bottomMargin=2 * CM - 6,
        title=title,
        author=printed.centre,
        lang=language(),
        initialFontName=_FAMILY,
    ).build(story, canvasmaker=canvas)
