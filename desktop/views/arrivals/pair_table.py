"""The pairs of files that wait for somebody to say whether they are one person."""

from desktop.i18n import mark, tr
from desktop.services.look_alikes import QueuedPair
from desktop.views.shared.line_table import ColumnOf, LineTable
from desktop.vocabulary import LookAlikeVerdict

_STATES = {
    None: (mark("To decide"), "warning"),
    LookAlikeVerdict.LATER: (mark("Later"), "info"),
    LookAlikeVerdict.SAME: (mark("Said to be one"), "ok"),
}


class PairTable(LineTable[QueuedPair]):
    """One line for each pair; the likeliest come first, those put off last."""

    def __init__(self) -> None:
        super().__init__((
            ColumnOf(heading=mark("Older file"), show=lambda one: _name(one.older.name), names_somebody=True,
                     width=240),
            ColumnOf(heading=mark("Newer file"), show=lambda one: _name(one.newer.name), names_somebody=True),
            ColumnOf(heading=mark("Likeness"), show=lambda one: one.likeness, width=200),
            ColumnOf(heading=mark("Decision"), show=lambda one: tr(_STATES[one.verdict][0]),
                     kind=lambda one: _STATES[one.verdict][1], width=170),
        ))  # fmt: skip


def _name(name: str) -> str:
    return name or tr("No name yet")
