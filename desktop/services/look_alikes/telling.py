"""A score and its reasons, said in the language of the screen."""

from collections.abc import Iterable

from desktop.i18n import mark, tr
from desktop.services.look_alikes.reasons import REASON_WORDS, Reason
from desktop.services.look_alikes.rules import rules

_SURE, _LIKELY, _PERHAPS = mark("Very strong likeness"), mark("Strong likeness"), mark("Some likeness")


def said_reasons(codes: Iterable[str]) -> str:
    """Give the reasons of a pair as one line."""
    return ", ".join(tr(REASON_WORDS[Reason(code)]) for code in codes)


def likeness(score: int) -> str:
    """Give the word for a score."""
    given = rules()
    return tr(_SURE if score >= given.sure else _LIKELY if score >= given.likely else _PERHAPS)
