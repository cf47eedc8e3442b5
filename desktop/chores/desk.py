"""Signing in from the command line, and answering there."""

import argparse
import getpass
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from enum import Enum
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, TypeVar
from uuid import UUID

from desktop.centre import Centre
from desktop.errors import DeskError
from desktop.i18n import mark, tr
from desktop.services.saving import save

PASSWORD_VARIABLE = "JATIGI_PASSWORD"  # noqa: S105 - the name of the variable, not a password
PAPER_VARIABLE = "JATIGI_PAPER"
_T = TypeVar("_T")


class NoPassword(DeskError):
    """Neither the environment nor anybody at a prompt gives a password."""

    sentence = mark("No password was given.")


@contextmanager
def signed_in(options: argparse.Namespace) -> Iterator[Centre]:
    """Open the vault that the options name, and close it afterwards.

    Raises:
        DeskError: the vault does not open, or not with this password.
    """
    centre = Centre.open(options.vault, options.user, password())
    try:
        yield centre
    finally:
        centre.close()


def password() -> str:
    """Read the password from the environment or a prompt; arguments are seen by every program.

    Raises:
        NoPassword: nobody is there to type one.
    """
    return _secret(PASSWORD_VARIABLE, tr("Password: "))


def recovery_code() -> str:
    """Read the groups of a recovery paper from the environment or a prompt.

    Raises:
        NoPassword: nobody is there to type them.
    """
    return _secret(PAPER_VARIABLE, tr("Groups of the recovery paper: "))


def _secret(variable: str, asked: str) -> str:
    kept = os.environ.get(variable)
    if kept is not None:
        return kept
    if not sys.stdin.isatty():
        raise NoPassword
    try:
        return getpass.getpass(asked)
    except EOFError as problem:
        raise NoPassword from problem


def write_to(target: Path, make: Callable[[BinaryIO], _T]) -> _T:
    """Make a paper in memory and write it to `target`; gives what its maker says of it.

    Raises:
        NotWritten: the place does not take the file.
    """
    made = BytesIO()
    said = make(made)
    save(made.getvalue(), target)
    return said


def say(text: str) -> None:
    """Print one line, at once: whoever reads it may rely on it."""
    print(text, flush=True)


def say_json(answer: Any) -> None:
    """Print an answer for other programs."""
    json.dump(answer, sys.stdout, ensure_ascii=False, indent=2, default=_plain)
    say("")


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(type(value).__name__)
