"""Hides names while a visitor sits at the desk (F8): the one rule for every screen."""

from PySide6.QtCore import QObject, Signal


class Discretion(QObject):
    """Whether names show; whatever shows a name asks `shown` and listens to `changed`."""

    changed = Signal(bool)  # whether they are hidden now

    def __init__(self) -> None:
        super().__init__()
        self.hides = False

    def shown(self, name: str) -> str:
        """Give a name as it may be shown now: itself, or only the first letters of its words."""
        if not self.hides:
            return name
        return " ".join(f"{word[0]}…" for word in name.split())

    def toggle(self) -> None:
        """Hide names, or show them again."""
        self.set_hidden(hidden=not self.hides)

    def set_hidden(self, *, hidden: bool) -> None:
        """Hide names or show them."""
        if hidden is not self.hides:
            self.hides = hidden
            self.changed.emit(hidden)


discretion = Discretion()
