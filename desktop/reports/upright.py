"""Words set upright, for the headings of narrow columns."""

from functools import cache
from typing import Any

from desktop.reports.typeface import BOLD, register

_SIZE = 8


def upright(words: str) -> Any:
    """Set one line of words from the foot to the head of its cell."""
    register()
    return _upright()(words)


@cache
def _upright() -> Any:
    from reportlab.pdfbase.pdfmetrics import stringWidth  # noqa: PLC0415 - after the letters are registered
    from reportlab.platypus import Flowable  # noqa: PLC0415 - after the letters are registered

    class Upright(Flowable):  # type: ignore[misc]  # reportlab ships no types
        """Draw the words turned by a quarter."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self._words = words

        def wrap(self, _width: float, _height: float) -> tuple[float, float]:
            """Take one line in width, the length of the words in height."""
            return _SIZE * 1.3, stringWidth(self._words, BOLD, _SIZE) + 4

        def draw(self) -> None:
            """Draw them."""
            self.canv.rotate(90)
            self.canv.setFont(BOLD, _SIZE)
            self.canv.drawString(2, -_SIZE, self._words)

    return Upright
