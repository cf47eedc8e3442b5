"""A vault that cannot be opened, asked from the command line: one French sentence, exit code 1, nothing touched."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desktop.storage.engine import open_raw
from desktop.storage.folder import VaultFolder
from desktop.storage.migrate import create_database
from tests.centres import PASSWORD, TestCentre

DAMAGED = "Le fichier du coffre est endommagé. Restaurez la dernière sauvegarde."
NOT_OURS = "Ce fichier n’a pas été écrit par Jatigi."


def _ask(folder: Path, password: str | None = PASSWORD, *before: str) -> tuple[int, str, str]:
    """Ask for everybody in a process of its own."""
    words = [sys.executable, "-m", "desktop", "people", "--vault", str(folder), "--user", "awa", "--search", ""]
    apart = {name: value for name, value in os.environ.items() if name != "JATIGI_PASSWORD"}
    chosen = {} if password is None else {"JATIGI_PASSWORD": password}
    done = subprocess.run(
        [*before, *words], env=apart | chosen, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def _database(folder: Path) -> Path:
    return VaultFolder(folder).database()


def _cut(kept: int) -> Callable[[TestCentre], None]:
    return lambda centre: os.truncate(_database(centre.folder), kept)


def _flip(centre: TestCentre) -> None:
    content = bytearray(_database(centre.folder).read_bytes())
    for start in range(4096, len(content), 4096):
        content[start + 77] ^= 1
    _database(centre.folder).write_bytes(content)


def _flip_first_page(centre: TestCentre) -> None:
    content = bytearray(_database(centre.folder).read_bytes())
    content[2000] ^= 1
    _database(centre.folder).write_bytes(content)


def _another_key(centre: TestCentre) -> None:
    _database(centre.folder).unlink()
    create_database(_database(centre.folder), bytes(32))


def _in_the_file(*statements: str) -> Callable[[TestCentre], None]:
    """Do something with the data key that only a program could do."""

    def change(centre: TestCentre) -> None:
        vault = centre.open("awa")
        dek = bytes(bytearray(vault.headers.dek))
        vault.close()
        with closing(open_raw(_database(centre.folder), dek)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    return change


def _plain(centre: TestCentre) -> None:
    _database(centre.folder).unlink()
    with closing(sqlite3.connect(_database(centre.folder))) as plain:
        plain.execute("CREATE TABLE cake (id)")


def _both_key_files(content: bytes) -> Callable[[TestCentre], None]:
    def harm(centre: TestCentre) -> None:
        files = VaultFolder(centre.folder)
        for path in (files.header, files.spare_header):
            path.write_bytes(content or path.read_bytes().replace(b'"v":1', b'"v":2'))

    return harm


def _put_an_older_file_back(centre: TestCentre) -> None:
    database = _database(centre.folder)
    older = database.read_bytes()
    centre.open("awa").close()
    database.write_bytes(older)


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (_cut(0), DAMAGED),
        (_cut(100), DAMAGED),
        (_cut(4096), DAMAGED),
        (_cut(50_000), DAMAGED),
        (_flip, DAMAGED),
        (_flip_first_page, DAMAGED),
        (_another_key, DAMAGED),
        (_plain, "Ce fichier n’est pas chiffré : ce n’est donc pas le fichier d’un coffre."),
        (lambda centre: _database(centre.folder).unlink(), "Le fichier du coffre n’est plus dans son dossier."),
        (_in_the_file("PRAGMA application_id = 7"), NOT_OURS),
        (_in_the_file("UPDATE alembic_version SET version_num = '0999'"), "Une version plus récente de Jatigi"),
        (_both_key_files(b"\0" * 500), "Le fichier de clés du coffre est abîmé."),
        (_both_key_files(b""), "version plus récente"),
        (_put_an_older_file_back, "Ce fichier n’est pas celui vu ici la dernière fois : des lignes"),
        (lambda centre: shutil.rmtree(centre.folder), "Il n’y a pas de coffre dans"),
    ],
)
def test_each_bad_vault_has_its_sentence(centre: TestCentre, harm: Callable[[TestCentre], None], sentence: str) -> None:
    harm(centre)
    before = {one.name: one.read_bytes() for one in centre.folder.glob("data*[bs]")}
    code, out, err = _ask(centre.folder)
    assert (code, out) == (1, "")
    assert sentence in err.replace("\u202f", " ").replace("\u00a0", " ")
    assert err.count("\n") == 1
    assert {one.name: one.read_bytes() for one in centre.folder.glob("data*[bs]")} == before


def test_a_wrong_password_is_told_apart_from_damage(centre: TestCentre) -> None:
    assert _ask(centre.folder, "long-enough-2") == (
        1,
        "",
        "Cet identifiant et ce mot de passe n’ouvrent pas le coffre.\n",
    )
    assert _ask(centre.folder)[0] == 0


def test_no_password_at_all_is_said(centre: TestCentre) -> None:
    code, out, err = _ask(centre.folder, None)
    assert (code, out) == (1, "")
    assert err.endswith("Aucun mot de passe n’a été donné.\n")
    assert "Traceback" not in err


def test_a_second_program_is_sent_to_the_first(centre: TestCentre) -> None:
    vault = centre.open("seydou")
    code, out, err = _ask(centre.folder)
    vault.close()
    assert (code, out) == (1, "")
    assert err.startswith("Ce coffre est déjà ouvert")
    assert _ask(centre.folder)[0] == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no folders that are read-only in this sense")
def test_a_read_only_folder_is_said(centre: TestCentre) -> None:
    # Root, who may write everywhere, gives that up first.
    humble = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search,-fowner"] if os.geteuid() == 0 else []
    for one in centre.folder.iterdir():
        one.chmod(0o555 if one.is_dir() else 0o444)
    centre.folder.chmod(0o555)
    try:
        code, out, err = _ask(centre.folder, PASSWORD, *humble)
    finally:
        centre.folder.chmod(0o755)
        for one in centre.folder.iterdir():
            one.chmod(0o755)
    assert (code, out) == (1, "")
    assert err.startswith("Cet ordinateur ne vous laisse pas écrire")
    assert _ask(centre.folder)[0] == 0


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs the right to mount a small disk")
def test_a_full_disk_is_said_and_loses_nothing(centre: TestCentre, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let a test mount a small disk")
    try:
        small = Path(shutil.copytree(centre.folder, disk / "Centre.vault"))
        VaultFolder(small).reserve.write_bytes(bytes(3_000_000))
        filler = disk / "photos.bin"
        with filler.open("wb", buffering=0) as opened:
            while _write_some(opened.fileno()):
                pass
        code, out, err = _ask(small)
        assert (code, out) == (1, "")
        assert err.startswith("Le disque est plein")
        # The room kept aside was given back: the next attempt opens, with the disk as full as before.
        assert not VaultFolder(small).reserve.exists()
        assert _ask(small)[0] == 0
        filler.unlink()
        assert _ask(small)[0] == 0
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def _write_some(descriptor: int) -> bool:
    try:
        return os.write(descriptor, bytes(4096)) > 0
    except OSError:
        return False
