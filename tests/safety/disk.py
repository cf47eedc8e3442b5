"""A disk that keeps only what it was told to sync: what it may show after the power went."""

from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.safety.trace import Asked

SECTOR = 512


@dataclass(slots=True)
class _File:
    """One file: what is safe, and what was written since; a place of None cuts it to the length of the content."""

    safe: bytearray = field(default_factory=bytearray)
    loose: list[tuple[int | None, bytes | int]] = field(default_factory=list)
    size: int = 0

    def write(self, place: int, content: bytes) -> None:
        """Write without waiting; -1 writes at the end."""
        place = self.size if place < 0 else place
        self.loose.append((place, content))
        self.size = max(self.size, place + len(content))

    def cut(self, size: int) -> None:
        """Cut without waiting."""
        self.loose.append((None, size))
        self.size = size

    def sync(self) -> None:
        """Make everything safe."""
        for place, content in self.loose:
            _apply(self.safe, place, content)
        self.loose.clear()

    def after_cut(self, chance: Random) -> bytes:
        """Give what may be there: each loose write kept, dropped, or torn between sectors."""
        left = bytearray(self.safe)
        for place, content in self.loose:
            fate = chance.randrange(3)
            if fate == 0:
                _apply(left, place, content)
            elif fate == 1 and place is not None and isinstance(content, bytes):
                for start in range(0, len(content), SECTOR):
                    if chance.random() < 0.5:
                        _apply(left, place + start, content[start : start + SECTOR])
        return bytes(left)


def _apply(content: bytearray, place: int | None, written: bytes | int) -> None:
    if isinstance(written, int):
        del content[written:]
        content.extend(bytes(max(written - len(content), 0)))
    elif place is not None:
        content.extend(bytes(max(place - len(content), 0)))
        content[place : place + len(written)] = written


class Disk:
    """The files of one folder as asked for so far."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        found = [one for one in folder.iterdir() if one.is_file()]
        self._names = {str(one): _File(bytearray(one.read_bytes()), size=one.stat().st_size) for one in found}
        self._safe_names = dict(self._names)
        self._moves: list[dict[str, _File]] = []

    def ask(self, one: Asked) -> None:
        """Do what the program asked."""
        file = self._names.get(one.path)
        if one.what in {"create", "truncate"}:
            if file is None:
                self._names[one.path] = _File()
                self._moves.append(dict(self._names))
            elif one.what == "truncate":
                file.cut(0)
        elif one.what in {"rename", "unlink"} and file:
            del self._names[one.path]
            if one.what == "rename":
                self._names[one.content.decode()] = file
            self._moves.append(dict(self._names))
        elif one.what == "sync" and one.path == str(self._folder):
            self._safe_names = dict(self._names)
            self._moves.clear()
        elif file:
            self._change(file, one)

    def _change(self, file: _File, one: Asked) -> None:
        if one.what == "write":
            file.write(one.place, one.content)
        elif one.what == "cut":
            file.cut(one.place)
        elif one.what == "sync":
            file.sync()

    def after_cut(self, target: Path, chance: Random) -> None:
        """Write into `target` what the disk may show now: names moved since the last sync may be undone, too."""
        names = [self._safe_names, *self._moves][chance.randint(0, len(self._moves))]
        for path, file in names.items():
            if not path.endswith("-shm"):
                (target / Path(path).name).write_bytes(file.after_cut(chance))
