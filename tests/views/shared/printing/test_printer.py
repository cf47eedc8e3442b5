"""What leaves for the printer is what was chosen, page for page, and a failure is said."""

import subprocess
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QImage, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter

from desktop.views.shared.printing.printer import PrinterFailed, PrintingStopped, pages_to_print, print_paper
from tests.views.printers import count_pages, printer_to
from tests.views.shared.printing.conftest import PAGES

Size = QPageSize.PageSizeId


def drawn(paper: Path, folder: Path) -> QImage:
    """Give the first page of a paper as it would be seen, 300 dots an inch: a strip out of place shows."""
    command = ["pdftoppm", "-r", "300", "-png", "-singlefile", str(paper), str(folder / paper.stem)]
    subprocess.run(command, check=True, capture_output=True)
    return QImage(str(folder / f"{paper.stem}.png")).convertToFormat(QImage.Format.Format_Grayscale8)


def dark_box(image: QImage) -> tuple[int, int, int, int]:
    """Give the borders of everything that is not white."""
    dots, each = bytes(image.constBits()), image.bytesPerLine()
    lines = [dots[y * each : y * each + image.width()] for y in range(image.height())]
    rows = [y for y, line in enumerate(lines) if min(line) < 200]
    columns = [x for x in range(image.width()) if min(line[x] for line in lines) < 200]
    return min(columns), min(rows), max(columns), max(rows)


@pytest.mark.usefixtures("qapp")
def test_every_page_leaves_and_stands_where_the_paper_has_it(content: bytes, tmp_path: Path) -> None:
    assert print_paper(content, printer_to(tmp_path / "out.pdf"), 0, Event()) == PAGES
    assert count_pages(tmp_path / "out.pdf") == PAGES
    (tmp_path / "own.pdf").write_bytes(content)
    own, out = (dark_box(drawn(tmp_path / name, tmp_path)) for name in ("own.pdf", "out.pdf"))
    assert all(abs(one - other) <= 1 for one, other in zip(own, out, strict=True)), (own, out)


@pytest.mark.usefixtures("qapp")
def test_a_smaller_sheet_shows_the_whole_page(content: bytes, tmp_path: Path) -> None:
    print_paper(content, printer_to(tmp_path / "out.pdf", Size.A5), 0, Event())
    (tmp_path / "own.pdf").write_bytes(content)
    own, small = (drawn(tmp_path / name, tmp_path) for name in ("own.pdf", "out.pdf"))
    shrunk = small.width() / own.width()
    expected = [side * shrunk for side in dark_box(own)]
    assert all(abs(one - other) <= 2 for one, other in zip(expected, dark_box(small), strict=True))


@pytest.mark.usefixtures("qapp")
def test_pages_copies_and_order_are_those_of_the_dialog(content: bytes, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "out.pdf")
    assert pages_to_print(printer, 0, 4) == [0, 1, 2, 3]
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert pages_to_print(printer, 2, 4) == [2]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("2-3,9"))
    assert pages_to_print(printer, 0, 4) == [1, 2]
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    assert pages_to_print(printer, 0, 4) == [1, 2, 1, 2]
    printer.setCollateCopies(False)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert pages_to_print(printer, 0, 4) == [2, 2, 1, 1]
    assert print_paper(content, printer, 0, Event()) == count_pages(tmp_path / "out.pdf") == 4


@pytest.mark.usefixtures("qapp")
@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_take_the_paper_is_said_and_the_next_try_is_the_same_paper(
    content: bytes, tmp_path: Path
) -> None:
    with pytest.raises(PrinterFailed) as refusal:
        print_paper(content, printer_to(tmp_path / "absent" / "out.pdf"), 0, Event())
    assert "with the same number" in refusal.value.explain()
    (tmp_path / "absent").mkdir()
    assert print_paper(content, printer_to(tmp_path / "absent" / "out.pdf"), 0, Event()) == PAGES


@pytest.mark.usefixtures("qapp")
def test_a_range_beyond_the_paper_is_said(content: bytes, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "out.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("7-9"))
    with pytest.raises(PrinterFailed):
        print_paper(content, printer, 0, Event())


@pytest.mark.usefixtures("qapp")
def test_printing_stops_when_asked(content: bytes, tmp_path: Path) -> None:
    stop = Event()
    stop.set()
    with pytest.raises(PrintingStopped):
        print_paper(content, printer_to(tmp_path / "out.pdf"), 0, stop)
