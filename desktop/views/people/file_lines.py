"""The lines of a person's page: words, status and kind of status."""

from desktop.formats import clock, long_date, short_date
from desktop.i18n import mark, tr
from desktop.services.person_page import ConsentLine, ReturnLine, StayLine, TimelineLine
from desktop.views.shared.mark_kinds import MARK_KINDS
from desktop.vocabulary import ATTENDANCE_WORDS, CONSENT_ANSWER_WORDS, PURPOSE_WORDS, ConsentAnswer

Line = tuple[str, str, str]

_CONSENT_KINDS = {ConsentAnswer.GIVEN: "ok", ConsentAnswer.REFUSED: "bad", ConsentAnswer.WITHDRAWN: "warning"}
NOT_ASKED = mark("Not asked")


def stay_line(stay: StayLine) -> Line:
    """Say when and where somebody lodged."""
    since = tr("{site}, since {day} at {hour}", site=stay.site, day=long_date(stay.in_at.date()),
               hour=clock(stay.in_at.time()))  # fmt: skip
    if stay.out_at is not None:
        words = tr("{site}, from {first} to {last}", site=stay.site, first=short_date(stay.in_at.date()),
                   last=short_date(stay.out_at.date()))  # fmt: skip
        return words, tr("Left"), "quiet"
    bed = tr("Bed {bed}", bed=stay.bed) if stay.bed else tr("No bed yet")
    return since, bed, "ok" if stay.bed else "warning"


def return_line(back: ReturnLine) -> Line:
    """Say when somebody came back, and from where."""
    parts = [long_date(back.arrived_on)]
    if back.country:
        parts.append(tr("from {country}", country=back.country))
    if back.destination:
        parts.append(tr("to {place}", place=back.destination))
    return " · ".join(parts + ([back.convoy] if back.convoy else [])), "", ""


def consent_line(line: ConsentLine) -> Line:
    """Say what was answered for one purpose."""
    words = tr(PURPOSE_WORDS[line.purpose])
    if line.answer is None:
        return words, tr(NOT_ASKED), "quiet"
    on = short_date(line.answer.said_at.date())
    return f"{words} · {on}", tr(CONSENT_ANSWER_WORDS[line.answer.answer]), _CONSENT_KINDS[line.answer.answer]


def timeline_line(line: TimelineLine) -> Line:
    """Say at which session somebody was marked, and how."""
    when = f"{short_date(line.starts_at.date())}, {clock(line.starts_at.time())}"
    return f"{when} · {line.activity}", tr(ATTENDANCE_WORDS[line.status]), MARK_KINDS[line.status]
