"""Hides a sealed text while names are hidden (F8): it names people as well."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.i18n import tr
from desktop.views.shared.discretion import discretion
from desktop.views.shared.labels import text_label


class Veil(QStackedWidget):
    """Shows what is inside, or one sentence in its place."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = text_label(tr("Texts are hidden with the names. F8 shows them again."), "muted", wrap=True, parent=self)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(inside)
        self.addWidget(said)
        discretion.changed.connect(self._draw)
        self._draw(hidden=discretion.hides)

    def _draw(self, hidden: bool) -> None:  # noqa: FBT001 - Qt hands it over by position
        self.setCurrentIndex(int(hidden))
