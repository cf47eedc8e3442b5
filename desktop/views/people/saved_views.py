"""The searches somebody keeps: a menu to choose from, and a line to name one."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.saved_views import LONGEST_NAME, SavedView
from desktop.views.shared.field import Field
from desktop.views.shared.icons import put_icon
from desktop.views.shared.shell import Shell

Standing = Callable[[], SavedView]


class SavedViews(QWidget):
    """Keeps, renames and removes searches with the account; `naming` shows only while a name is asked for."""

    chosen = Signal(object)  # SavedView

    def __init__(self, shell: Shell, standing: Standing, usual: SavedView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell, self._standing, self._usual = shell, standing, usual
        self._renamed: SavedView | None = None
        self._views: list[SavedView] | None = None
        self.button, self.menu = QPushButton(self), QMenu(self)
        self.naming = QWidget(parent)
        self.name = QLineEdit(self.naming)
        self.field = Field(tr("Name of this search"), self.name, parent=self.naming)
        self.keep = QPushButton(tr("Keep under this name"), self.naming)
        self.leave = QPushButton(tr("Leave it"), self.naming)
        self._lay_out()
        self.button.clicked.connect(self.open_menu)
        self.name.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self._close)
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape), self.naming, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        ).activated.connect(self._close)
        self.setFocusProxy(self.button)

    def refresh(self) -> None:
        """Say on the button which kept search stands in the list now."""
        view = self._current(self._views if self._views is not None else self._read())
        self.button.setText(tr("My searches") if view is None else _shown(view))

    @Slot()
    def open_menu(self) -> None:
        """Offer the kept searches, and what can be done with the one that stands there."""
        views = self._read()
        current = self._current(views)
        self.menu.clear()
        for view in views:
            action = self.menu.addAction(_shown(view))
            action.setCheckable(True)
            action.setChecked(view == current)
            action.triggered.connect(lambda _=False, view=view: self.chosen.emit(view))
        self.menu.addSeparator()
        if current is None:
            keep = self.menu.addAction(tr("Keep this search…"), self._ask)
            keep.setEnabled(self._standing() != self._usual)
        else:
            self.menu.addAction(tr("Give it another name…"), lambda: self._ask(current))
            self.menu.addAction(tr("Remove it"), lambda: self._remove(current))
        self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _ask(self, renamed: SavedView | None = None) -> None:
        self._renamed = renamed
        self.name.setText(renamed.name if renamed else "")
        self.field.clear_refusal()
        self.naming.show()
        self.name.setFocus()
        self.name.selectAll()

    @Slot()
    def _keep(self) -> None:
        former = self._read()
        renamed = self._renamed
        if renamed is None:
            views = [*former, replace(self._standing(), name=self.name.text())]
        else:
            views = [replace(one, name=self.name.text()) if one == renamed else one for one in former]
        try:
            self._shell.centre.preferences.keep_people_views(views)
        except DeskError as refusal:
            self.field.refuse(refusal)
            self.name.setFocus()
            return
        self._close()
        self._done(tr("The search is kept.") if renamed is None else tr("The search has another name."), former)

    def _remove(self, view: SavedView) -> None:
        former = self._read()
        self._shell.centre.preferences.keep_people_views([one for one in former if one != view])
        self._done(tr("The search is removed."), former)

    def _read(self) -> list[SavedView]:
        """Read what is kept; between two acts it does not change, and nobody waits for it at every key."""
        self._views = self._shell.centre.preferences.people_views()
        return self._views

    def _done(self, words: str, former: Sequence[SavedView]) -> None:
        def undo() -> None:
            try:
                self._shell.centre.preferences.keep_people_views(former)
            except DeskError as refusal:
                self._shell.explain(refusal)
            self._read()
            self.refresh()

        self._read()
        self.refresh()
        self._shell.toast(words, undo)

    @Slot()
    def _close(self) -> None:
        self.button.setFocus()
        self.naming.hide()

    def _current(self, views: Sequence[SavedView]) -> SavedView | None:
        standing = self._standing()
        return next((one for one in views if replace(one, name="") == standing), None)

    def _lay_out(self) -> None:
        put_icon(self.button, "filter", pixels=18)
        self.name.setMaxLength(LONGEST_NAME)
        row = QHBoxLayout(self.naming)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        for button in (self.keep, self.leave):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)
        self.naming.hide()


def _shown(view: SavedView) -> str:
    return view.name.replace("&", "&&")
