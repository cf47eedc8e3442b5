"""Bringing a database up to date: the same shape as the records, children kept, failures undone."""

import re
import textwrap
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from desktop.storage.engine import Engines, open_raw
from desktop.storage.migrate import (
    STEPS,
    BrokenStep,
    ForeignFile,
    NewerVault,
    Upgrade,
    create_database,
    known_schema,
    schema_of,
    upgrade,
)
from tests.conftest import KEY


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Give a database made by the steps."""
    path = tmp_path / "data-1.db"
    create_database(path, KEY)
    return path


@pytest.fixture
def steps(tmp_path: Path) -> Callable[[str], Path]:
    """Give the real steps with one more, whose body the test writes."""

    def add(body: str) -> Path:
        folder = tmp_path / "steps"
        (folder / "versions").mkdir(parents=True)
        first = STEPS / "versions" / "0001_first_tables.py"
        (folder / "versions" / first.name).write_text(first.read_text(encoding="utf-8"), encoding="utf-8")
        lines = 'import sqlalchemy as sa\nfrom alembic import op\nrevision = "0002"\ndown_revision = "0001"\n\n\n'
        step = lines + "def upgrade():\n" + textwrap.indent(textwrap.dedent(body), "    ")
        (folder / "versions" / "0002_next.py").write_text(step, encoding="utf-8")
        return folder

    return add


def _shape(connection: Any) -> dict[str, set[str]]:
    """Give each table and index as a set of clauses, so that their order does not matter."""
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type <> 'trigger'")
    return {
        name: {re.sub(r"\s+", " ", line).strip(" ,") for line in re.split(r"\n\t?|, (?=CONSTRAINT)", sql)}
        for name, sql in rows
        if name != "alembic_version"
    }


def test_the_steps_make_the_shape_of_the_records(database: Path, engines: Engines) -> None:
    with closing(open_raw(database, KEY)) as stepped, closing(engines.reader.raw_connection()) as made:
        ours, wanted = _shape(stepped), _shape(made)
    assert sum(len(clauses) for clauses in wanted.values()) > 500
    assert ours == wanted


def test_first_tables_start_from_an_empty_file(database: Path) -> None:
    assert schema_of(database, KEY) == known_schema() == 1
    with closing(open_raw(database, KEY)) as connection:
        assert connection.execute("SELECT count(*) FROM person").fetchone() == (0,)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.read_bytes()[:6] != b"SQLite"


@pytest.mark.parametrize("act", ["UPDATE journal SET action = 'x'", "DELETE FROM journal"])
def test_a_line_of_the_journal_never_changes(database: Path, act: str) -> None:
    line = "INSERT INTO journal VALUES (1, '2026-11-24', x'00', NULL, 'test', '', '', '', x'00', x'00')"
    with closing(open_raw(database, KEY)) as connection:
        connection.execute(line)
        with pytest.raises(Exception, match="never changes"):
            connection.execute(act)
        assert connection.execute("SELECT action FROM journal").fetchall() == [("test",)]


def test_an_up_to_date_file_is_left_alone(database: Path) -> None:
    before = database.read_bytes()
    assert upgrade(database, KEY) == Upgrade(1, 1)
    assert database.read_bytes() == before


def test_creation_never_touches_a_file_that_is_there(database: Path) -> None:
    before = database.read_bytes()
    with pytest.raises(FileExistsError):
        create_database(database, KEY)
    assert database.read_bytes() == before


def _fill(path: Path) -> None:
    with closing(open_raw(path, KEY)) as connection:
        connection.execute("INSERT INTO vault_meta VALUES ('vault', x'01')")
        connection.execute("CREATE TABLE mother (id INTEGER PRIMARY KEY)")
        connection.execute("CREATE TABLE child (mother REFERENCES mother (id) ON DELETE CASCADE)")
        connection.execute("INSERT INTO mother VALUES (1), (2)")
        connection.execute("INSERT INTO child VALUES (1), (2)")


def test_rebuilding_a_table_keeps_its_children(database: Path, steps: Callable[[str], Path]) -> None:
    _fill(database)
    folder = steps("""
        with op.batch_alter_table("mother", recreate="always") as table:
            table.add_column(sa.Column("name", sa.String()))
    """)
    assert upgrade(database, KEY, folder) == Upgrade(1, 2)
    assert schema_of(database, KEY, folder) == 2
    with closing(open_raw(database, KEY)) as connection:
        assert connection.execute("SELECT count(*) FROM child").fetchone() == (2,)
        assert connection.execute("SELECT count(name IS NULL) FROM mother").fetchone() == (2,)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert not list(database.parent.glob("*.before-*"))


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ('op.execute("DELETE FROM mother WHERE id = 1")', BrokenStep),
        ('op.drop_table("child")\nraise ZeroDivisionError', ZeroDivisionError),
        ('op.drop_table("child")\nop.execute("COMMIT")\nraise KeyboardInterrupt', KeyboardInterrupt),
    ],
)
def test_a_step_that_fails_leaves_the_file_as_it_was(
    database: Path, steps: Callable[[str], Path], body: str, problem: type[BaseException]
) -> None:
    _fill(database)
    before = database.read_bytes()
    with pytest.raises(problem):
        upgrade(database, KEY, steps(body))
    assert database.read_bytes() == before
    assert schema_of(database, KEY) == 1
    assert not list(database.parent.glob("*.before-*"))


def test_a_file_of_a_later_program_is_refused(database: Path) -> None:
    with closing(open_raw(database, KEY)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
    before = database.read_bytes()
    with pytest.raises(NewerVault) as refusal:
        upgrade(database, KEY)
    assert "newer version" in refusal.value.explain()
    assert database.read_bytes() == before


def test_a_file_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "data-1.db"
    with closing(open_raw(path, KEY, mode="rwc")) as connection:
        connection.execute("CREATE TABLE cake (id)")
    with pytest.raises(ForeignFile):
        upgrade(path, KEY)


def test_the_steps_lean_on_nothing_that_may_change() -> None:
    for step in STEPS.rglob("*.py"):
        named = re.findall(r"^(?:from|import) (desktop[.\w]*)", step.read_text(encoding="utf-8"), re.MULTILINE)
        assert all(one.startswith("desktop.storage.migrations") for one in named), step.name
