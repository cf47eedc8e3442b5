"""Keeping one list from coming in twice."""

import hashlib

import sqlalchemy as sa

from desktop.models.names import fold
from desktop.models.stays import ManifestImport
from desktop.services.convoys.answers import ImportedBefore
from desktop.spreadsheets.manifest import Manifest
from desktop.storage.unit_of_work import Reading


def fingerprint(manifest: Manifest) -> bytes:
    """Give what tells a list from others, whatever its order, case and accents."""
    rows = sorted("\x1f".join(fold(line.cells[column]) for column in sorted(line.cells)) for line in manifest.lines)
    return hashlib.sha256("\x1e".join(rows).encode()).digest()


def refuse_twice(look: Reading, manifest: Manifest) -> None:
    """Let no list pass that an import still stands for; one with errors in it passes, to be told them.

    Raises:
        ImportedBefore: the same people were brought in before.
    """
    if manifest.errors:
        return
    first = look.row(
        sa.select(ManifestImport.file_name, ManifestImport.created_at).where(
            ManifestImport.fingerprint == fingerprint(manifest), ManifestImport.undone_at.is_(None)
        )
    )
    if first is not None:
        raise ImportedBefore(first.file_name, first.created_at)
