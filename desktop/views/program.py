"""The program from one window to the next: welcome, sign-in, main window, and back when it locks."""

from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop.errors import DeskError
from desktop.i18n import language
from desktop.settings import Appearance, Settings
from desktop.views.first_start.beginning import Beginning
from desktop.views.shared.background import BackgroundTasks
from desktop.views.shared.discretion import discretion
from desktop.views.shared.idle import IdleWatch
from desktop.views.shared.speech import speak
from desktop.views.shared.style import dress
from desktop.views.sign_in.demonstration import accounts_hint, demonstration_beside
from desktop.views.sign_in.remembered import RememberedLogin
from desktop.views.sign_in.window import SignInWindow


class Program(QObject):
    """Shows one window at a time and holds the open centre; everything heavy is imported while somebody types."""

    def __init__(
        self,
        application: QApplication,
        folder: Path,
        settings: Settings,
        remembered: Path | None = None,
        settings_file: Path | None = None,
    ) -> None:
        super().__init__()
        self._application, self._folder, self._settings = application, folder, settings
        self._settings_file = settings_file
        self._appearance: Appearance = settings.appearance
        self._login = RememberedLogin(remembered if settings.remember_login else None)
        self._centre: Any = None
        self._tasks = BackgroundTasks(self)
        self._idle = IdleWatch(application, settings.lock_after_minutes, self)
        self._idle.idle.connect(self.lock)
        self._beginning = Beginning(self._tasks, folder, self)
        self._beginning.shown.connect(self._show)
        self._beginning.demonstration.connect(self.ask)
        self._beginning.created.connect(self._settle_in)
        self.window: Any = None
        self.sign_in: Any = None
        self.ask()

    def ask(self, folder: Path | None = None) -> None:
        """Ask who is there, or welcome whoever opens the program where no centre is kept yet."""
        self._folder = folder or self._folder
        self._wear(self._settings.appearance)
        if self._folder.is_dir() and any(self._folder.iterdir()):
            demonstration = self._folder == demonstration_beside(self._folder)
            hint = accounts_hint() if demonstration else ""
            self._show(SignInWindow(self._folder.name, self._login.read(), hint))
            self.sign_in.asked.connect(self._unlock)
        else:
            self._beginning.welcome()
        # Only once the window is on the screen: until then every import would delay it.
        QTimer.singleShot(0, lambda: _prepare(self._tasks, self))

    @Slot()
    def lock(self) -> None:
        """Close the centre and ask who is there; pages keep what is unfinished first."""
        if self.window is None:
            return
        former, self.window = self.window, None
        self._idle.stop()
        former.put_away()
        self.ask()
        for other in QApplication.topLevelWidgets():
            if other is not self.sign_in:
                other.close()
        former.deleteLater()
        self.close()

    @Slot()
    def recover(self) -> None:
        """Take a password again when an error nobody foresaw came between."""
        if self.window is None and isinstance(self.sign_in, SignInWindow):
            self.sign_in.ready()

    def close(self) -> None:
        """Lock the centre; whatever is under way ends first."""
        self._tasks.finish()
        discretion.set_hidden(hidden=False)
        if self._centre is not None:
            self._centre.close()
            self._centre = None

    def _unlock(self, login: str, password: str) -> None:
        def work() -> Any:
            return import_module("desktop.centre").Centre.open(self._folder, login, password)

        self._tasks.run(self.sign_in, work, done=self._welcome, refused=self.sign_in.refuse)

    def _welcome(self, centre: Any) -> None:
        self._centre = centre
        self._login.write(centre.member.login)
        self._wear(centre.preferences.appearance(self._settings.appearance))
        self._open()
        self.sign_in.hide()
        self._idle.start()

    def _open(self) -> None:
        shell = import_module("desktop.views.shared.shell").Shell(self._centre, self._tasks)
        self.window = import_module("desktop.views.main_window").MainWindow(shell)
        shell.setParent(self.window)
        self.window.locked.connect(self.lock)
        display = self.window.header.display
        display.theme_chosen.connect(lambda theme: self._choose(theme=theme))
        display.language_chosen.connect(lambda code: self._choose(language=code))
        display.size_chosen.connect(lambda percent: self._choose(text_percent=percent))
        self.window.show()
        if (page := self.window.page()) is not None:
            page.setFocus()

    def _choose(self, **changes: Any) -> None:
        """Look and speak otherwise from now on, and keep it with the account."""
        former, before = self.window, self._appearance
        chosen = replace(before, **changes)
        if chosen == before:
            return
        self._centre.preferences.choose(chosen)
        self._wear(chosen)
        if (chosen.language, chosen.text_percent) == (before.language, before.text_percent):
            return
        # Words and widths are set when a page is built: build them again, at the page that was open.
        former.put_away()
        self._open()
        self.window.follow(former)
        former.hide()
        former.deleteLater()

    def _wear(self, appearance: Appearance) -> None:
        self._appearance = appearance
        speak(self._application, appearance.language)
        dress(self._application, appearance.theme, appearance.text_percent)

    def _show(self, window: QWidget) -> None:
        former, self.sign_in = self.sign_in, window
        window.show()
        if former is not None:
            former.hide()
            former.deleteLater()

    def _settle_in(self, centre: Any) -> None:
        """Keep the language and the folder that were chosen, then show the new centre."""
        former, self._folder = self._settings, centre.folder
        self._settings = replace(former, language=language(), vault=str(centre.folder))
        centre.preferences.choose(replace(self._appearance, language=language()))
        self._welcome(centre)
        try:
            if self._settings_file is not None:
                self._settings.write(self._settings_file)
        except DeskError as refusal:
            self.window.toast.say(refusal.explain(), "bad")


def _prepare(tasks: BackgroundTasks, owner: QObject) -> None:
    """Import what the main window needs, beside whoever types a password."""

    def work() -> object:
        return import_module("desktop.views.main_window")

    tasks.run(owner, work, done=lambda _: None, refused=lambda _: None)
