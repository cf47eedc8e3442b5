"""The hands of somebody at the desk: keys, the mouse, and eyes on the titles of windows."""

import os
import subprocess

from tests.journeys.screen import NotSeen, Screen, wait_until

_KEY_PAUSE_MS = 15


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
        self._do("type", "--clearmodifiers", "--delay", str(_KEY_PAUSE_MS), "--", text)

    def press(self, *keys: str, pause_ms: int = _KEY_PAUSE_MS) -> None:
        """Press keys one after the other, named as in `xdotool key`."""
        self._do("key", "--clearmodifiers", "--delay", str(pause_ms), *keys)

    def press_and_see(self, *keys: str) -> None:
        """Press keys, and wait until the screen shows what they did.

        Raises:
            NotSeen: nothing changes.
        """
        before = self.screen.pixels()
        self.press(*keys)
        self.screen.wait_for_change(before, f"an answer to {' '.join(keys)}")

    def click(self, x: int, y: int) -> None:
        """Click with the first button at a place of the screen."""
        self._do("mousemove", str(x), str(y), "click", "1")

    def _windows(self, title: str) -> list[str]:
        found = self._run("search", "--onlyvisible", "--name", title)
        return found.stdout.split()

    def _do(self, *words: str) -> None:
        done = self._run(*words)
        if done.returncode:
            raise NotSeen(f"xdotool {' '.join(words)}: {done.stderr}")

    def _run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(["xdotool", *words], check=False, capture_output=True, text=True, env=self._environment)
