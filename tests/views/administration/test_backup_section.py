"""Backing up from the page: where, when, how it ended, in words."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.views.administration.administration_view import AdministrationView
from desktop.views.administration.backup_section import BackupSection

PATIENCE_MS = 20_000  # the copy is read again whole


@pytest.fixture
def section(view: AdministrationView) -> BackupSection:
    """Give the section."""
    view.open("backup")
    found = view.section()
    assert isinstance(found, BackupSection)
    return found


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Give a folder on another disk."""
    made = tmp_path / "stick"
    made.mkdir()
    return made


def _back_up(qtbot: QtBot, section: BackupSection) -> None:
    section.now.setFocus()
    QTest.keyClick(section.now, Qt.Key.Key_Space)
    assert not section.now.isEnabled()
    assert section.now.toolTip() == "A backup is under way."
    qtbot.waitUntil(section.now.isEnabled, timeout=PATIENCE_MS)


def test_a_copy_is_made_verified_and_listed(qtbot: QtBot, section: BackupSection, stick: Path) -> None:
    assert section.empty.isVisible()
    section.folder.chosen.emit(stick)
    _back_up(qtbot, section)
    assert section.done.text().startswith("The copy is good")
    assert section.table.rowCount() == 1
    assert section.table.line(0)[1].parent == stick


def test_a_stick_that_was_taken_out_is_said(qtbot: QtBot, section: BackupSection, stick: Path) -> None:
    section.folder.chosen.emit(stick)
    stick.rmdir()
    _back_up(qtbot, section)
    assert str(stick) in section.refused.text()
    assert "Plug the stick" in section.refused.text()
    assert not stick.exists()


def test_a_full_disk_is_said(
    qtbot: QtBot, section: BackupSection, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    section.folder.chosen.emit(stick)
    monkeypatch.setattr("desktop.storage.manifest.shutil.disk_usage", lambda _: type("Full", (), {"free": 0}))
    _back_up(qtbot, section)
    assert section.refused.text().startswith("The disk is full")
    assert list(stick.iterdir()) == []


def test_a_backup_can_be_stopped(qtbot: QtBot, section: BackupSection, stick: Path) -> None:
    section.folder.chosen.emit(stick)
    held = Event()
    section._shell.tasks.run(section, lambda: held.wait(5), done=lambda _: None, refused=lambda _: None)
    section.back_up()
    section.progress.cancelled.emit()
    held.set()
    qtbot.waitUntil(section.now.isEnabled, timeout=PATIENCE_MS)
    assert section.refused.text() == "The backup was stopped. Nothing of it was kept."
    assert list(stick.iterdir()) == []


def test_an_old_copy_is_warned_of_until_a_new_one_is_made(qtbot: QtBot, section: BackupSection, stick: Path) -> None:
    section.folder.chosen.emit(stick)
    assert "older than a week" in section.warned.text()
    _back_up(qtbot, section)
    assert not section.warned.isVisible()
