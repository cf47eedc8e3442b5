"""A journal rewritten by somebody with the data key, its hashes made to follow: the opening is refused."""

from collections.abc import Callable

import pytest
import sqlalchemy as sa

from desktop.models.accounts import Checkpoint, Journal
from desktop.models.base import now, table_of
from desktop.rights import Permission
from desktop.services.vault_care import VaultCareService
from desktop.storage import journal
from desktop.storage.checkpoints import JournalRewritten, sign_head
from desktop.storage.folder import VaultFolder
from desktop.vault.identity import Identity
from tests.centres import TestCentre

LINES, SIGNED = table_of(Journal), table_of(Checkpoint)
Rewriting = Callable[[sa.Connection], None]


def _newest(connection: sa.Connection) -> int:
    return int(connection.execute(sa.select(sa.func.max(SIGNED.c.seq))).scalar_one())


def _rewrite(connection: sa.Connection) -> None:
    """Say something else in the last line that was signed, and let every hash follow."""
    changed = _newest(connection)
    last = journal.Head(changed - 1, journal.hash_at(connection, changed - 1) or b"")
    for row in connection.execute(sa.select(LINES).where(LINES.c.seq >= changed).order_by(LINES.c.seq)).all():
        action = "see" if row.seq == changed else row.action
        line = journal.Line(row.at, row.session, row.actor, action, row.object_type, row.object_id, row.detail)
        fresh = journal.Head(row.seq, journal.line_hash(last, line))
        values = {"action": action, "prev": last.hash, "hash": fresh.hash}
        connection.execute(LINES.update().where(LINES.c.seq == row.seq).values(values))
        last = fresh


def _cut(connection: sa.Connection) -> None:
    connection.execute(LINES.delete().where(LINES.c.seq >= _newest(connection)))


def _name_the_new_hash(connection: sa.Connection) -> None:
    _rewrite(connection)
    seq = _newest(connection)
    connection.execute(SIGNED.update().where(SIGNED.c.seq == seq).values(hash=journal.hash_at(connection, seq)))


def _sign_with_a_key_of_ones_own(connection: sa.Connection) -> None:
    _rewrite(connection)
    own = Identity.fresh()
    sign_head(connection, own.kid, own.sign, now())


def _take_the_signatures_out(connection: sa.Connection) -> None:
    _rewrite(connection)
    connection.execute(SIGNED.delete())


def _tamper(centre: TestCentre, rewriting: Rewriting) -> None:
    """Rewrite as whoever has the data key can: nothing outside the database tells, and the chain itself holds."""
    vault = centre.open("seydou")
    for _ in range(120):
        with vault.desk.begin(Permission.SEE_HOUSE) as work:
            work.trace("sign in")
    with vault.engines.writer.begin() as connection:
        for act in ("update", "delete"):
            connection.exec_driver_sql(f"DROP TRIGGER journal_no_{act}")
        rewriting(connection)
        assert journal.verify(connection).broken_at is None
    vault._held.close()
    VaultFolder(centre.folder).anchors.unlink()


@pytest.mark.parametrize(
    "rewriting", [_rewrite, _cut, _name_the_new_hash, _sign_with_a_key_of_ones_own, _take_the_signatures_out]
)
def test_a_rewritten_journal_opens_for_nobody_who_would_sign_it(centre: TestCentre, rewriting: Rewriting) -> None:
    _tamper(centre, rewriting)
    for login in ("seydou", "awa"):
        with pytest.raises(JournalRewritten):
            centre.open(login)


def test_a_colleague_who_rewrites_and_signs_it_is_told_by_what_others_signed(centre: TestCentre) -> None:
    vault = centre.open("seydou")
    own = vault.desk.keys.identity
    vault.close()

    def rewrite_and_sign(connection: sa.Connection) -> None:
        _rewrite(connection)
        sign_head(connection, own.kid, own.sign, now())

    _tamper(centre, rewrite_and_sign)
    vault = centre.open("awa")
    (told,) = VaultCareService(vault.desk, VaultFolder(centre.folder).database(), bytes).warnings()
    assert told.startswith("Something that was written was deleted or changed behind the program’s back.")
    vault.close()


def test_without_anchors_an_untouched_journal_still_opens(centre: TestCentre) -> None:
    _tamper(centre, lambda _connection: None)
    centre.open("seydou").close()
    centre.open("awa").close()
