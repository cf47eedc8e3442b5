"""How things stood when a page was read, and whether it may look otherwise by now."""

from dataclasses import dataclass
from time import monotonic

from desktop.centre import Centre
from desktop.views.shared.discretion import discretion

_STANDS_S = 60  # sessions begin and midnight passes without anybody changing anything


@dataclass(frozen=True, slots=True)
class Reading:
    """A moment at which a page was read."""

    changes: int
    hides: bool
    at: float

    @classmethod
    def of(cls, centre: Centre) -> "Reading":
        """Give this moment."""
        return cls(centre.desk.changes, discretion.hides, monotonic())

    def stands(self, now: "Reading") -> bool:
        """Say whether nothing was saved since, names show as they did, and the hour is the same to the minute."""
        return (self.changes, self.hides) == (now.changes, now.hides) and now.at - self.at < _STANDS_S
