"""The sessions of the day as a list to choose from, with the earlier ones that nobody recorded."""

from datetime import datetime

from desktop.i18n import mark, tr
from desktop.services.session_standing import STANDING_WORDS, Standing, standing
from desktop.services.sessions import SessionLine
from desktop.services.today import SessionsToday
from desktop.views.shared.line_table import ColumnOf, LineTable
from desktop.views.shared.standing_kinds import STANDING_KINDS
from desktop.views.today.words import when

PLACE, STANDS = 2, 3
_WAITING = (Standing.TO_MARK, Standing.BEGUN, Standing.NOT_RECORDED)


class DayTable(LineTable[SessionLine]):
    """Shows the sessions of the day in running order, then those that still wait from before."""

    def __init__(self) -> None:
        self._now: datetime | None = None
        self._stand: list[tuple[SessionLine, Standing]] = []
        super().__init__((
            ColumnOf(heading=mark("When"), show=self._when, width=120),
            ColumnOf(heading=mark("Activity"), show=lambda line: line.activity),
            ColumnOf(heading=mark("Place"), show=lambda line: line.room or line.site, width=125),
            ColumnOf(heading=mark("Where it stands"), show=self._words, kind=self._kind, width=170),
        ))  # fmt: skip

    def show_day(self, told: SessionsToday, now: datetime) -> bool:
        """Show the sessions as they stand at a moment, and say whether anything changed since they were last shown."""
        stand = [(line, standing(line, now)) for line in (*told.day, *told.unrecorded)]
        if stand == self._stand:
            return False
        self._now, self._stand = now, stand
        self.show_lines([line for line, _ in stand])
        return True

    def row_of(self, code: str) -> int:
        """Say in which row a session stands, or -1."""
        return next((row for row, line in enumerate(self._lines) if line.code == code), -1)

    def first_waiting(self) -> int:
        """Say which row waits to be marked first; the first of all where none waits, -1 where there is none."""
        rows = range(len(self._stand))
        return next((row for row in rows if self._stand[row][1] in _WAITING), 0 if self._stand else -1)

    def _when(self, line: SessionLine) -> str:
        return when(line, (self._now or line.starts_at).astimezone(line.starts_at.tzinfo).date())

    def _standing(self, line: SessionLine) -> Standing:
        return standing(line, self._now or line.starts_at)

    def _words(self, line: SessionLine) -> str:
        return tr(STANDING_WORDS[self._standing(line)], marked=line.marked, listed=line.listed)

    def _kind(self, line: SessionLine) -> str:
        return STANDING_KINDS[self._standing(line)]
