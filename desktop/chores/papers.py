"""Papers from the command line."""

import argparse

from desktop.chores.desk import say, signed_in
from desktop.i18n import tr


def sign_in_sheet(options: argparse.Namespace) -> int:
    """Write the sign-in sheet of a session, or those of a week.

    Raises:
        NotFound: no session has this code.
    """
    with signed_in(options) as centre:
        if options.session:
            centre.sheets.sign_in_sheets([options.session], options.pdf)
        else:
            centre.sheets.sign_in_week(options.week, options.pdf)
    say(tr("Written: {path}", path=options.pdf))
    return 0
