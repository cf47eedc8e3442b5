"""Labels that show what is typed as it is typed, never as markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.views.shared.discretion import discretion


def text_label(words: str = "", look: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """Give a plain label; `look` is a name of the style sheet, such as `muted`, `heading` or `title`."""
    label = QLabel(words, parent)
    label.setObjectName(look)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if look in {"brand", "title"}:
        label.setIndent(2)  # else the tail of a bold J is cut off
    return label


class NameLabel(QLabel):
    """A label that names somebody, and hides the name when F8 says so."""

    def __init__(self, name: str = "", look: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(look)
        self.setTextFormat(Qt.TextFormat.PlainText)
        discretion.changed.connect(self._show)
        self.name_somebody(name)

    def name_somebody(self, name: str) -> None:
        """Name somebody else."""
        self._name = name
        self._show()

    def _show(self) -> None:
        self.setText(discretion.shown(self._name))
