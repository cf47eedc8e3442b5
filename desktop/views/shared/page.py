"""What a page is: one line in the registry, and a widget that can be opened, refreshed and put away."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.rights import Permission
from desktop.views.shared.shell import Shell


class PageView(QWidget):
    """One page of the main window; its content goes into `column`."""

    title_changed = Signal(str)  # what the header shows in place of the page's own title
    shortcuts: ClassVar[tuple[tuple[str, str], ...]] = ()  # keys of this page, what they do (marked for translation)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(12)

    def open(self, *target: object) -> None:
        """Show `target`, which another page named through `Shell.go_to`; a page without targets ignores it."""

    def place(self) -> tuple[object, ...]:
        """Give what is open here as `open` takes it, so that the page can be built again where it stood."""
        return ()

    def refresh(self) -> None:
        """Read again what the page shows; called when it is shown again after a change or a minute."""

    def put_away(self) -> None:
        """Keep what is unfinished; called before the window locks, closes or changes its language."""


@dataclass(frozen=True, slots=True)
class Page:
    """One entry of the sidebar: who sees it, and how it is built at the first visit.

    `title` is marked for translation, its `&` before the letter that Alt takes; any one right of `needs` opens it.
    """

    name: str
    title: str
    icon: str
    needs: tuple[Permission, ...]
    build: Callable[[Shell], PageView]

    def opens_for(self, shell: Shell) -> bool:
        """Say whether whoever is signed in sees this page."""
        return any(shell.centre.desk.may(permission) for permission in self.needs)
