"""The left edge of the window: the pages, who is signed in, and the lock."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
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
_BETWEEN = 16 + 5 * 6 + 14  # above, between and below the parts
_EASY = 14  # pixels of a line of a page beside its letters, below which the roles leave it their room


class Side(QWidget):
    """The sidebar with its head and foot."""

    def __init__(self, pages: Sequence[Page], shell: Shell, parent: QWidget | None = None) -> None:
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
        put_icon(self.lock, "lock", "sidebar_text")
        roles = "\n".join(tr(ROLE_WORDS[role]) for role in Role if role in member.roles)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 16, _MARGIN, 14)
        column.setSpacing(6)
        self.brand = text_label("Jatigi", "brand", parent=self)
        column.addWidget(self.brand)
        column.addWidget(self.pages, 1)
        self.member = text_label(member.name, "member", wrap=True, parent=self)
        self.member.setToolTip(roles)
        self.roles = text_label(roles, "roles", wrap=True, parent=self)
        for part in (self.worry, self.member, self.roles, self.lock):
            column.addWidget(part)
        widest = max(self.pages.wide_enough(), self.worry.sizeHint().width())
        self.setFixedWidth(max(scaled(_NARROWEST), widest + 2 * _MARGIN))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Say the roles only where the pages keep their room; the name tells them under the mouse."""
        super().resizeEvent(event)
        wide = self.width() - 2 * _MARGIN
        parts = (self.brand, self.worry, self.lock)
        beside = sum(one.sizeHint().height() for one in parts if not one.isHidden()) + _BETWEEN
        beside += sum(one.heightForWidth(wide) for one in (self.member, self.roles))
        easy = self.pages.count() * (self.fontMetrics().height() + scaled(_EASY))
        self.roles.setVisible(self.height() >= beside + easy)
