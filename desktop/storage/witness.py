"""Whoever is signed in bears witness to the journal: its head is signed, and noted outside the database."""

from pathlib import Path

import sqlalchemy as sa

from desktop.models.base import now
from desktop.storage import journal
from desktop.storage.anchors import Anchor, write_anchor
from desktop.storage.checkpoints import LINES_BETWEEN, sign_head
from desktop.vault.identity import Identity


class Witness:
    """Signs heads of the journal with one identity and notes them in the file `anchors`."""

    def __init__(self, identity: Identity, anchors: Path) -> None:
        self._identity = identity
        self._anchors = anchors

    def sign(self, connection: sa.Connection) -> journal.Head:
        """Sign the head within the transaction of the connection."""
        return sign_head(connection, self._identity.kid, self._identity.sign, now())

    def sign_if_due(self, connection: sa.Connection, last: journal.Head, written: int) -> journal.Head | None:
        """Sign the head when the last `written` lines went past a hundred; gives what is to be noted once saved."""
        if last.seq // LINES_BETWEEN == (last.seq - written) // LINES_BETWEEN:
            return None
        return self.sign(connection)

    def note(self, head: journal.Head) -> None:
        """Note a head outside the database, once its lines are saved: an anchor ahead of them would be an alarm."""
        try:
            write_anchor(self._anchors, Anchor(head.seq, head.hash, now(), "header"))
        except OSError:
            # What was saved stays saved; the next note catches up.
            return
