"""The command line: open the window, or do one chore without Qt."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from desktop import __version__
from desktop.chores.usage import BadDay, BadMoment, speak_usage
from desktop.errors import BadValue, DeskError
from desktop.i18n import tr
from desktop.vocabulary import AttendanceStatus

Command = Callable[[argparse.Namespace], int]
_T = TypeVar("_T")
_YEARS = range(1900, 2200)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command: 0 when done, 1 when refused with a sentence on stderr, 2 on wrong usage."""
    options = build_parser().parse_args(arguments)
    try:
        return _command(options.chore)(options)
    except DeskError as refusal:
        print(refusal.explain(), file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever reads our lines has read enough, as `head` does.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _command(chore: str) -> Command:
    """Find the function `module:name` that carries a chore out; only its own room is loaded."""
    module, name = chore.split(":")
    found: Command = getattr(import_module(f"desktop.{module}"), name)
    return found


def build_parser() -> argparse.ArgumentParser:
    """Describe every command; each names the function that carries it out."""
    speak_usage()
    parser = argparse.ArgumentParser(prog="jatigi", description=tr("The office program of the transit centres."))
    parser.add_argument("--version", action="version", version=__version__, help=tr("show the version and exit"))
    parser.add_argument("--vault", type=Path, metavar="DIR", help=tr("the centre's folder"))
    parser.set_defaults(chore="app:open_window")
    commands = parser.add_subparsers(title=tr("chores"), metavar=tr("CHORE"))
    for describe in (_demo, _lists, _week, _papers, _sealed, _care, _alone):
        describe(commands)
    return parser


def _alone(commands: Any) -> None:
    """Describe the window in which somebody chooses a password where nobody is signed in."""
    asked = commands.add_parser("choose-password", help=tr("choose a password in a window of one's own"))
    asked.set_defaults(chore="app:choose_password")
    for name in ("login", "terms"):
        asked.add_argument(f"--{name}", required=True)
    asked.add_argument("--known", action="append", default=[])
    asked.add_argument("--language", default="fr")
    asked.add_argument("--theme", default="light")
    asked.add_argument("--text", type=int, default=100)


def _chore(commands: Any, name: str, chore: str, words: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    parser.set_defaults(chore=f"chores.{chore}")
    return parser


def _in_vault(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("--vault", type=Path, metavar="DIR", required=True, help=tr("the centre's folder"))
    parser.add_argument("--user", metavar="U", required=True, help=tr("the account that does it"))
    return parser


def _demo(commands: Any) -> None:
    demo = _chore(commands, "demo", "demo:build", tr("build an invented centre"))
    demo.add_argument("folder", type=Path, metavar="DIR")
    demo.add_argument("--people", type=_read(_positive), default=300, metavar="N")
    demo.add_argument("--weeks", type=_read(_positive), default=3, metavar="N")
    demo.add_argument("--seed", type=_read(int), default=2019, metavar="S")


def _lists(commands: Any) -> None:
    convoy = _in_vault(_chore(commands, "import-convoy", "convoys:import_convoy", tr("bring in a convoy's list")))
    convoy.add_argument("file", type=Path, metavar="FILE")
    convoy.add_argument("--site", metavar="S")
    convoy.add_argument("--arrived", type=_read(_moment, BadMoment), metavar='"2026-11-22 23:10"')
    convoy.add_argument("--mapping", type=Path, metavar="F")
    convoy.add_argument("--json", action="store_true")
    convoy.add_argument("--dry-run", action="store_true")
    people = _in_vault(_chore(commands, "people", "people:search", tr("find people by name or code")))
    people.add_argument("--search", required=True, metavar="TEXT")
    people.add_argument("--limit", type=_read(_positive), metavar="N")
    people.add_argument("--json", action="store_true")


def _week(commands: Any) -> None:
    sessions = _in_vault(_chore(commands, "sessions", "week:sessions", tr("list the sessions of a week")))
    sessions.add_argument("--week", type=_read(_day, BadDay), required=True, metavar="D")
    sessions.add_argument("--json", action="store_true")
    calendar = _in_vault(_chore(commands, "calendar", "week:calendar", tr("write weeks as a calendar file")))
    calendar.add_argument("--week", type=_read(_day, BadDay), required=True, metavar="D")
    calendar.add_argument("--weeks", type=_read(_positive), default=1, metavar="N")
    calendar.add_argument("--ics", type=Path, required=True, metavar="F")
    mark = _in_vault(_chore(commands, "mark", "week:mark", tr("mark one person at one session")))
    mark.add_argument("session", metavar="SESSION")
    mark.add_argument("person", metavar="PERSON")
    mark.add_argument("status", type=_read(AttendanceStatus), metavar="STATUS")
    summary = _in_vault(_chore(commands, "weekly-summary", "week:summary", tr("write the weekly summary")))
    summary.add_argument("--week", type=_read(_day, BadDay), required=True, metavar="D")
    summary.add_argument("--site", metavar="S")
    summary.add_argument("--pdf", type=Path, metavar="F")
    summary.add_argument("--xlsx", type=Path, metavar="F")
    summary.add_argument("--json", action="store_true")


def _sealed(commands: Any) -> None:
    notes = _in_vault(_chore(commands, "notes", "sealed:notes", tr("list the notes one may read, by day and state")))
    notes.add_argument("--json", action="store_true")
    referrals = _in_vault(_chore(commands, "referrals", "papers:referrals", tr("list one's own referrals")))
    referrals.add_argument("--json", action="store_true")


def _papers(commands: Any) -> None:
    letter = _in_vault(_chore(commands, "referral-letter", "papers:letter", tr("write a referral letter")))
    form = letter.add_mutually_exclusive_group(required=True)
    form.add_argument("referral", nargs="?", metavar="REF")
    form.add_argument("--blank", action="store_true", help=tr("the form to fill in by hand"))
    letter.add_argument("--duplicate", action="store_true", help=tr("say on each page that it is a duplicate"))
    letter.add_argument("--pdf", type=Path, required=True, metavar="F")
    evening = _in_vault(_chore(commands, "evening-sheet", "papers:evening_sheet", tr("write the evening safety sheet")))
    evening.add_argument("--site", metavar="S")
    evening.add_argument("--at", type=_read(_moment, BadMoment), metavar='"2026-11-22 20:00"')
    evening.add_argument("--pdf", type=Path, required=True, metavar="F")
    rights = _in_vault(_chore(commands, "rights", "papers:rights", tr("write the table of rights")))
    rights.add_argument("--pdf", type=Path, required=True, metavar="F")
    sheet = _in_vault(_chore(commands, "sign-in-sheet", "papers:sign_in_sheet", tr("write sign-in sheets")))
    which = sheet.add_mutually_exclusive_group(required=True)
    which.add_argument("session", nargs="?", metavar="SESSION")
    which.add_argument("--week", type=_read(_day, BadDay), metavar="D")
    sheet.add_argument("--pdf", type=Path, required=True, metavar="F")


def _care(commands: Any) -> None:
    backup = _in_vault(_chore(commands, "backup", "care:backup", tr("back the vault up")))
    backup.add_argument("target", type=_read(_folder), metavar="DEST")
    restore = _chore(commands, "restore", "care:restore", tr("restore a backup into a folder"))
    restore.add_argument("--user", metavar="U", required=True, help=tr("the account that does it"))
    restore.add_argument("source", type=Path, metavar="SRC")
    restore.add_argument("vault", type=Path, metavar="DIR")
    confirm = _in_vault(_chore(commands, "confirm", "care:confirm", tr("let an account in again after a restore")))
    confirm.add_argument("login", metavar="LOGIN")
    _in_vault(_chore(commands, "recover", "care:recover", tr("take a new password with the vault's recovery paper")))
    _in_vault(_chore(commands, "check", "care:check", tr("check the whole vault")))


def _read(value: Callable[[str], _T], refusal: type[BadValue] = BadValue) -> Callable[[str], _T]:
    """Let a wrong argument be answered in words rather than by the name of the function that reads it."""

    def read(text: str) -> _T:
        try:
            return value(text)
        except ValueError as problem:
            raise argparse.ArgumentTypeError(refusal(value=text).explain()) from problem

    return read


def _positive(text: str) -> int:
    if (number := int(text)) < 1:
        raise ValueError(text)
    return number


def _folder(text: str) -> Path:
    if not text.strip():
        raise ValueError(text)
    return Path(text)


def _day(text: str) -> date:
    day = date.fromisoformat(text)
    if day.year not in _YEARS:
        raise ValueError(text)
    return day


def _moment(text: str) -> datetime:
    """Read a local time; the chore places it in the zone of the site."""
    moment = datetime.fromisoformat(text)
    if moment.year not in _YEARS:
        raise ValueError(text)
    return moment
