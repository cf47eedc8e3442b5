"""The login that was typed on this computer last, where its settings allow to remember it."""

from pathlib import Path


class RememberedLogin:
    """Kept in `path`; without one nothing is remembered, and a file that cannot be read or written is none."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def read(self) -> str:
        """Give the login, or nothing."""
        try:
            return self._path.read_text("utf-8").strip() if self._path else ""
        except (OSError, UnicodeDecodeError):
            return ""

    def write(self, login: str) -> None:
        """Remember a login."""
        if self._path is None:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(login, "utf-8")
        except OSError:
            return
