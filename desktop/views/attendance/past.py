"""What was done on a sheet, so that it can be taken back, the last act first."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID


@dataclass(eq=False, frozen=True, slots=True)
class Act:
    """One thing done: how to take it back, and the line it was done to, if one."""

    undo: Callable[[], object]
    line: UUID | None = None


@dataclass(slots=True)
class Past:
    """The acts of one sheet since it was opened."""

    acts: list[Act] = field(default_factory=list)

    def add(self, act: Act) -> None:
        """Remember an act."""
        self.acts.append(act)

    def take(self, act: Act | None = None) -> Act | None:
        """Give the last act, or a certain one, and forget it; None when there is none or it was taken back before."""
        wanted = act or (self.acts[-1] if self.acts else None)
        if wanted not in self.acts:
            return None
        self.acts.remove(wanted)
        return wanted
