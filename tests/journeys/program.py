"""The real program before somebody, and the command line that reads afterwards what they did."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.journeys.hands import Hands
from tests.journeys.screen import open_screen

ROOT = Path(__file__).parents[2]
_PATIENCE_S = 30


@dataclass(frozen=True, slots=True)
class Journey:
    """A vault, who may sign in, and where pictures go when something does not appear."""

    vault: Path
    passwords: dict[str, str]
    folder: Path

    def ask(self, *words: str, user: str) -> Any:
        """Ask the command line, in a process of its own, and give its JSON."""
        return json.loads(self.run(*words, "--json", user=user))

    def run(self, *words: str, user: str, **own: str) -> str:
        """Let the command line do something, in a process of its own, and give what it says."""
        command = [words[0], "--vault", str(self.vault), "--user", user, *words[1:]]
        return _command(command, JATIGI_PASSWORD=self.passwords[user], **own)

    @contextmanager
    def program(self, *, power_cut: bool = False) -> Iterator[Hands]:
        """Start the program on a screen of its own; it must have ended well when the block is left, or is killed."""
        with open_screen(self.folder) as screen:
            hands = Hands(screen)
            command = [sys.executable, "-m", "desktop", "--vault", str(self.vault)]
            own = {"DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb", "XDG_CONFIG_HOME": str(self.folder)}
            own["CUPS_SERVER"] = "localhost:1"  # nobody's printer answers: what is printed becomes a file
            with subprocess.Popen(command, cwd=ROOT, env=os.environ | own) as running:
                try:
                    yield hands
                    if not power_cut:
                        assert running.wait(_PATIENCE_S) == 0
                except BaseException:
                    screen.save(self.folder / "what-was-on-the-screen.png")
                    raise
                finally:
                    running.kill()

    def sign_in(self, hands: Hands, user: str) -> None:
        """Sign in by keys, and wait for the main window."""
        hands.wait_for_window("^Jatigi$")
        hands.type(user)
        hands.press("Return")
        hands.type(self.passwords[user])
        hands.press("Return")
        hands.wait_for_window("· Jatigi$")


def build(folder: Path) -> Journey:
    """Build an invented centre through the command line."""
    vault = folder / "Centre.vault"
    said = json.loads(_command(["demo", str(vault), "--people", "190", "--weeks", "2"]))
    return Journey(vault, {one["user"]: one["password"] for one in said["accounts"]}, folder)


def _command(words: list[str], **own: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "desktop", *words],
        check=True, cwd=ROOT, env=os.environ | own, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    return done.stdout
