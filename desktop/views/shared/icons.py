"""Our own icons, tinted in the colours of the theme and sharp on every screen."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from desktop.paths import RESOURCES
from desktop.views.shared.style import scaled, tokens

SIZE = 20  # pixels at 100 %
BESIDE_WORDS, GAP = 18, 5  # of an icon on a button, and between it and the words, which Qt would stick together
RATIOS = (1, 2, 3)

_NAME, _TINT, _PIXELS = "iconName", "iconTint", "iconPixels"


def icon(name: str, tint: str = "text", pixels: int = SIZE, gap: int = 0) -> QIcon:
    """Give the icon `name` in the colour of the theme called `tint`, for screens of 1, 2 and 3 times the pixels.

    `gap` pixels stay empty after it; on a button that is disabled it is as muted as the words.

    Raises:
        KeyError: no icon has this name.
    """
    colours = tokens()
    return _drawn(name, getattr(colours, tint), colours.muted, scaled(pixels), scaled(gap))


def put_icon(widget: QAbstractButton | QLabel, name: str, tint: str = "text", pixels: int = 0) -> None:
    """Show an icon on a button or as a label, in the usual size; `retint` keeps it in the colours of the theme."""
    widget.setProperty(_NAME, name)
    widget.setProperty(_TINT, tint)
    widget.setProperty(_PIXELS, pixels)
    beside = isinstance(widget, QAbstractButton) and bool(widget.text())
    pixels, gap = pixels or (BESIDE_WORDS if beside else SIZE), GAP if beside else 0
    drawn = icon(name, tint, pixels, gap)
    size = QSize(scaled(pixels) + scaled(gap), scaled(pixels))
    if isinstance(widget, QAbstractButton):
        widget.setIcon(drawn)
        widget.setIconSize(size)
    else:
        widget.setPixmap(drawn.pixmap(size, widget.devicePixelRatioF()))
        widget.setFixedSize(size)


def retint(root: QWidget) -> None:
    """Draw again every icon under `root` that `put_icon` put there; called when the theme changed."""
    widgets: list[QAbstractButton | QLabel] = [*root.findChildren(QAbstractButton), *root.findChildren(QLabel)]
    for widget in widgets:
        if name := widget.property(_NAME):
            put_icon(widget, name, widget.property(_TINT), widget.property(_PIXELS))


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, disabled: str, side: int, gap: int) -> QIcon:
    path = RESOURCES / "icons" / f"{name}.svg"
    if not path.is_file():
        raise KeyError(name)
    drawing = path.read_bytes()
    made = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        renderer = QSvgRenderer(QByteArray(drawing.replace(b"currentColor", ink.encode())))
        for ratio in RATIOS:
            made.addPixmap(_picture(renderer, side, gap, ratio), mode)
    return made


def _picture(renderer: QSvgRenderer, side: int, gap: int, ratio: int) -> QPixmap:
    pixmap = QPixmap((side + gap) * ratio, side * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side * ratio, side * ratio))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
