"""The strip above a page: its title, and what is at hand everywhere."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.i18n import tr
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.window.display_menu import DisplayMenu


class Header(QWidget):
    """The title of the page, the search of everything, the display and the guide."""

    help_asked = Signal()
    search_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = text_label(look="title", parent=self)
        self.display = DisplayMenu(self)
        self._display = self._button("theme", tr("Display"))
        self._display.setMenu(self.display)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(8)
        row.addWidget(self.title, 1)
        row.addWidget(self._display)

    def _button(self, icon: str, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName("headerIcon")
        button.setAccessibleName(name)
        button.setToolTip(name)
        put_icon(button, icon)
        return button
