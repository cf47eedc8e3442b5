"""The roll of a convoy, line by line."""

from desktop.i18n import mark, tr
from desktop.services.convoys import RollLine
from desktop.views.shared.line_table import ColumnOf, LineTable
from desktop.vocabulary import SEX_LETTERS, ManifestState

STATE_WORDS = {
    ManifestState.EXPECTED: mark("Expected"),
    ManifestState.ARRIVED: mark("Here"),
    ManifestState.ADDED: mark("Not on the list"),
    ManifestState.ABSENT: mark("Did not come"),
}
_KINDS = {
    ManifestState.EXPECTED: "info",
    ManifestState.ARRIVED: "ok",
    ManifestState.ADDED: "warning",
    ManifestState.ABSENT: "quiet",
}
NAME = 1


class RollTable(LineTable[RollLine]):
    """One line for each person of the list, and for each who was added."""

    def __init__(self) -> None:
        super().__init__((
            ColumnOf(heading=mark("Row"), show=lambda line: str(line.row), is_figure=True, width=70),
            ColumnOf(heading=mark("Name"), show=lambda line: line.name or tr("No name yet"), names_somebody=True),
            ColumnOf(heading=mark("Sex"), show=lambda line: tr(SEX_LETTERS[line.sex]), width=70),
            ColumnOf(heading=mark("Birth or age"), show=lambda line: line.birth or "—", width=155),
            ColumnOf(heading=mark("Wristband"), show=lambda line: line.wristband or "—", width=120),
            ColumnOf(heading=mark("Arrival"), show=lambda line: tr(STATE_WORDS[line.state]),
                     kind=lambda line: _KINDS[line.state], width=190),
        ))  # fmt: skip

    def next_expected(self, row: int) -> int:
        """Say which row waits next for somebody, from `row` on and around; the row itself where none does."""
        rows = [*range(row + 1, len(self._lines)), *range(row + 1)]
        return next((one for one in rows if self._lines[one].state is ManifestState.EXPECTED), row)
