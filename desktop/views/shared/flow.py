"""A layout that goes on in the next row when one is full, for chips and buttons at every text size."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_Row = list[tuple[int, QLayoutItem]]  # each with its place among all the widgets


class Flow(QLayout):
    """Widgets side by side in as many rows as their parent's width asks for."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self._parting: int | None = None
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take one more widget."""
        self._items.append(item)

    def part(self) -> None:
        """Let what is added from now on stand at the right end of its row."""
        self._parting = len(self._items)

    def count(self) -> int:
        """Say how many widgets there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name; none beyond the last
        """Give one widget's item."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name; none beyond the last
        """Let one widget go."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Ask for no more room than the rows need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that a narrow place needs more rows."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Give the height of the rows at a width."""
        rows = _rows(self._items, width, self._gap)
        return sum(map(_height, rows)) + self._gap * max(0, len(rows) - 1)

    def setGeometry(self, place: QRect) -> None:  # noqa: N802 - Qt's name
        """Put the widgets into their rows."""
        super().setGeometry(place)
        top = place.top()
        for row in _rows(self._items, place.width(), self._gap):
            _put(row, QRect(place.left(), top, place.width(), 0), self._gap, self._parting)
            top += _height(row) + self._gap

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Give the least the widgets can do with: the widest of them in a row of its own."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Give the size of the largest widget."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size


def _rows(items: list[QLayoutItem], width: int, gap: int) -> list[_Row]:
    rows: list[_Row] = []
    room = -1
    for number, item in enumerate(items):
        if item.isEmpty():
            continue  # a hidden widget takes no room, and no gap
        wanted = item.sizeHint().width()
        if wanted > room:
            rows.append([])
            room = width
        rows[-1].append((number, item))
        room -= wanted + gap
    return rows


def _height(row: _Row) -> int:
    return max(item.sizeHint().height() for _, item in row)


def _put(row: _Row, place: QRect, gap: int, parting: int | None) -> None:
    left = place.left()
    spare = place.width() - sum(item.sizeHint().width() for _, item in row) - gap * (len(row) - 1)
    for number, item in row:
        if parting is not None and number >= parting:
            left, spare = left + max(0, spare), 0
        item.setGeometry(QRect(QPoint(left, place.top()), item.sizeHint()))
        left += item.sizeHint().width() + gap
