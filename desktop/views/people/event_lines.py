"""The lines of a person's timeline: words, status and kind of status."""

from desktop.formats import clock, short_date
from desktop.i18n import tr
from desktop.services.timeline import Event, EventKind
from desktop.views.people.file_lines import CONSENT_KINDS, Line
from desktop.views.shared.mark_kinds import MARK_KINDS
from desktop.vocabulary import ATTENDANCE_WORDS, CONSENT_ANSWER_WORDS, PURPOSE_WORDS


def event_line(event: Event) -> Line:
    """Say when something happened, and what."""
    when = f"{short_date(event.at.date())}, {clock(event.at.time())}"
    status, kind = _status(event)
    return " · ".join(filter(None, (when, *_words(event)))), status, kind


def _words(event: Event) -> tuple[str, ...]:
    if event.kind is EventKind.RETURNED:
        came = tr("Came back from {country}", country=event.what) if event.what else tr("Came back")
        return came, event.where
    if event.kind is EventKind.ARRIVED:
        return (tr("Came to {site}", site=event.where),)
    if event.kind is EventKind.BED:
        return tr("Bed {bed}", bed=event.what), event.where
    if event.purpose is not None:
        return (tr(PURPOSE_WORDS[event.purpose]),)
    return event.what, "" if event.mark else event.where


def _status(event: Event) -> tuple[str, str]:
    if event.mark is not None:
        return tr(ATTENDANCE_WORDS[event.mark]), MARK_KINDS[event.mark]
    if event.answer is not None:
        return tr(CONSENT_ANSWER_WORDS[event.answer]), CONSENT_KINDS[event.answer]
    return (tr("Left"), "quiet") if event.kind is EventKind.LEFT else ("", "")
