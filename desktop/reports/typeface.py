"""The letters of every paper: the shipped ones, embedded, and no other."""

from functools import cache
from typing import Any

from desktop.paths import RESOURCES

FAMILY = "NotoSans"
BOLD = f"{FAMILY}-Bold"
_SIZES = {"body": 9, "small": 7.5, "heading": 10.5, "large": 12, "title": 13, "huge": 20}


@cache
def register() -> None:
    """Make the shipped letters the only ones, before platypus names Helvetica."""
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - reportlab loads only when something is printed
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 - reportlab loads only when something is printed

    faces = {"": "Regular", "-Bold": "Bold", "-Italic": "Italic"}
    for suffix, file in faces.items():
        pdfmetrics.registerFont(TTFont(FAMILY + suffix, RESOURCES / "fonts" / f"NotoSans-{file}.ttf"))
    pdfmetrics.registerFontFamily(FAMILY, FAMILY, BOLD, f"{FAMILY}-Italic", BOLD, baseFontFor="all")


@cache
def style(name: str, *, bold: bool = False, right: bool = False) -> Any:
    """Give the setting of a kind of words: body, small, heading, large, title or huge."""
    register()
    from reportlab.lib.enums import TA_LEFT, TA_RIGHT  # noqa: PLC0415 - after the letters are registered
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415 - after the letters are registered

    size = _SIZES[name]
    return ParagraphStyle(
        f"{name}{bold}{right}",
        fontName=BOLD if bold else FAMILY,
        fontSize=size,
        leading=size * 1.32,
        spaceAfter=2,
        splitLongWords=True,
        alignment=TA_RIGHT if right else TA_LEFT,
    )
