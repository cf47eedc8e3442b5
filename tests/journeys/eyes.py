"""Eyes for a printed recovery paper: a print is a picture, and its groups are read by their shapes."""

import subprocess
from functools import cache
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageStat

from desktop.paths import RESOURCES

_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U"
_LENGTH = 5
_DPI = 144
_DOT = _DPI / 72  # per point
# From the layout, in points: the first group, the way to the next column and row, and the letters.
_FIRST, _APART, _GROUP, _LETTERS = (60.7, 157.2), (120.47, 42.3), (90.0, 27.3), 20
_ACROSS, _DOWN = 4, 2
_SHIFTS = [(x, y) for x in range(-1, 2) for y in range(-1, 2)]
_WHITE, _DARK = 255, 128


def read_groups(paper: Path) -> list[str]:
    """Read the groups of a printed recovery paper, in their order."""
    picture = paper.with_suffix(".png")
    command = ["pdftoppm", "-r", str(_DPI), "-gray", "-png", "-singlefile", str(paper), str(picture.with_suffix(""))]
    subprocess.run(command, check=True)
    with Image.open(picture) as page:
        whole = page.convert("L")
    return [_read(_cut(whole, column, row)) for row in range(_DOWN) for column in range(_ACROSS)]


def _cut(page: Image.Image, column: int, row: int) -> Image.Image:
    left, top = (
        round((first + at * apart) * _DOT) for first, at, apart in zip(_FIRST, (column, row), _APART, strict=True)
    )
    wide, high = (round(side * _DOT) for side in _GROUP)
    return page.crop((left, top, left + wide, top + high))


def _read(group: Image.Image) -> str:
    """Read from left to right: each symbol begins where the one before says that it ends."""
    read, pen = "", 0.0
    for _ in range(_LENGTH):
        read += min(_SYMBOLS, key=lambda symbol: _unlike(group, symbol, round(pen)))
        pen += _font().getlength(read[-1])
    return read


def _unlike(group: Image.Image, symbol: str, pen: int) -> float:
    """Say how much a symbol differs from what stands at a place, wherever it fits best."""
    shape = _shape(symbol)
    wide, high = shape.size
    pieces = (group.crop((pen + x, y, pen + x + wide, y + high)) for x, y in _SHIFTS)
    return min(ImageStat.Stat(ImageChops.difference(piece, shape)).mean[0] for piece in pieces)


@cache
def _shape(symbol: str) -> Image.Image:
    """Draw a symbol in black on white as the paper sets it."""
    font = _font()
    shape = Image.new("L", (round(font.getlength(symbol)), sum(font.getmetrics())), _WHITE)
    ImageDraw.Draw(shape).text((0, 0), symbol, font=font, fill=0)
    return shape


@cache
def _font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(RESOURCES / "fonts" / "NotoSans-Bold.ttf"), round(_LETTERS * _DOT))
