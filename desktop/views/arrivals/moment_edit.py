"""A day and an hour by the clock of a site."""

from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QDateTimeEdit, QWidget

from desktop.views.shared.spin import inset

_WRITTEN = "dd/MM/yyyy HH:mm"
SLIP = timedelta(hours=1)  # what a clock of the house may be behind


class MomentEdit(QDateTimeEdit):
    """Shows a moment as the site's clock does, and gives it back with its zone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inset(self)
        self.setDisplayFormat(_WRITTEN)
        self._zone: tzinfo | None = None

    def show_moment(self, at: datetime) -> None:
        """Show `at`, by the clock of its zone."""
        self._zone = at.tzinfo
        self.setDateTime(QDateTime(at.year, at.month, at.day, at.hour, at.minute, 0))

    def be_now(self, zone: tzinfo | None, ahead: timedelta = SLIP) -> None:
        """Show this moment, and take nothing later than `ahead` of it."""
        self.clearMaximumDateTime()
        self.show_moment(datetime.now(zone))
        self.setMaximumDateTime(self.dateTime().addSecs(int(ahead.total_seconds())))

    def moment(self) -> datetime:
        """Give what is shown."""
        day, hour = self.date(), self.time()
        return datetime(day.year(), day.month(), day.day(), hour.hour(), hour.minute(), tzinfo=self._zone)

    def past(self) -> datetime:
        """Give what is shown, but nothing later than now."""
        at = self.moment()
        return min(at, datetime.now(at.tzinfo))
