"""A process in which somebody writes in the grid of a convoy; its parent kills it once a cell was left."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.views.arrivals.arrivals_view import ArrivalsView
from desktop.views.shared.shell import Shell


def main(folder: Path, login: str, password: str) -> None:
    """Type a family name, leave its cell, begin with the next one, and say so on stdout."""
    application = QApplication([])
    centre = Centre.open(folder, login, password)
    view = ArrivalsView(Shell(centre))
    view.show()
    view.activateWindow()
    QTest.qWaitForWindowActive(view)
    view.show_in(view.grid, centre.convoy_desk.recent()[0])
    grid = view.grid.grid
    grid.setCurrentIndex(view.grid.table.index(0, 1))
    grid.setFocus()
    for letter in "Keita":
        QTest.keyClicks(QApplication.focusWidget() or grid, letter)
    QTest.keyClick(QApplication.focusWidget() or grid, Qt.Key.Key_Tab)
    QApplication.processEvents()
    QTest.keyClicks(QApplication.focusWidget() or grid, "M")
    print("typed", flush=True)
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:4])
