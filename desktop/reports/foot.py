"""The foot of every page, written when all of them are counted."""

from functools import cache
from typing import Any

from desktop.i18n import tr
from desktop.reports.typeface import BOLD, FAMILY

_CM = 72 / 2.54


def footed(foot: str, mark: str, right: float) -> Any:
    """Give a canvas that writes `foot` under each page as far as `right` (in centimetres), and `mark` above it."""
    return type("Footed", (_numbered(),), {"foot": foot, "mark": mark, "right": right * _CM})


@cache
def _numbered() -> Any:
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - reportlab loads only when something is printed

    class Numbered(Canvas):  # type: ignore[misc]  # reportlab ships no types
        """Hold back each page until the last one is known."""

        foot, mark, right = "", "", 0.0

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
                self._write_foot(tr("Page {number} / {total}", number=number, total=len(self._held)))
                super().showPage()
            super().save()

        def _write_foot(self, count: str) -> None:
            self.setFont(FAMILY, 7.5)
            self.setLineWidth(0.4)
            self.line(2 * _CM, 1.6 * _CM, self.right, 1.6 * _CM)
            self.drawString(2 * _CM, 1.2 * _CM, self.foot)
            self.drawRightString(self.right, 1.2 * _CM, count)
            if self.mark:
                self.setFont(BOLD, 10)
                self.drawRightString(self.right, self._pagesize[1] - 1.4 * _CM, self.mark)

    return Numbered
