"""Backups, restores and checks from the command line."""

import argparse

from desktop.centre import restore_centre
from desktop.chores.desk import password, say, signed_in
from desktop.i18n import tr, trn


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
    say(tr("Restored into {path}.", path=report.folder))
    if report.former:
        say(tr("What was there before is kept in {path}.", path=report.former))
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
