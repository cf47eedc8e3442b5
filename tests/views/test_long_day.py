"""A window that stays open all day does not wear Python out."""

import subprocess
import sys

CALLS = "from PySide6.QtCore import QTimer\ntimer = QTimer()\nfor _ in range(400_000):\n    timer.stop()"


def _ends_well(first: str) -> bool:
    return subprocess.run([sys.executable, "-c", f"{first}\n{CALLS}"], capture_output=True, check=False).returncode == 0


def test_a_long_day_of_calls_ends_well() -> None:
    assert _ends_well("import desktop.views")


def test_without_the_guard_old_pythons_would_end_the_program() -> None:
    """When this fails, PySide6 counts again, and the guard can go."""
    assert _ends_well("") is (sys.version_info >= (3, 12))
