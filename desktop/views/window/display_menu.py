"""The menu of whoever is signed in: how the program looks and speaks to them, and their password."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.i18n import LANGUAGES, language, mark, tr
from desktop.views.shared.discretion import discretion
from desktop.views.shared.style import worn
from desktop.views.shared.themes import THEME_WORDS

LANGUAGE_NAMES = {"fr": "Français", "en": "English"}
SIZES = (90, 100, 110, 125, 150)
_PERCENT = mark("{n}%")


class DisplayMenu(QMenu):
    """Theme, language, size of the text, names hidden or shown, and one's own password."""

    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    size_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Display"), parent)
        theme, percent = worn()
        themes = {code: tr(words) for code, words in THEME_WORDS.items()}
        self._choices(tr("Theme"), themes, theme, self.theme_chosen.emit)
        names = {code: LANGUAGE_NAMES[code] for code in LANGUAGES}
        self._choices(tr("Language"), names, language(), self.language_chosen.emit)
        sizes = {str(size): tr(_PERCENT, n=size) for size in SIZES}
        self._choices(tr("Size of the text"), sizes, str(percent), lambda code: self.size_chosen.emit(int(code)))
        self.hide_names = QAction(tr("Hide names"), self, checkable=True, checked=discretion.hides)
        self.hide_names.setShortcut("F8")
        self.hide_names.toggled.connect(lambda hidden: discretion.set_hidden(hidden=hidden))
        discretion.changed.connect(self.hide_names.setChecked)
        self.addAction(self.hide_names)
        self.addSeparator()
        self.own_password = self.addAction(tr("Change my password…"))

    def choices(self) -> list[QAction]:
        """Give the looks and languages that are not in use."""
        return [one for one in self.actions() if one.isCheckable() and one.objectName() and not one.isChecked()]

    def _choices(self, title: str, words: Mapping[str, str], chosen: str, choose: Callable[[str], object]) -> None:
        heading = self.addAction(title)
        heading.setEnabled(False)
        group = QActionGroup(self)
        for code, said in words.items():
            action = QAction(said, group, checkable=True, checked=code == chosen)
            action.setObjectName(code)
            action.triggered.connect(lambda _=False, code=code: choose(code))
            self.addAction(action)
        self.addSeparator()
