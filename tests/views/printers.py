"""A printer where there is none: its paper is a file, on which the pages can be counted."""

import subprocess
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

Size = QPageSize.PageSizeId


def printer_to(target: Path, size: Size = Size.A4) -> QPrinter:
    """Give a printer whose paper is a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setPageLayout(QPageLayout(QPageSize(size), QPageLayout.Orientation.Portrait, QMarginsF()))
    return printer


def count_pages(paper: Path) -> int:
    """Count the pages that left."""
    told = subprocess.run(["pdfinfo", str(paper)], check=True, capture_output=True, text=True).stdout
    return int(next(line for line in told.splitlines() if line.startswith("Pages:")).split()[1])
