"""A recovery paper: the code, what it opens, where to keep it, and what to do when it is lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.formats import long_date
from desktop.i18n import tr
from desktop.reports.form import BLANK
from desktop.reports.page import Printed, Target, gap, table, text, write

_ACROSS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryPaper:
    """What the paper says; without a `compartment` it is that of the vault.

    It names nobody: whoever finds it learns neither who signs in nor whom to threaten.
    """

    groups: Sequence[str]
    fingerprint: str
    made_on: date
    compartment: str = ""


def write_recovery_paper(paper: RecoveryPaper, target: Target, printed: Printed) -> None:
    """Save the paper; its target should be what shows or prints it, never a file that stays."""
    title = tr("Recovery paper: {what}", what=paper.compartment or tr("the vault"))
    story = [
        text(printed.centre, "heading", bold=True),
        text(title, "title", bold=True),
        text(tr("Made on {day}", day=long_date(paper.made_on))),
        text(tr("Fingerprint of the organisation: {symbols}", symbols=paper.fingerprint)),
        text(tr("Kept by: {name}", name=BLANK)),
        gap(0.4),
        _code(paper.groups),
        gap(0.4),
        *(part for words in _advice(paper) for part in _told(*words)),
    ]
    write(story, target, title=title, printed=printed)


def _code(groups: Sequence[str]) -> Any:
    """Set the groups large, each with its place: the program names the one that is mistyped."""
    rows: list[list[Any]] = []
    for first in range(0, len(groups), _ACROSS):
        numbered = enumerate(groups[first : first + _ACROSS], first + 1)
        cells: list[Any] = [[text(str(at), "small"), text(group, "huge", bold=True)] for at, group in numbered]
        rows.append(cells + [""] * (_ACROSS - len(cells)))
    return table(rows, [17 / _ACROSS] * _ACROSS, header=False, row_height=1.2)


def _told(title: str, *sentences: str) -> list[Any]:
    return [text(title, "heading", bold=True), *(text(sentence) for sentence in sentences), gap(0.3)]


def _advice(paper: RecoveryPaper) -> list[tuple[str, ...]]:
    return [
        *(_of_compartment() if paper.compartment else _of_vault()),
        (
            tr("How to use it"),
            tr("Type the groups in their order. The program says which one is mistyped. O is read as 0, I and L as 1."),
        ),
        (
            tr("If it is lost, or somebody saw it"),
            tr("Tell coordination the same day, and ask for a new paper."),
            tr("Until it is replaced, take it that whoever has it can open what is said above."),
        ),
    ]


def _of_vault() -> list[tuple[str, ...]]:
    return [
        (
            tr("What it opens"),
            tr(
                "The vault, when nobody who manages accounts can sign in any more: people, house, attendance, accounts."
            ),
        ),
        (
            tr("What it does not open"),
            tr("The sealed work. Notes and cases stay shut: each compartment has a paper of its own."),
        ),
        (
            tr("Where to keep it"),
            tr("In coordination’s safe, in a closed envelope signed across the flap, far from the computer."),
            tr("Never photographed, never copied, never sent by telephone."),
        ),
    ]


def _of_compartment() -> list[tuple[str, ...]]:
    return [
        (
            tr("What it opens"),
            tr("The cases and notes of this compartment, in a vault that is already open, when no holder is left."),
        ),
        (
            tr("What it does not open"),
            tr("The vault itself, and the other compartments."),
        ),
        (
            tr("Where to keep it"),
            tr("With somebody of this work, in a closed envelope, apart from the vault and from its paper."),
            tr("Never photographed, never copied, never sent by telephone."),
        ),
    ]
