"""The sessions of a week as a list to choose from."""

from datetime import datetime

from desktop.formats import clock, day_name
from desktop.i18n import mark, tr
from desktop.services.session_standing import STANDING_WORDS, Standing, standing
from desktop.services.sessions import SessionLine
from desktop.views.shared.line_table import ColumnOf, LineTable
from desktop.views.shared.standing_kinds import STANDING_KINDS


class SessionTable(LineTable[SessionLine]):
    """Shows sessions with where their marking stands, those of today first."""

    def __init__(self) -> None:
        self._now: datetime | None = None
        super().__init__((
            ColumnOf(heading=mark("Session"), show=self._when),
            ColumnOf(heading=mark("Where it stands"), show=self._words, kind=self._kind),
        ))  # fmt: skip

    def show_week(self, lines: list[SessionLine], now: datetime) -> None:
        """Show the sessions of a week as they stand at a moment."""
        self._now = now
        self.show_lines(sorted(lines, key=lambda line: not self._is_today(line)))

    def row_of(self, code: str) -> int:
        """Say in which row a session stands, or -1."""
        return next((row for row, line in enumerate(self._lines) if line.code == code), -1)

    def first_to_mark(self) -> int:
        """Say which row waits first: one of today, or else one that nobody recorded; -1 in an empty week."""
        waiting = (Standing.TO_MARK, Standing.BEGUN, Standing.NOT_RECORDED)
        rows = range(len(self._lines))
        return next((row for row in rows if self._standing(self._lines[row]) in waiting), 0 if self._lines else -1)

    def _is_today(self, line: SessionLine) -> bool:
        return self._now is not None and line.on_date == self._now.astimezone(line.starts_at.tzinfo).date()

    def _when(self, line: SessionLine) -> str:
        day = tr("Today") if self._is_today(line) else f"{day_name(line.on_date)} {line.on_date.day}".capitalize()
        return f"{day}, {clock(line.starts_at.time())} · {line.activity}"

    def _standing(self, line: SessionLine) -> Standing:
        return standing(line, self._now or line.starts_at)

    def _words(self, line: SessionLine) -> str:
        words = STANDING_WORDS[self._standing(line)]
        return tr(words, marked=line.marked, listed=line.listed)

    def _kind(self, line: SessionLine) -> str:
        return STANDING_KINDS[self._standing(line)]
