"""The program from one window to the next: welcome, sign-in, main window, and back when it locks."""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop.errors import DeskError
from desktop.i18n import language
from desktop.settings import Appearance, Settings
from desktop.views.shared.background import BackgroundTasks
from desktop.views.shared.discretion import discretion
from desktop.views.shared.enter import let_enter_press
from desktop.views.shared.idle import IdleWatch
from desktop.views.shared.speech import speak
from desktop.views.shared.style import dress, worn
from desktop.views.shared.turns import in_turns
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
        self._unsent: dict[str, bytes] = {}  # by login: worries half written when the program locked
        self._shell: Any = None
        self.window: Any = None
        self.sign_in: Any = None
        let_enter_press(application)
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
            self.sign_in.paper_asked.connect(lambda: _take_the_paper(self._tasks, self.sign_in, self._folder))
        else:
            room = import_module("desktop.views.first_start.beginning")
            beginning = room.Beginning(self._tasks, self._folder, self)
            beginning.shown.connect(self._show)
            beginning.demonstration.connect(self.ask)
            beginning.created.connect(self._settle_in)
            beginning.welcome()
        # Only once the window is on the screen: until then every import would delay it.
        QTimer.singleShot(0, lambda: _prepare(self._tasks, self))

    @Slot()
    def lock(self, *, for_a_colleague: bool = False) -> None:
        """Close the centre and ask who is there; pages keep what is unfinished first, for whoever began it."""
        if self.window is None:
            return
        former, self.window = self.window, None
        self._idle.stop()
        former.put_away()
        self._unsent[self._centre.member.login] = self._shell.unsent_worry
        self.ask()
        for other in QApplication.topLevelWidgets():
            if other is not self.sign_in:
                other.close()
        former.deleteLater()
        self.close()
        if for_a_colleague:
            self.sign_in.ask_somebody_else()

    @Slot()
    def recover(self) -> None:
        """Take a password again when an error nobody foresaw came between."""
        if self.window is None and isinstance(self.sign_in, SignInWindow):
            self.close()  # else the vault stays held, and the next password finds it in use
            self.sign_in.ready()

    def close(self) -> None:
        """Lock the centre; whatever is under way ends first."""
        self._tasks.finish()
        discretion.set_hidden(hidden=False)
        if self._centre is not None:
            self._centre.close()
            self._centre = None

    def _unlock(self, login: str, password: str) -> None:
        usual = self._settings.appearance

        def work() -> tuple[Any, Appearance]:
            centre = import_module("desktop.centre").Centre.open(self._folder, login, password)
            return centre, centre.preferences.appearance(usual)

        self._tasks.run(self.sign_in, work, done=lambda opened: self._welcome(*opened), refused=self.sign_in.refuse)

    def _welcome(self, centre: Any, look: Appearance, *after: Callable[[], object]) -> None:
        """Show the main window, built in turns of the event loop: all of it at once would be felt."""
        self._centre = centre
        self._login.write(centre.member.login)
        made: list[Any] = []

        def stand() -> None:
            self.window = made[0]
            self.sign_in.hide()
            self._idle.start()
            _present(self.window)
            if unsent := self._unsent.pop(centre.member.login, b""):
                self._shell.raise_worry(centre.tray.held(unsent))

        in_turns(
            lambda: self._centre is centre,
            lambda: self._wear(look),
            lambda: made.append(self._build()),
            lambda: made[0].sidebar.setCurrentRow(0),
            stand,
            *after,
        )

    def _build(self) -> Any:
        """Make a main window that is on no page yet."""
        self._shell = import_module("desktop.views.shared.shell").Shell(self._centre, self._tasks)
        window = import_module("desktop.views.main_window").MainWindow(self._shell, at_once=False)
        self._shell.setParent(window)
        window.locked.connect(self.lock)
        window.handed_over.connect(lambda: self.lock(for_a_colleague=True))
        display = window.header.display
        display.theme_chosen.connect(lambda theme: self._choose(theme=theme))
        display.language_chosen.connect(lambda code: self._choose(language=code))
        display.size_chosen.connect(lambda percent: self._choose(text_percent=percent))
        return window

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
        self.window = self._build()
        self.window.follow(former)
        _present(self.window)
        former.hide()
        former.deleteLater()

    def _wear(self, appearance: Appearance) -> None:
        self._appearance = appearance
        speak(self._application, appearance.language)
        # Dressing goes through every widget there is, and most people like what their computer wears already.
        if not self._application.styleSheet() or (appearance.theme, appearance.text_percent) != worn():
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
        look = replace(self._appearance, language=language())
        centre.preferences.choose(look)
        refusal = _refusal_to_keep(self._settings, self._settings_file)
        self._welcome(centre, look, lambda: refusal and self.window.toast.say(refusal, "bad"))


def _refusal_to_keep(settings: Settings, path: Path | None) -> str:
    """Keep the choices for the next start, or give the sentence that says why not."""
    try:
        if path is not None:
            settings.write(path)
    except DeskError as refusal:
        return refusal.explain()
    return ""


def _present(window: Any) -> None:
    window.show()
    if (page := window.page()) is not None:
        page.setFocus()


def _prepare(tasks: BackgroundTasks, owner: QObject) -> None:
    """Import what the main window needs, beside whoever types a password."""

    def work() -> object:
        return import_module("desktop.views.main_window")

    tasks.run(owner, work, done=lambda _: None, refused=lambda _: None)


def _take_the_paper(tasks: BackgroundTasks, window: SignInWindow, folder: Path) -> None:
    """Ask for a recovery paper; the way to it is loaded for those who lost their password alone."""
    import_module("desktop.views.sign_in.paper").ask_for_the_paper(tasks, window, folder)
