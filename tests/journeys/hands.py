"""The hands of somebody at the desk: keys, the mouse, and eyes on the titles of windows."""

import os
import subprocess
from collections.abc import Callable
from time import monotonic

from tests.journeys.screen import PATIENCE_S, NotSeen, Screen, wait_until

_KEY_PAUSE_MS = 15
_LENT_KEY_PAUSE_MS = 60
_MAIN = "· Jatigi$"
_AS_LONG_AS_A_BUTTON_S = 0.4
_BEFORE_IT_IS_PRESSED_AGAIN_S = 2.0


class Hands:
    """Acts on one screen as a person does, and knows windows by their titles only."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self._environment = os.environ | {"DISPLAY": screen.name}

    def wait_for_window(self, title: str) -> None:
        """Wait for a window whose title matches, and turn to it as a window manager would.

        Raises:
            NotSeen: there is none.
        """
        wait_until(lambda: bool(self._windows(title)), f"a window “{title}”")
        window = self._windows(title)[-1]
        self._do("windowmove", window, "0", "0")
        self._do("windowfocus", "--sync", window)

    def wait_for_no_window(self) -> None:
        """Wait until every window is closed.

        Raises:
            NotSeen: one stays.
        """
        wait_until(lambda: not self._windows("."), "no window")

    def type(self, text: str) -> None:
        """Type a text, accents included."""
        # A sign that no key bears is lent one for a moment: who reads it must have time to notice.
        pause = _KEY_PAUSE_MS if text.isascii() else _LENT_KEY_PAUSE_MS
        self._do("type", "--clearmodifiers", "--delay", str(pause), "--", text)

    def press(self, *keys: str, pause_ms: int = _KEY_PAUSE_MS) -> None:
        """Press keys one after the other, named as in `xdotool key`."""
        self._do("key", "--clearmodifiers", "--delay", str(pause_ms), *keys)

    def press_and_see(self, *keys: str, still_s: float = 0.0) -> None:
        """Press keys, and wait until the screen shows what they did and stands still for so long.

        Raises:
            NotSeen: nothing changes.
        """
        before = self.screen.pixels()
        self.press(*keys)
        self.screen.wait_for_change(before, f"an answer to {' '.join(keys)}", still_s)

    def press_button(self, letter: str) -> None:
        """Press the button of a letter, and wait: it is seen pressed for a tenth of a second before it acts.

        Raises:
            NotSeen: nothing changes.
        """
        self.press_and_see(letter, still_s=_AS_LONG_AS_A_BUTTON_S)

    def press_until(self, keys: str, seen: Callable[[], bool]) -> None:
        """Press keys, and after a while again, as somebody does whom a busy program did not hear.

        Raises:
            NotSeen: they have no effect.
        """
        end = monotonic() + PATIENCE_S
        while not seen():
            self.press(keys)
            try:
                wait_until(seen, f"an answer to {keys}", _BEFORE_IT_IS_PRESSED_AGAIN_S)
            except NotSeen:
                if monotonic() > end:
                    raise

    def title(self) -> str:
        """Give the title of the main window, which names its page."""
        return self._run("search", "--onlyvisible", "--name", _MAIN, "getwindowname").stdout.strip()

    def sees(self, title: str) -> bool:
        """Say whether there is a window whose title matches."""
        return bool(self._windows(title))

    def click(self, x: int, y: int) -> None:
        """Click with the first button at a place of the screen."""
        self._do("mousemove", str(x), str(y), "click", "1")

    def double_click(self, x: int, y: int) -> None:
        """Click twice at a place of the screen, as one opens a line."""
        self._do("mousemove", str(x), str(y), "click", "--repeat", "2", "--delay", "60", "1")

    def _windows(self, title: str) -> list[str]:
        found = self._run("search", "--onlyvisible", "--name", title)
        return found.stdout.split()

    def _do(self, *words: str) -> None:
        done = self._run(*words)
        if done.returncode:
            raise NotSeen(f"xdotool {' '.join(words)}: {done.stderr}")

    def _run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(["xdotool", *words], check=False, capture_output=True, text=True, env=self._environment)
