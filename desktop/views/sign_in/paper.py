"""The way from the sign-in window to the one that takes a recovery paper, and back with a new password."""

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from desktop.i18n import tr
from desktop.views.shared.background import BackgroundTasks
from desktop.views.sign_in.window import SignInWindow


def ask_for_the_paper(tasks: BackgroundTasks, window: SignInWindow, folder: Path) -> None:
    """Load beside the screen what the sign-in did without, then take the paper of the centre in `folder`."""

    def show(room: Any) -> None:
        window.paper.setEnabled(True)
        dialog = room.WayBackDialog(folder, tasks, window.login.text(), window)
        dialog.came_back.connect(partial(_welcome, window))
        dialog.open()

    window.paper.setEnabled(False)
    work = partial(import_module, "desktop.views.sign_in.way_back")
    tasks.run(window, work, done=show, refused=window.refuse)


def _welcome(window: SignInWindow, login: str, name: str) -> None:
    words = tr("{name}, your new password is ready: sign in with it. Put the paper back into the safe.", name=name)
    window.welcome_back(login, words)
