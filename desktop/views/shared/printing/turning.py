"""Which page of a paper is shown and how large, by keys and buttons."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.i18n import tr
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.printing.paper_view import PaperView


class Turning(QWidget):
    """Page before and after, larger and smaller, whole width and whole page."""

    def __init__(self, pages: PaperView, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages, self._over = pages, parent
        self.where = text_label(look="strong", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.before = self._button("chevron_left", tr("Page before"), lambda: pages.go_to(pages.page() - 1))
        row.addWidget(self.before)
        row.addWidget(self.where)
        self.after = self._button("chevron_right", tr("Next page"), lambda: pages.go_to(pages.page() + 1))
        row.addWidget(self.after)
        row.addSpacing(16)
        for icon, words, keys, act in (
            ("minus", tr("Smaller"), "Ctrl+-", lambda: pages.magnify(-1)),
            ("plus", tr("Larger"), "Ctrl++", lambda: pages.magnify(1)),
            ("width", tr("Whole width"), "Ctrl+0", lambda: pages.fit(whole=False)),
            ("file", tr("Whole page"), "Ctrl+9", lambda: pages.fit(whole=True)),
        ):
            row.addWidget(self._button(icon, words, act, keys))
        self._key("Home", lambda: pages.go_to(0))
        self._key("End", lambda: pages.go_to(pages.count() - 1))
        self._key("Ctrl+=", lambda: pages.magnify(1))
        pages.moved.connect(self.tell)
        self.tell()

    @Slot()
    def tell(self) -> None:
        """Say which page is shown of how many."""
        page, count = self._pages.page(), self._pages.count()
        self.where.setText(tr("Page {number} / {total}", number=min(page + 1, count), total=count))
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page < count - 1)

    def _button(self, icon: str, words: str, act: Callable[[], object], keys: str = "") -> QPushButton:
        button = QPushButton(self)
        button.setObjectName("headerIcon")
        button.setAccessibleName(words)
        button.setAutoDefault(False)
        put_icon(button, icon)
        if keys:
            self._key(keys, act)
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{words} ({native})" if keys else words)
        button.clicked.connect(lambda _: act())
        return button

    def _key(self, keys: str, act: Callable[[], object]) -> None:
        """Act at once: a button's own shortcut waits until the button has been seen pressed."""
        QShortcut(QKeySequence(keys), self._over).activated.connect(act)
