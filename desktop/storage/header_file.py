"""The key file on disk: read with its spare copy, rewritten whole."""

from collections.abc import Callable
from dataclasses import replace

import sqlalchemy as sa

from desktop.storage.chain_rows import read_meta, write_meta
from desktop.storage.folder import VaultFolder, write_whole
from desktop.vault.header import Header, read_header
from desktop.vault.refusals import DamagedHeader
from desktop.vault.slots import Slot, read_slots, write_slots
from desktop.vault.wiping import wipe

GENERATION = "generation"
SLOTS = "slots"


def load_header(folder: VaultFolder) -> Header:
    """Read the key file, or its spare copy when it is damaged.

    Raises:
        DamagedHeader: neither can be understood.
        NewerFormat: a later program wrote it.
    """
    return load_headers(folder)[0]


def load_headers(folder: VaultFolder) -> list[Header]:
    """Read the key file and, where it differs, its spare copy: damage may leave a file that can still be read.

    Raises:
        DamagedHeader: neither can be understood.
        NewerFormat: a later program wrote it.
    """
    found: list[Header] = []
    for path in (folder.header, folder.spare_header):
        try:
            header = read_header(path.read_bytes())
        except (OSError, DamagedHeader):
            continue
        if header not in found:
            found.append(header)
    if not found:
        raise DamagedHeader
    return found


def save_header(folder: VaultFolder, header: Header) -> None:
    """Write the key file, then its spare copy; a power cut leaves one of them whole."""
    content = header.to_bytes()
    write_whole(folder.header, content)
    write_whole(folder.spare_header, content)


def kept_inside(header: Header) -> dict[str, bytes]:
    """Give what the database keeps of its key file: how new it is, and a copy of the slots should it be lost."""
    return {GENERATION: header.gen.to_bytes(8, "big"), SLOTS: write_slots(header.slots)}


def copied_slots(connection: sa.Connection) -> tuple[Slot, ...]:
    """Give the slots as the database keeps them.

    Raises:
        DamagedHeader: the copy is missing or damaged.
    """
    return read_slots(read_meta(connection).get(SLOTS, b""))


def refuse_old_header(connection: sa.Connection, header: Header) -> None:
    """Refuse a key file older than the last one this database saw: it may bring a removed account back.

    Raises:
        DamagedHeader: it is older.
    """
    if header.gen < int.from_bytes(read_meta(connection).get(GENERATION, b""), "big"):
        raise DamagedHeader


class HeaderFile:
    """The key file of an open vault, for those who change accounts."""

    def __init__(self, folder: VaultFolder, dek: bytes) -> None:
        self.folder = folder
        self._dek = dek

    @property
    def dek(self) -> bytes:
        """Give the data key, to seal it into another slot; it is zeros once the vault is closed."""
        return self._dek

    def forget(self) -> None:
        """Wipe the data key; nothing of the vault can be read or changed through this any more."""
        wipe(self._dek)

    def current(self) -> Header:
        """Give the key file as it stands.

        Raises:
            DamagedHeader: it cannot be understood, or somebody else changed it.
        """
        for header in load_headers(self.folder):
            if header.is_sealed_by(self._dek):
                return header
        raise DamagedHeader

    def rewrite(self, connection: sa.Connection, change: Callable[[Header], Header]) -> None:
        """Change the key file within the transaction that writes down its new generation."""
        before = self.current()
        changed = change(before)
        after = replace(changed, gen=max(before.gen, changed.gen) + 1).sealed(self._dek)
        save_header(self.folder, after)
        write_meta(connection, kept_inside(after))
