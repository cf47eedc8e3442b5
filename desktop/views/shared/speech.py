"""The language of the whole program, Qt's own buttons included."""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.i18n import mark, tr, use_language

# Words of Qt's dialogs for files that its own catalogues lack.
_LACKING = frozenset({mark("&Look in:"), mark("Files of &type:"), mark("Folder")})


class _Voice:
    """Qt's translators in use; Qt keeps no reference of its own."""

    translators: tuple[QTranslator, ...] = ()


class _OurWords(QTranslator):
    """Says what Qt's own catalogue leaves unsaid."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Say that there are words, or Qt would not ask."""
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Give our words for one of Qt's texts, or the text itself: an empty answer would be shown as such."""
        return tr(text) if text in _LACKING else text


def speak(application: QApplication, code: str) -> None:
    """Speak `code` from now on, on the screens still to be built and on Qt's own buttons."""
    use_language(code)
    for former in _Voice.translators:
        application.removeTranslator(former)
    theirs = QTranslator()
    known = theirs.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    # Qt asks the one that came last before the others.
    _Voice.translators = (_OurWords(), theirs) if known else (_OurWords(),)
    for translator in _Voice.translators:
        application.installTranslator(translator)
