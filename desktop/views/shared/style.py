"""Dresses the whole program in one theme and one font."""

from dataclasses import asdict
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from desktop.paths import RESOURCES
from desktop.views.shared.tokens import THEMES, Tokens

FAMILY = "Noto Sans"
POINTS = 10.5


def dress(application: QApplication, theme: str = "light", text_percent: int = 100) -> None:
    """Give the program the colours of `theme` and letters of `text_percent` of the usual height."""
    tokens = THEMES[theme]
    font = QFont(FAMILY)
    font.setPointSizeF(POINTS * text_percent / 100)
    application.setStyle("Fusion")
    application.setFont(font)
    application.setPalette(_palette(tokens))
    application.setStyleSheet(sheet(tokens))


def load_fonts() -> list[str]:
    """Make our own letters known to Qt, and give the families found."""
    families: list[str] = []
    for path in sorted((RESOURCES / "fonts").glob("NotoSans-*.ttf")):
        families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    return families


def sheet(tokens: Tokens) -> str:
    """Give the style sheet of one theme."""
    return Template((RESOURCES / "style" / "app.qss").read_text("utf-8")).substitute(asdict(tokens))


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.background,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.alternate,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Highlight: tokens.soft,
        role.HighlightedText: tokens.text,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
    }
    palette = QPalette()
    for which, colour in colours.items():
        palette.setColor(which, QColor(colour))
    return palette
