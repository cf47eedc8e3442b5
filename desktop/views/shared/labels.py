"""Labels that show what is typed as it is typed, never as markup."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.views.shared.discretion import discretion
from desktop.views.shared.style import scaled

_FOR_THE_TAIL = 2  # pixels before the first letter, else the tail of a bold J is cut off
_NARROWEST = 120


def text_label(words: str = "", look: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """Give a plain label; `look` is a name of the style sheet, such as `muted`, `heading` or `title`."""
    label = QLabel(words, parent)
    label.setObjectName(look)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if look in {"brand", "title"}:
        label.setIndent(_FOR_THE_TAIL)
    return label


def give_look(label: QLabel, look: str) -> None:
    """Give a label another look, with the room between its frame and its words."""
    label.setObjectName(look)
    label.style().polish(label)
    # A frame that is shown already measures itself anew only when it hears of it.
    QApplication.sendEvent(label, QEvent(QEvent.Type.StyleChange))


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


class OneLine(QLabel):
    """A label that ends in … where its place is too small, instead of asking for more; its tooltip says it whole."""

    def __init__(self, look: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(look)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setText(self, words: str) -> None:  # noqa: N802 - Qt's name
        """Show other words."""
        super().setText(words)
        self.setToolTip(words)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the height of the letters, and room for a few of them."""
        return QSize(scaled(_NARROWEST), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw as much as there is room for."""
        place = self.contentsRect().adjusted(_FOR_THE_TAIL, 0, 0, 0)
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        sides = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter = QPainter(self)
        self.style().drawItemText(painter, place, sides, self.palette(), self.isEnabled(), words, self.foregroundRole())
