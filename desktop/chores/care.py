"""Backups, restores and checks from the command line."""

import argparse
from datetime import datetime

from desktop.centre import restore_centre
from desktop.chores.desk import password, recovery_code, say, signed_in
from desktop.errors import NotFound
from desktop.i18n import mark, tr, trn
from desktop.services.way_back import come_back
from desktop.storage.former import Losses

_LISTED = 50


class NotWaiting(NotFound):
    """Only accounts that a backup brought back wait to be let in."""

    sentence = mark("No account “{code}” waits to be let in again.")


def backup(options: argparse.Namespace) -> int:
    """Copy the vault, reopen the copy, count it, and say where it lies.

    Raises:
        DeskError: the copy could not be made or does not check out.
    """
    with signed_in(options) as centre:
        copy = centre.care.backup(options.target)
    say(tr("Backup written and checked: {path}", path=copy.path))
    return 0


def restore(options: argparse.Namespace) -> int:
    """Bring a backup back into a folder; what stood there is kept beside it under another name.

    Raises:
        DeskError: the backup is damaged, or the password is not that of an administrator of that day.
    """
    report = restore_centre(options.source, options.vault, options.user, password())
    say(tr("Restored into {path}, as of {moment}.", path=report.folder, moment=_moment(report.manifest.made_at)))
    if report.former:
        say(tr("What was there before is kept in {path}.", path=report.former))
    _say_losses(report.losses)
    if not report.device_renewed:
        say(
            tr("The keys of this computer stay those of the backup: only an account that manages accounts renews them.")
        )
    if report.waiting:
        say(trn("{n} account waits to be confirmed:", "{n} accounts wait to be confirmed:", len(report.waiting)))
        for one in report.waiting:
            say(f"  {one.login}  {one.name}")
        say(tr("Confirm each of them once you know they may come back: {command}",
               command=f"jatigi confirm --vault {report.folder} --user {options.user} LOGIN"))  # fmt: skip
    return 0


def _say_losses(losses: Losses) -> None:
    if losses.other_past:
        say(tr("This backup and the vault that was there do not share the same past."))
    if not losses.count:
        return
    say(trn("{n} line of the journal is not in this backup:", "{n} lines of the journal are not in this backup:",
            losses.count))  # fmt: skip
    for line in losses.lines[-_LISTED:]:
        say(f"  {_moment(line.at)}  {line.who}  {line.action}  {line.object_type}")


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone():%d/%m/%Y %H:%M}"


def confirm(options: argparse.Namespace) -> int:
    """Let an account in again that waits after a restore.

    Raises:
        NotWaiting: no account of this login waits.
        NotFound: it may not come back.
    """
    with signed_in(options) as centre:
        found = [one for one in centre.accounts.accounts() if one.login == options.login and one.state == "waiting"]
        if not found:
            raise NotWaiting(code=options.login)
        centre.accounts.confirm(found[0].id, seen=found[0].fingerprint)
    say(tr("{name} may sign in again.", name=found[0].name))
    return 0


def recover(options: argparse.Namespace) -> int:
    """Give somebody who manages accounts a new password, by the vault's recovery paper.

    Raises:
        DeskError: the paper, the account or the password is not right.
    """
    name = come_back(options.vault, recovery_code(), options.user, password())
    say(tr("{name} may sign in again.", name=name))
    return 0


def check(options: argparse.Namespace) -> int:
    """Read the whole vault and say what is wrong with it; 1 when something is.

    Raises:
        DeskError: the vault cannot be opened at all.
    """
    with signed_in(options) as centre:
        report = centre.care.check()
    for fault in report.faults:
        say(fault)
    say(trn("{n} fault found.", "{n} faults found.", len(report.faults)) if report.faults else tr("No fault found."))
    return 1 if report.faults else 0
