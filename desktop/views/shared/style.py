"""Dresses the whole program in one theme and one font."""

from dataclasses import asdict
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from desktop.paths import RESOURCES
from desktop.views.shared.themes import THEMES
from desktop.views.shared.tokens import Tokens

FAMILY = "Noto Sans"
POINTS = 10.5
_FIELD = 20  # pixels of what is typed in a field


class _Worn:
    """The theme in use; what is drawn by hand asks it each time."""

    theme = "light"
    text_percent = 100


def tokens() -> Tokens:
    """Give the colours of the theme in use."""
    return THEMES[_Worn.theme]


def worn() -> tuple[str, int]:
    """Give the name of the theme in use and the size of the text in percent."""
    return _Worn.theme, _Worn.text_percent


def scaled(pixels: int) -> int:
    """Give a length that grows and shrinks with the size of the text."""
    return round(pixels * _Worn.text_percent / 100)


def dress(application: QApplication, theme: str = "light", text_percent: int = 100) -> None:
    """Give the program the colours of `theme` and letters of `text_percent` of the usual height."""
    _Worn.theme, _Worn.text_percent = theme, text_percent
    font = QFont(FAMILY)
    font.setPointSizeF(POINTS * text_percent / 100)
    application.setStyle("Fusion")
    application.setFont(font)
    application.setPalette(_palette(tokens()))
    application.setStyleSheet(sheet(tokens(), text_percent))


def load_fonts() -> list[str]:
    """Make our own letters known to Qt, and give the families found."""
    families: list[str] = []
    for path in sorted((RESOURCES / "fonts").glob("NotoSans-*.ttf")):
        families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    return families


def sheet(colours: Tokens, text_percent: int = 100) -> str:
    """Give the style sheet of one theme; its headings and fields grow with the text."""
    sizes = {name: f"{points * text_percent / 100:g}pt" for name, points in (("title_size", 16), ("large_size", 12.5))}
    sizes["field_height"] = f"{_FIELD * text_percent // 100}px"
    folder = RESOURCES / "style"
    names = asdict(colours) | sizes | {"style_folder": folder.as_posix(), "tick": colours.on_primary[1:]}
    return Template((folder / "app.qss").read_text("utf-8")).substitute(names)


def _palette(colours: Tokens) -> QPalette:
    role = QPalette.ColorRole
    named = {
        role.Window: colours.background,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.alternate,
        role.Text: colours.text,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.PlaceholderText: colours.muted,
        role.Highlight: colours.soft,
        role.HighlightedText: colours.text,
        role.ToolTipBase: colours.surface,
        role.ToolTipText: colours.text,
        role.Link: colours.primary,
        role.Accent: colours.primary,
    }
    palette = QPalette()
    for which, colour in named.items():
        palette.setColor(which, QColor(colour))
    return palette
