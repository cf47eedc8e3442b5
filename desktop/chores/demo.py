"""The invented centre from the command line."""

import argparse

from desktop.chores.desk import say_json
from desktop.demonstration.building import build_centre
from desktop.services.new_centre import check_place


def build(options: argparse.Namespace) -> int:
    """Build an invented centre in a folder and print its accounts.

    Raises:
        VaultExists: something is in the folder.
        DiskFault: nothing can be written there.
    """
    check_place(options.folder)
    accounts = build_centre(options.folder, people=options.people, weeks=options.weeks, seed=options.seed)
    say_json({"accounts": accounts})
    return 0
