"""The lines of a person's page: words, status and kind of status."""

from desktop.formats import clock, long_date, short_date
from desktop.i18n import mark, tr
from desktop.services.person_page import ConsentLine, StayLine
from desktop.vocabulary import CONSENT_ANSWER_WORDS, PURPOSE_WORDS, ConsentAnswer

Line = tuple[str, str, str]

CONSENT_KINDS = {ConsentAnswer.GIVEN: "ok", ConsentAnswer.REFUSED: "bad", ConsentAnswer.WITHDRAWN: "warning"}
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


def consent_line(line: ConsentLine) -> Line:
    """Say what was answered for one purpose."""
    words = tr(PURPOSE_WORDS[line.purpose])
    if line.answer is None:
        return words, tr(NOT_ASKED), "quiet"
    on = short_date(line.answer.said_at.date())
    return f"{words} · {on}", tr(CONSENT_ANSWER_WORDS[line.answer.answer]), CONSENT_KINDS[line.answer.answer]
