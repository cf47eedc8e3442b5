"""Papers leave the preview for a file, and are read there."""

import subprocess
from pathlib import Path

from tests.journeys.hands import Hands
from tests.journeys.screen import wait_until


def put(hands: Hands, preview: str, keys: str, dialog: str, field: str, target: Path) -> None:
    """Let a preview print or save: `keys` open a dialog, `field` is the letter of where the file is named."""
    hands.press_until(keys, lambda: hands.sees(dialog))
    hands.wait_for_window(dialog)
    hands.press(field, "ctrl+a")
    hands.type(str(target))
    hands.press("Return")
    wait_until(lambda: target.is_file() and b"%%EOF" in target.read_bytes()[-16:], f"{target.name}")
    hands.wait_for_window(preview)


def save(hands: Hands, preview: str, target: Path) -> None:
    """Save the paper of a preview."""
    put(hands, preview, "ctrl+s", "^Enregistrer$", "alt+n", target)


def print_out(hands: Hands, preview: str, target: Path) -> None:
    """Print the paper of a preview on a printer that is a file."""
    put(hands, preview, "ctrl+p", "^Imprimer$", "alt+f", target)


def leave(hands: Hands, preview: str) -> None:
    """Close a preview, and turn to the page behind it."""
    hands.press_until("Escape", lambda: not hands.sees(preview))
    hands.wait_for_window("· Jatigi$")


def words_of(paper: Path) -> str:
    """Give the text of a paper, line by line."""
    return _read("pdftotext", "-layout", str(paper), "-")


def pages_of(paper: Path) -> int:
    """Count the pages of a paper."""
    told = _read("pdfinfo", str(paper)).splitlines()
    return int(next(line for line in told if line.startswith("Pages:")).split()[1])


def _read(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
