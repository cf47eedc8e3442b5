"""The keys of the program, and the sheet that lists them (Ctrl+F1)."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.i18n import mark, tr
from desktop.views.shared.labels import text_label
from desktop.views.shared.style import scaled

Keys = tuple[str, str]  # as QKeySequence reads them, and what they do (marked for translation)

EVERYWHERE: tuple[Keys, ...] = (
    ("Ctrl+K", mark("Find people, sessions, services, pages and actions")),
    ("Ctrl+PgDown", mark("Next page")),
    ("Ctrl+PgUp", mark("Page before")),
    ("Ctrl+N", mark("New, on pages where something can be added")),
    ("Ctrl+P", mark("Print")),
    ("Ctrl+Z", mark("Take back what was just done")),
    ("Ctrl+C", mark("Copy the chosen line for a spreadsheet")),
    ("Ctrl+I", mark("Raise a worry")),
    ("F1", mark("Guide")),
    ("Ctrl+F1", mark("This list of keys")),
    ("F8", mark("Hide names, or show them again")),
    ("Ctrl+L", mark("Lock")),
    ("Ctrl+Shift+L", mark("Let a colleague sign in")),
    ("Ctrl+Q", mark("Close the program")),
)
# What any program does at these keys; the guide names them, the sheet need not.
IN_ANY_PROGRAM = ("Enter", "Esc", "Tab", "Shift+Tab")

_BESIDE, _BELOW, _MARGIN = 80, 100, 40  # pixels the frame takes around the keys, and the window shows around the sheet


class ShortcutSheet(QDialog):
    """Lists the keys that work everywhere, then those of the page one is on."""

    def __init__(self, page_title: str, of_page: Sequence[Keys], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keys"))
        inside = QWidget(self)
        inside.setObjectName("scrolled")
        lists = QVBoxLayout(inside)
        lists.setContentsMargins(0, 0, 8, 0)
        lists.setSpacing(12)
        for title, keys in ((tr("Everywhere"), EVERYWHERE), (page_title, of_page)):
            if keys:
                lists.addWidget(text_label(title, "heading", parent=inside))
                lists.addLayout(_grid(keys))
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(tr("Keys"))
        self.area.setWidget(inside)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self.area, 1)
        column.addWidget(buttons)
        self._fit(inside.sizeHint() + QSize(scaled(_BESIDE), scaled(_BELOW)), parent)

    def _fit(self, whole: QSize, parent: QWidget) -> None:
        """Take the room the keys want, and no more than the window leaves: the rest is scrolled to."""
        self.resize(whole.boundedTo(parent.size() - QSize(_MARGIN, _MARGIN)))


def _grid(keys: Sequence[Keys]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    for row, (sequence, words) in enumerate(keys):
        native = QKeySequence(sequence).toString(QKeySequence.SequenceFormat.NativeText)
        grid.addWidget(text_label(native, "strong"), row, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(text_label(tr(words)), row, 1)
    grid.setColumnStretch(1, 1)
    return grid
