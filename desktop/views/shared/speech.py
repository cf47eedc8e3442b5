"""The language of the whole program, Qt's own buttons included."""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.i18n import use_language


class _Voice:
    """Qt's own translator in use; Qt keeps no reference of its own."""

    translator: QTranslator | None = None


def speak(application: QApplication, code: str) -> None:
    """Speak `code` from now on, on the screens still to be built and on Qt's own buttons."""
    use_language(code)
    if _Voice.translator is not None:
        application.removeTranslator(_Voice.translator)
    _Voice.translator = QTranslator()
    if _Voice.translator.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(_Voice.translator)
