"""The Qt application: joins the screens to an open centre."""

import argparse
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop.i18n import tr, use_language
from desktop.logs import start_logging
from desktop.paths import config_folder, default_vault, log_folder
from desktop.settings import THEMES, Appearance, Settings
from desktop.views.program import Program
from desktop.views.shared.speech import speak
from desktop.views.shared.style import dress, load_fonts
from desktop.views.shared.trouble import Trouble

_TURNS = 30


def open_window(options: argparse.Namespace) -> int:
    """Open the window on `options.vault`, or on this computer's own vault, until it is closed.

    Raises:
        SettingsUnreadable: the settings file of this computer cannot be understood.
    """
    settings_file = config_folder() / "settings.toml"
    settings = Settings.load(settings_file)
    folder = options.vault or (Path(settings.vault) if settings.vault else default_vault())
    application = QApplication([])
    trouble = Trouble(log_folder(), application)
    _keep_log()
    trouble.install()
    load_fonts()
    program = Program(application, folder, settings, config_folder() / "last-login", settings_file)
    trouble.happened.connect(program.recover)
    code = application.exec()
    program.close()
    return code


def choose_password(options: argparse.Namespace) -> int:
    """Let somebody choose a password where no administrator is signed in, and write their request to stdout.

    Raises:
        BadValue: the terms are not those of an organisation.
    """
    window = import_module("desktop.views.administration.password_window").PasswordWindow
    terms = import_module("desktop.services.account_asking").Terms.from_text(options.terms)
    look = Appearance(language=options.language, theme=options.theme, text_percent=options.text)
    application = QApplication([])
    load_fonts()
    speak(application, look.language)
    dress(application, look.theme, look.text_percent)
    shown = window(options.login, terms, options.known)
    shown.made.connect(lambda request: _hand_over(request.to_bytes()))
    shown.show()
    return application.exec()


def _hand_over(request: bytes) -> None:
    sys.stdout.buffer.write(request + b"\n")
    sys.stdout.flush()


def _keep_log() -> None:
    try:
        log_folder().mkdir(parents=True, exist_ok=True)
        start_logging(log_folder() / "jatigi.log")
    except OSError:
        start_logging()  # a full or read-only disk must not keep staff out


def render_pictures(centre: Any, folder: Path) -> list[Path]:
    """Draw every page in French and in each theme as `page_theme.png` in `folder`; give the files."""
    main_window = import_module("desktop.views.main_window")
    shell = import_module("desktop.views.shared.shell").Shell(centre)
    application = QApplication.instance() or QApplication(["jatigi", "-platform", "offscreen"])
    load_fonts()
    use_language("fr")
    drawn: list[Path] = []
    for theme in THEMES:
        dress(application, theme)  # type: ignore[arg-type]  # a window program has no other kind of application
        window = main_window.MainWindow(shell)
        window.show()
        for row, name in enumerate(window.page_names()):
            window.sidebar.setCurrentRow(row)
            path = folder / f"{name}_{theme}.png"
            # A page is read in turns and beside the screen: its picture waits until it stands.
            for _ in range(_TURNS):
                application.processEvents()
                shell.tasks.finish()
            window.grab().save(str(path))
            drawn.append(path)
        window.close()
        window.deleteLater()
        # No loop runs here that would let go of it, and its timers would read a closed centre.
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
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
