"""The strip above a page: its title, and what is at hand everywhere."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.i18n import tr
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import OneLine
from desktop.views.window.display_menu import DisplayMenu


class Header(QWidget):
    """The title of the page, the search of everything, the display and the guide."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = OneLine("title", self)
        self.search = QPushButton(f"{tr('Find')}   Ctrl+K", self)
        self.search.setAccessibleName(tr("Find people, sessions, services, pages and actions"))
        put_icon(self.search, "search", "muted")
        self.display = DisplayMenu(self)
        shows = self._button("theme", tr("Display"))
        shows.setMenu(self.display)
        self.keys = self._button("keyboard", f"{tr('Keys')} (Ctrl+F1)")
        self.guide = self._button("help", f"{tr('Guide')} (F1)")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 20, 12)
        row.setSpacing(6)
        row.addWidget(self.title, 1)
        for widget in (self.search, shows, self.keys, self.guide):
            row.addWidget(widget)

    def _button(self, icon: str, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName("headerIcon")
        button.setAccessibleName(name)
        button.setToolTip(name)
        put_icon(button, icon)
        return button
