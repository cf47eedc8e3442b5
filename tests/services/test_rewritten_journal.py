"""Whoever holds the data key can rewrite the journal and its chain, not what colleagues signed of it."""

from contextlib import closing

from desktop.models.accounts import Journal
from desktop.models.base import now, table_of
from desktop.services.vault_care import VaultCareService
from desktop.storage import journal
from desktop.storage.check import CheckReport
from desktop.storage.checkpoints import sign_head
from desktop.storage.engine import engine_over, open_raw
from desktop.storage.folder import VaultFolder
from tests.centres import TestCentre


def _check(centre: TestCentre) -> CheckReport:
    vault = centre.open("awa")
    try:
        return VaultCareService(vault.desk, VaultFolder(centre.folder).database(), lambda: vault.headers.dek).check()
    finally:
        vault.close()


def _rewrite(centre: TestCentre) -> None:
    """Put another action in the first line, chain all lines anew and sign them, anchors taken away, as a colleague can.

    Whoever cannot sign is met at the opening (`tests/storage/test_rewritten_journal.py`).
    """
    vault = centre.open("awa")
    dek, own = bytes(bytearray(vault.headers.dek)), vault.desk.keys.identity
    vault.close()
    VaultFolder(centre.folder).anchors.unlink()
    table = table_of(Journal)
    with closing(open_raw(VaultFolder(centre.folder).database(), dek)) as raw, engine_over(raw).begin() as connection:
        lines = connection.execute(table.select().order_by(table.c.seq)).all()
        connection.exec_driver_sql("DROP TRIGGER journal_no_delete")
        connection.execute(table.delete())
        for line in lines:
            action = "nothing" if line.seq == 1 else line.action
            journal.append(connection, journal.Line(line.at, line.session, line.actor, action, line.object_type,
                                                    line.object_id, line.detail))  # fmt: skip
        sign_head(connection, own.kid, own.sign, now())


def test_signed_heads_fit_the_journal_of_a_sound_centre(centre: TestCentre) -> None:
    centre.open("mariam").close()
    report = _check(centre)
    assert (report.faults, report.outcome) == ([], "sound")


def test_a_journal_rewritten_and_signed_by_a_colleague_is_noticed_by_the_check(centre: TestCentre) -> None:
    centre.open("mariam").close()
    _rewrite(centre)
    report = _check(centre)
    assert report.journal_broken_at is None
    assert report.doubts
    assert (report.sound, report.outcome) == (True, "gone")
