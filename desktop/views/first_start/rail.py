"""The steps at the left of the first start: those done, the one at hand, those to come."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.style import scaled

_SIGN, _WIDE = 18, 250


class Rail(QWidget):
    """Says where one is; the steps are gone through by the buttons at the foot."""

    def __init__(self, titles: Sequence[str], current: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 20, 12, 20)
        grid.setVerticalSpacing(14)
        grid.addWidget(text_label("Jatigi", "brand", parent=self), 0, 0, 1, 2)
        self._signs: list[QLabel] = []
        self._titles: list[QLabel] = []
        for row, title in enumerate(titles, 1):
            self._signs.append(text_label(look="sign", parent=self))
            self._titles.append(text_label(f"{row}.  {title}", parent=self))
            grid.addWidget(self._titles[-1], row, 0)
            grid.addWidget(self._signs[-1], row, 1)
        grid.setRowStretch(len(titles) + 1, 1)
        grid.setColumnStretch(0, 1)
        self.stand_at(current)
        self.setFixedWidth(scaled(_WIDE))

    def stand_at(self, current: int) -> None:
        """Mark the steps before `current` as done, and light it."""
        for at, (sign, title) in enumerate(zip(self._signs, self._titles, strict=True)):
            title.setObjectName("member" if at == current else "")
            title.style().polish(title)
            sign.setVisible(at < current)
            put_icon(sign, "check", "sidebar_text", _SIGN)
