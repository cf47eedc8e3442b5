"""Where a paper goes: a printer or a file, asked in the dialogs of the computer."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMarginsF, QStandardPaths
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.i18n import tr
from desktop.views.shared.printing.paper import Paper


def ask_printer(parent: QWidget, paper: Paper, count: int, printer: QPrinter, chosen: Callable[[], object]) -> None:
    """Let staff choose the printer, the pages and the copies, then call `chosen`."""
    printer.setDocName(paper.title)
    upright = QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), upright, QMarginsF()))
    asked = QPrintDialog(printer, parent)
    asked.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage)
    asked.setMinMax(1, max(1, count))
    # Not `accepted`: the one of a print dialog hands over its printer, which `chosen` knows.
    asked.finished.connect(lambda answer: chosen() if answer == QDialog.DialogCode.Accepted else None)
    asked.finished.connect(asked.deleteLater)
    QDialog.open(asked)


def ask_file(parent: QWidget, file_name: str, chosen: Callable[[Path], object]) -> None:
    """Let staff choose where the file goes, then call `chosen` with the place."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    asked = QFileDialog(parent, tr("Save"), documents)
    asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    suffix = Path(file_name).suffix.removeprefix(".")
    asked.setDefaultSuffix(suffix)
    asked.setNameFilter(f"{suffix.upper()} (*.{suffix})")
    asked.selectFile(file_name)
    asked.fileSelected.connect(partial(_call, chosen))
    asked.finished.connect(asked.deleteLater)
    asked.open()


def _call(chosen: Callable[[Path], object], name: str) -> None:
    chosen(Path(name))
