"""Those of a list who look like somebody, and what was decided."""

from collections.abc import Mapping

from desktop.i18n import mark, tr
from desktop.services.convoys import Likeness, PairKey
from desktop.views.shared.line_table import ColumnOf, LineTable
from desktop.vocabulary import LookAlikeVerdict

VERDICT_WORDS = {
    LookAlikeVerdict.SAME: mark("Same person"),
    LookAlikeVerdict.DIFFERENT: mark("Not the same"),
    LookAlikeVerdict.LATER: mark("Later"),
}
_KINDS = {LookAlikeVerdict.SAME: "ok", LookAlikeVerdict.DIFFERENT: "quiet", LookAlikeVerdict.LATER: "info"}


class LikenessTable(LineTable[Likeness]):
    """One line for each pair; the likeliest come first."""

    def __init__(self) -> None:
        self._decided: Mapping[PairKey, LookAlikeVerdict] = {}
        super().__init__((
            ColumnOf(heading=mark("Row"), show=lambda one: str(one.key[0]), is_figure=True, width=70),
            ColumnOf(heading=mark("On the list"), show=lambda one: one.newcomer.name, names_somebody=True, width=250),
            ColumnOf(heading=mark("Looks like"), show=lambda one: one.other.name, names_somebody=True),
            ColumnOf(heading=mark("Likeness"), show=lambda one: one.likeness, width=200),
            ColumnOf(heading=mark("Decision"), show=self._words, kind=self._kind, width=180),
        ))  # fmt: skip

    def show_pairs(self, pairs: tuple[Likeness, ...], decided: Mapping[PairKey, LookAlikeVerdict]) -> None:
        """Show the pairs of a list with what is decided so far."""
        self._decided = decided
        self.show_lines(pairs)

    def row_of(self, key: PairKey) -> int:
        """Say in which row a pair stands."""
        return next(row for row, line in enumerate(self._lines) if line.key == key)

    def next_open(self, row: int) -> int:
        """Say which row waits next for a decision, from `row` on and around; the row itself where none does."""
        rows = [*range(row + 1, len(self._lines)), *range(row + 1)]
        return next((one for one in rows if self._lines[one].key not in self._decided), row)

    def _words(self, one: Likeness) -> str:
        verdict = self._decided.get(one.key)
        return tr("To decide") if verdict is None else tr(VERDICT_WORDS[verdict])

    def _kind(self, one: Likeness) -> str:
        verdict = self._decided.get(one.key)
        return "warning" if verdict is None else _KINDS[verdict]
