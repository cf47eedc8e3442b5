"""The words of the program, in the language of the person who reads them."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from desktop.paths import TRANSLATIONS

LANGUAGES = ("fr", "en")
DEFAULT_LANGUAGE = "fr"


class _Spoken:
    """The language in use; screens ask it each time they show a text."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.catalogue = _load(code)


def _load(code: str) -> gettext.NullTranslations:
    return gettext.translation("jatigi", TRANSLATIONS, [code], fallback=True)


_screen = _Spoken(DEFAULT_LANGUAGE)
_paper: ContextVar[_Spoken | None] = ContextVar("paper", default=None)


def _spoken() -> _Spoken:
    return _paper.get() or _screen


def use_language(code: str) -> None:
    """Speak `code` from now on; a language without a catalogue falls back to the English sources."""
    _screen.code = code
    _screen.catalogue = _load(code)


def use_catalogue(catalogue: gettext.NullTranslations) -> None:
    """Speak the language in use in the words of another catalogue, until `use_language` is called."""
    _screen.catalogue = catalogue


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak `code` for a while, such as for one paper, and on this thread alone: the screen goes on as it was."""
    token = _paper.set(_Spoken(code))
    try:
        yield
    finally:
        _paper.reset(token)


def language() -> str:
    """Say which language is in use, as an ISO code."""
    return _spoken().code


def mark(text: str) -> str:
    """Note `text` for translation where it is defined; `tr` translates it where it is shown."""
    return text


def tr(text: str, **values: object) -> str:
    """Give `text` in the language in use, its `{names}` filled in."""
    shown = _spoken().catalogue.gettext(text)
    return shown.format(**values) if values else shown


def trn(one: str, many: str, n: int, **values: object) -> str:
    """Give the singular or plural sentence for `n`, which both may name as `{n}`, its thousands apart."""
    return _spoken().catalogue.ngettext(one, many, n).format(n=grouped(n), **values)


def grouped(value: int) -> str:
    """Give a whole number with its thousands apart: 52 000 in French, 52,000 in English."""
    shown = f"{value:,}"
    return shown if language() == "en" else shown.replace(",", "\u202f")


def trc(context: str, text: str, **values: object) -> str:
    """Give `text` as said in `context`, where one English word needs two French ones."""
    shown = _spoken().catalogue.pgettext(context, text)
    return shown.format(**values) if values else shown
