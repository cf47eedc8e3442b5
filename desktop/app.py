"""The Qt application: joins the screens to an open centre."""

import argparse
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.errors import DeskError
from desktop.i18n import tr, use_language
from desktop.paths import config_folder, default_vault
from desktop.settings import Settings
from desktop.views.shared.background import BackgroundTasks
from desktop.views.shared.style import dress, load_fonts
from desktop.views.sign_in.window import SignInWindow


class Program(QObject):
    """From the sign-in window to the main window, and back when it locks."""

    def __init__(self, application: QApplication, folder: Path, settings: Settings) -> None:
        super().__init__()
        self._application, self._folder, self._settings = application, folder, settings
        self._theme, self._percent = settings.theme, settings.text_percent
        self._centre: Any = None
        self._tasks = BackgroundTasks(self)
        self.window: Any = None
        use_language(settings.language)
        self.ask()

    def ask(self) -> None:
        """Show a fresh sign-in window."""
        dress(self._application, self._theme, self._percent)
        self.sign_in = SignInWindow(self._folder.name)
        self.sign_in.asked.connect(self._unlock)
        self.sign_in.show()

    def _unlock(self, login: str, password: str) -> None:
        def work() -> Any:
            return import_module("desktop.centre").Centre.open(self._folder, login, password)

        self._tasks.run(self.sign_in, work, done=self._welcome, refused=self._refuse)

    def _refuse(self, refusal: DeskError) -> None:
        self.sign_in.refuse(refusal)

    def _welcome(self, centre: Any) -> None:
        self._centre = centre
        self._show_window()
        self.sign_in.hide()

    def _show_window(self) -> None:
        shell = import_module("desktop.views.shared.shell").Shell(self._centre, self._tasks)
        self.window = import_module("desktop.views.main_window").MainWindow(shell)
        shell.setParent(self.window)
        self.window.locked.connect(self._lock)
        display = self.window.header.display
        display.theme_chosen.connect(self._change_theme)
        display.language_chosen.connect(self._change_language)
        display.size_chosen.connect(self._change_size)
        self.window.show()

    def _change_theme(self, theme: str) -> None:
        self._theme = theme
        dress(self._application, theme, self._percent)

    def _change_language(self, code: str) -> None:
        use_language(code)
        self._show_again()

    def _change_size(self, percent: int) -> None:
        self._percent = percent
        dress(self._application, self._theme, percent)
        self._show_again()

    def _show_again(self) -> None:
        """Build the window anew at the page that was open; what is unfinished there is kept first."""
        former = self.window
        former.put_away()
        self._show_window()
        self.window.sidebar.setCurrentRow(former.sidebar.currentRow())
        _put_away(former)

    def _lock(self) -> None:
        former, self.window = self.window, None
        former.put_away()
        self.ask()
        _put_away(former)
        self.close()

    def close(self) -> None:
        """Lock the centre; whatever is under way ends first."""
        self._tasks.finish()
        if self._centre is not None:
            self._centre.close()
            self._centre = None


def _put_away(window: Any) -> None:
    window.hide()
    window.deleteLater()


def open_window(options: argparse.Namespace) -> int:
    """Open the window on `options.vault`, or on this computer's own vault, until it is closed.

    Raises:
        SettingsUnreadable: the settings file of this computer cannot be understood.
    """
    settings = Settings.load(config_folder() / "settings.toml")
    folder = options.vault or (Path(settings.vault) if settings.vault else default_vault())
    application = QApplication([])
    load_fonts()
    program = Program(application, folder, settings)
    code = application.exec()
    program.close()
    return code


def render_pictures(centre: Any, folder: Path) -> list[Path]:
    """Draw every page in French and in each theme as `page_theme.png` in `folder`; give the files."""
    main_window = import_module("desktop.views.main_window")
    shell = import_module("desktop.views.shared.shell").Shell(centre)
    application = QApplication.instance() or QApplication(["jatigi", "-platform", "offscreen"])
    load_fonts()
    use_language("fr")
    drawn: list[Path] = []
    for theme in ("light", "dark", "contrast"):
        dress(application, theme)  # type: ignore[arg-type]  # a window program has no other kind of application
        window = main_window.MainWindow(shell)
        window.show()
        for row, name in enumerate(window.page_names()):
            window.sidebar.setCurrentRow(row)
            path = folder / f"{name}_{theme}.png"
            application.processEvents()
            window.grab().save(str(path))
            drawn.append(path)
        window.hide()
        window.deleteLater()
    return drawn


def main(folder: str, login: str, target: str) -> int:
    """Draw the pages of a vault to pictures where there is no display; the password comes from the environment."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    centre = import_module("desktop.centre").Centre.open(Path(folder), login, os.environ["JATIGI_PASSWORD"])
    try:
        Path(target).mkdir(parents=True, exist_ok=True)
        drawn = render_pictures(centre, Path(target))
    finally:
        centre.close()
    print(tr("No display here: {count} pictures of the screens are in {folder}.", count=len(drawn), folder=target))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
