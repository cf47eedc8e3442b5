"""The lines that tell what a referral asked, whom to call about it, and each step it took."""

from desktop.formats import clock, short_date
from desktop.i18n import tr
from desktop.services.referrals import ReferralFile, ReferralStep
from desktop.vocabulary.referrals import REFERRAL_WORDS


def asked_lines(file: ReferralFile) -> list[str]:
    """Say what was asked of whom, how to reach them, and what they were told; what is empty has no line."""
    reach = " · ".join(filter(None, (file.contact, file.phone, file.hours, file.landmark)))
    lines = (
        (tr("Service: {name}", name=f"{file.line.service} · {file.line.organisation}"), file.line.service),
        (tr("To reach them: {what}", what=reach), reach),
        (tr("Reason: {what}", what=file.reason), file.reason),
        (tr("Service requested: {what}", what=file.requested), file.requested),
        (tr("Appointment: {when}", when=file.appointment), file.appointment),
        (tr("Told: {what}, and nothing else", what=", ".join(file.shared)), file.shared),
        (file.basis, file.basis),
        (tr("The slip is expected back by {day}", day=short_date(file.line.return_by)), file.line.awaited_on),
    )
    return [words for words, known in lines if known]


def step_line(step: ReferralStep) -> tuple[str, str, str]:
    """Say when and by whom a step was written down, and why where it was said."""
    here = step.at.astimezone()
    words = f"{short_date(here.date())} {clock(here.time())} · {step.by}"
    return (f"{words} · {step.reason}" if step.reason else words), tr(REFERRAL_WORDS[step.state]), "quiet"
