"""Nobody without a role gets anything out of any service, or makes it do anything."""

import importlib
import inspect
import pkgutil
import types
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from enum import Enum
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

import desktop.services
from desktop.errors import NotAllowed
from desktop.models.keys import uuid7
from desktop.rights import Permission
from desktop.storage.engine import Engines
from desktop.storage.unit_of_work import Desk
from desktop.vault.derive import Kdf
from desktop.vault.identity import Identity
from desktop.vault.recovery import Paper
from tests.conftest import DeskFor

PLAIN: dict[Any, Any] = {
    bool: False,
    int: 1,
    float: 1.0,
    str: "x",
    bytes: b"x",
    date: date(2026, 11, 2),
    datetime: datetime(2026, 11, 2, 9, 0, tzinfo=UTC),
    time: time(9, 0),
    UUID: uuid7(),
    Path: Path("nowhere"),
    types.NoneType: None,
    Kdf: Kdf(64, 3, 1, bytes(16)),
    Paper: Paper(bytes(20), Identity(bytes(32)), {}),
}
EMPTY: dict[Any, Any] = {list: [], tuple: (), Sequence: (), set: set(), frozenset: frozenset(), dict: {}, Mapping: {}}


def dummy(wanted: Any, desk: Desk) -> Any:
    """Make some value of the type that an annotation asks for."""
    origin = typing.get_origin(wanted) or wanted
    if wanted in PLAIN:
        return PLAIN[wanted]
    if origin in EMPTY:
        return EMPTY[origin]
    if origin in {types.UnionType, typing.Union}:
        return dummy(typing.get_args(wanted)[0], desk)
    if origin is Callable:
        return lambda *_: dummy(typing.get_args(wanted)[1], desk)
    return _made(wanted, desk)


def _made(wanted: type[Any], desk: Desk) -> Any:
    if wanted is Desk:
        return desk
    if issubclass(wanted, Enum):
        return next(iter(wanted))
    return wanted(**arguments(wanted.__init__, desk))


def arguments(call: Callable[..., Any], desk: Desk) -> dict[str, Any]:
    """Fill every argument that `call` cannot do without."""
    hints = typing.get_type_hints(call)
    return {
        name: dummy(hints[name], desk)
        for name, parameter in inspect.signature(call).parameters.items()
        if name != "self"
        and parameter.default is parameter.empty
        and parameter.kind not in {parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD}
    }


def services() -> Iterator[type[Any]]:
    """Find every service class, wherever it lies under desktop/services."""
    for found in pkgutil.walk_packages(desktop.services.__path__, "desktop.services."):
        for name, kind in vars(importlib.import_module(found.name)).items():
            if inspect.isclass(kind) and name.endswith("Service") and kind.__module__ == found.name:
                yield kind


def public_methods(service: type[Any]) -> Iterator[str]:
    for name, member in inspect.getmembers(service):
        if not name.startswith("_") and (callable(member) or isinstance(member, property)):
            yield name


ACTS = [(service, name) for service in services() for name in public_methods(service)]


@pytest.fixture
def statements(engines: Engines) -> Iterator[list[str]]:
    """Note every statement that reaches the database."""
    heard: list[str] = []

    def hear(_c: object, _k: object, statement: str, *_: object) -> None:
        heard.append(statement)

    doors = (engines.writer, engines.reader)
    for door in doors:
        sa.event.listen(door, "before_cursor_execute", hear)
    yield heard
    for door in doors:
        sa.event.remove(door, "before_cursor_execute", hear)


@pytest.mark.parametrize(("service", "act"), ACTS, ids=[f"{service.__name__}.{act}" for service, act in ACTS])
def test_somebody_without_a_role_is_refused(
    desk_for: DeskFor, statements: list[str], service: type[Any], act: str
) -> None:
    desk = desk_for()
    call = getattr(dummy(service, desk), act)
    with pytest.raises(NotAllowed) as refusal:
        call(**arguments(call, desk))
    assert isinstance(refusal.value.details.get("permission"), Permission)  # refused by the table, not by chance
    assert statements == []


def test_a_question_that_asks_for_no_right_is_heard(engines: Engines, statements: list[str]) -> None:
    with engines.reader.begin() as connection:
        connection.execute(sa.text("SELECT 1"))
    assert "SELECT 1" in statements


def test_every_service_is_found() -> None:
    text = "".join(path.read_text("utf-8") for path in Path(*desktop.services.__path__).rglob("*.py"))
    assert {f"class {service.__name__}:" for service in services()} == {
        line for line in text.splitlines() if line.startswith("class ") and line.endswith("Service:")
    }
