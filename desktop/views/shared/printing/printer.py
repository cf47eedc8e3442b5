"""Pages drawn on a printer, beside the screen, strip by strip: a whole page at once would be 140 MB."""

from collections.abc import Iterator
from threading import Event

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter

from desktop.errors import DeskError
from desktop.i18n import mark

FINEST = 600  # dots per inch; more shows on no office printer
_STRIP, _OVERLAP = 200, 2  # lines; the overlap leaves no white hair between two strips
_REST_S = 0.001
_POINTS = 72


class PrinterFailed(DeskError):
    """The printer did not take the paper to its end."""

    sentence = mark(
        "The printer did not take the paper. Look whether it is on, has paper and is connected, then print again:"
        " it is the same paper, with the same number."
    )


class PrintingStopped(DeskError):
    """Somebody stopped the printing."""

    sentence = mark("Printing was stopped. Pages that had left for the printer may still come out.")


def pages_to_print(printer: QPrinter, current: int, count: int) -> list[int]:
    """Give the pages chosen in the dialog, counted from 0, in the order in which they leave; `current` is on screen."""
    chosen = list(range(count))
    if printer.printRange() == QPrinter.PrintRange.CurrentPage:
        chosen = [current]
    elif printer.printRange() == QPrinter.PrintRange.PageRange and not printer.pageRanges().isEmpty():
        chosen = [page for page in chosen if printer.pageRanges().contains(page + 1)]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return chosen * copies
    return [page for page in chosen for _ in range(copies)]


def print_paper(content: bytes, printer: QPrinter, current: int, stop: Event) -> int:
    """Print the chosen pages of a paper, and give how many left; runs on any thread.

    Raises:
        PrinterFailed: it could not begin, or broke off.
        PrintingStopped: `stop` was set.
    """
    device = QBuffer()
    device.setData(QByteArray(content))
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(device)
    pages = pages_to_print(printer, current, document.pageCount())
    printer.setFullPage(True)
    painter = QPainter()
    if not pages or not painter.begin(printer):
        raise PrinterFailed
    try:
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        for place, page in enumerate(pages):
            if place and not printer.newPage():
                raise PrinterFailed
            _draw(document, page, painter, printer, stop)
    finally:
        painter.end()
    if printer.printerState() in {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}:
        raise PrinterFailed
    return len(pages)


def _draw(document: QPdfDocument, page: int, painter: QPainter, printer: QPrinter, stop: Event) -> None:
    sheet = printer.pageLayout().fullRectPixels(printer.resolution()).size()
    drawn = _fitting(document.pagePointSize(page), sheet, printer.resolution())
    fine = drawn * min(1.0, FINEST / printer.resolution())
    for clip in _strips(fine):
        # A true rest, for the screen: without one this thread takes Python back before the other wakes.
        if stop.wait(_REST_S):
            printer.abort()
            raise PrintingStopped
        top, bottom = (round(line * drawn.height() / fine.height()) for line in (clip.top(), clip.bottom() + 1))
        painter.drawImage(QRect(0, top, drawn.width(), bottom - top), _strip(document, page, fine, clip))


def _fitting(page: QSizeF, sheet: QSize, resolution: int) -> QSize:
    """Give the size of a page in dots: its own, or less where the sheet is smaller."""
    own = (page * (resolution / _POINTS)).toSize()
    few = resolution // 50  # a format rounded to whole points is still the same format
    fits = own.width() <= sheet.width() + few and own.height() <= sheet.height() + few
    return own if fits else page.scaled(QSizeF(sheet), Qt.AspectRatioMode.KeepAspectRatio).toSize()


def _strips(page: QSize) -> Iterator[QRect]:
    for top in range(0, page.height(), _STRIP):
        yield QRect(0, top, page.width(), min(_STRIP + _OVERLAP, page.height() - top))


def _strip(document: QPdfDocument, page: int, whole: QSize, clip: QRect) -> QImage:
    """Give a strip in greys: the papers are black on white, and colour would take four times the room."""
    options = QPdfDocumentRenderOptions()
    options.setScaledSize(whole)
    # Qt scales by the last line and column of a clip, not by its size: without one more, each strip creeps upwards.
    options.setScaledClipRect(clip.adjusted(0, 0, 1, 1))
    white = QImage(clip.size(), QImage.Format.Format_RGB32)
    white.fill(0xFFFFFFFF)
    painter = QPainter(white)
    painter.drawImage(0, 0, document.render(page, clip.size(), options))
    painter.end()
    return white.convertToFormat(QImage.Format.Format_Grayscale8)
