"""What is shown where this computer keeps no centre yet: the welcome, then the first start or the demonstration."""

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from desktop.i18n import tr
from desktop.views.shared.background import BackgroundTasks
from desktop.views.sign_in.demonstration import demonstration_beside, try_demonstration
from desktop.views.sign_in.welcome import WelcomeWindow


class Beginning(QObject):
    """Leads from the welcome to a centre: an invented one to sign in to, or a new one with somebody signed in."""

    shown = Signal(object)  # the window to show now
    demonstration = Signal(object)  # Path of its folder
    created = Signal(object)  # Centre

    def __init__(self, tasks: BackgroundTasks, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._folder = tasks, folder

    @Slot()
    def welcome(self) -> WelcomeWindow:
        """Offer both ways."""
        window = WelcomeWindow(can_create=True)
        window.create_asked.connect(partial(self._set_up, window))
        window.demonstration_asked.connect(partial(self._try, window))
        self.shown.emit(window)
        return window

    def _set_up(self, welcome: WelcomeWindow) -> None:
        """Load the first start beside the screen: it needs what the welcome did without."""
        welcome.wait(tr("One moment…"))

        def show(room: Any) -> None:
            wizard = room.FirstStart(self._folder, self._tasks)
            wizard.left.connect(self.welcome)
            wizard.demonstration_asked.connect(lambda: self._try(self.welcome()))
            wizard.created.connect(self.created)
            self.shown.emit(wizard)

        work = partial(import_module, "desktop.views.first_start.wizard")
        self._tasks.run(welcome, work, done=show, refused=welcome.refuse)

    def _try(self, welcome: WelcomeWindow) -> None:
        """Open the demonstration, building it first where this computer has none yet."""
        try_demonstration(self._tasks, welcome, demonstration_beside(self._folder), self.demonstration.emit)
