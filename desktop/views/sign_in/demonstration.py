"""Trying the program on an invented centre."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from desktop.i18n import tr
from desktop.views.shared.background import BackgroundTasks
from desktop.views.sign_in.welcome import WelcomeWindow

PEOPLE, WEEKS, SEED = 300, 3, 2019


def demonstration_beside(folder: Path) -> Path:
    """Give the folder of this computer's demonstration, beside that of its centre."""
    return folder.parent / "Demonstration.vault"


def try_demonstration(
    tasks: BackgroundTasks, window: WelcomeWindow, folder: Path, done: Callable[[Path], None]
) -> None:
    """Build the invented centre in `folder` beside the screen, if it is not there, then call `done` with it."""
    if folder.is_dir():
        done(folder)
        return

    def work() -> Path:
        building = import_module("desktop.demonstration.building")
        building.build_centre(folder, people=PEOPLE, weeks=WEEKS, seed=SEED)
        return folder

    window.wait(tr("The invented centre is being built. This takes some seconds…"))
    tasks.run(window, work, done=done, refused=window.refuse)


def accounts_hint() -> str:
    """Say with which invented accounts the demonstration can be tried."""
    accounts = import_module("desktop.demonstration.inventions").invented()["accounts"]
    lines = [f"{one['login']}  ·  {one['password']}" for one in accounts]
    return "\n".join([tr("Invented accounts, with their passwords:"), *lines])
