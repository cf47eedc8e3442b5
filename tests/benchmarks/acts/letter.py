"""A referral letter beside a bare page that says the same."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from unittest.mock import patch

from desktop.reports import referral_letter
from desktop.reports.page import Printed
from desktop.reports.referral_facts import ReferralLetter
from tests.benchmarks.figures import Figure, in_turns
from tests.benchmarks.ground import Ground

LETTER = ReferralLetter(
    number="REF-BKO-2026-0147",
    centre="Centre de transit de Bamako",
    organisation="CSRéf de la Commune VI",
    service="Consultation générale",
    address="Rue 12, Faladié",
    landmark="Face à la grande mosquée",
    hours="lundi à vendredi, 8 h - 15 h",
    phone="20 00 00 00",
    person="Kadia Diarra",
    basis="Consentement",
    reason="Consultation pour une douleur ancienne à la jambe, à la demande de la personne.",
    requested="Consultation, et radiographie si le médecin la juge utile.",
)
PRINTED = Printed(by="Mariam Coulibaly", at=datetime(2026, 11, 24, 9, 5, tzinfo=UTC), centre=LETTER.centre)
Spec = list[tuple[str, Any]]


def measure(ground: Ground) -> list[Figure]:
    """Print the letter in memory, and beside it the same words and tables set by the library alone."""
    spec = content()
    bare_letter(spec)
    rounds = ground.rounds(40)
    acts = [lambda: referral_letter.write_referral_letter(LETTER, BytesIO(), PRINTED)] * rounds
    pair = in_turns(acts, [lambda: bare_letter(spec)] * rounds, again=ground.again("letter"))
    return [pair.ratio("referral letter / bare page", 1.5, "the same content set by reportlab alone")]


def content() -> Spec:
    """Give the letter's own words and tables, as its writer hands them over."""
    handed: list[list[Any]] = []
    with patch.object(referral_letter, "write", lambda story, *_, **__: handed.append(story)):
        referral_letter.write_referral_letter(LETTER, BytesIO(), PRINTED)
    return [part for flowable in handed[0] for part in _read(flowable)]


def _read(flowable: Any) -> Spec:
    kind = type(flowable).__name__
    if kind == "PageBreak":
        return [("page", None)]
    if kind == "Paragraph":
        return [("words", flowable.getPlainText())]
    if kind == "KeepTogether":
        return [part for one in flowable._content for part in _read(one)]
    if hasattr(flowable, "_cellvalues"):
        return [("table", ([[_plain(cell) for cell in row] for row in flowable._cellvalues], flowable._argW))]
    return []


def _plain(cell: Any) -> str:
    if isinstance(cell, list | tuple):
        return " ".join(map(_plain, cell))
    return cell.getPlainText() if hasattr(cell, "getPlainText") else str(cell or "")


def bare_letter(spec: Spec) -> bytes:
    """Set the same words with the library's own means and the same letters."""
    from reportlab.lib.pagesizes import A4  # noqa: PLC0415 - reportlab loads only when something is printed
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415 - as above
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table  # noqa: PLC0415 - as above

    style = ParagraphStyle("bare", fontName="NotoSans", fontSize=9, leading=12)
    bold = ParagraphStyle("bold", fontName="NotoSans-Bold", fontSize=9, leading=12)
    story: list[Any] = []
    for kind, said in spec:
        if kind == "page":
            story.append(PageBreak())
        elif kind == "words":
            story.append(Paragraph(said, bold))
        else:
            rows, widths = said
            cells = [[Paragraph(cell, style) for cell in row] for row in rows]
            story.append(Table(cells, widths, style=[("GRID", (0, 0), (-1, -1), 0.4, (0, 0, 0))]))
    paper = BytesIO()
    SimpleDocTemplate(paper, pagesize=A4, title=LETTER.number, lang="fr", initialFontName="NotoSans").build(story)
    return paper.getvalue()
