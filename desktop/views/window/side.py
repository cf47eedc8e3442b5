"""The left edge of the window: the pages, who is signed in, and the lock."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.rights import ROLE_WORDS, Role
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.page import Page
from desktop.views.shared.shell import Shell
from desktop.views.shared.style import scaled
from desktop.views.window.sidebar import Sidebar

_NARROWEST, _MARGIN = 200, 12


class Side(QWidget):
    """The sidebar with its head and foot."""

    def __init__(self, pages: Sequence[Page], shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        member = shell.centre.member
        self.pages = Sidebar(pages, self)
        self.worry = QPushButton(tr("Raise a worry"), self)
        self.worry.setObjectName("onSidebar")
        self.worry.setToolTip(f"{tr('Raise a worry')} (Ctrl+I)")
        put_icon(self.worry, "concern", "sidebar_text", 18)
        self.lock = QPushButton(tr("Lock"), self)
        self.lock.setObjectName("onSidebar")
        self.lock.setToolTip(f"{tr('Lock, or let a colleague sign in')} (Ctrl+L)")
        put_icon(self.lock, "lock", "sidebar_text", 18)
        roles = "\n".join(tr(ROLE_WORDS[role]) for role in Role if role in member.roles)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 16, _MARGIN, 14)
        column.setSpacing(6)
        column.addWidget(text_label("Jatigi", "brand", parent=self))
        column.addWidget(self.pages, 1)
        column.addWidget(self.worry)
        column.addWidget(text_label(member.name, "member", wrap=True, parent=self))
        column.addWidget(text_label(roles, "roles", wrap=True, parent=self))
        column.addWidget(self.lock)
        self.setFixedWidth(
            max(scaled(_NARROWEST), self.pages.wide_enough() + 2 * _MARGIN, self.worry.sizeHint().width() + 2 * _MARGIN)
        )
