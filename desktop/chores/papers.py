"""Papers from the command line."""

import argparse

from desktop.chores.desk import say, say_json, signed_in, write_to
from desktop.chores.sites import choose_site, on_clock_of
from desktop.i18n import tr
from desktop.vocabulary.referrals import REFERRAL_WORDS


def sign_in_sheet(options: argparse.Namespace) -> int:
    """Write the sign-in sheet of a session, or those of a week.

    Raises:
        NotFound: no session has this code.
    """
    with signed_in(options) as centre:
        if options.session:
            write_to(options.pdf, lambda to: centre.sheets.sign_in_sheets([options.session], to))
        else:
            write_to(options.pdf, lambda to: centre.sheets.sign_in_week(options.week, to))
    say(tr("Written: {path}", path=options.pdf))
    return 0


def evening_sheet(options: argparse.Namespace) -> int:
    """Write the evening sheet of a site, as of now unless another moment is named.

    Raises:
        NotFound: no site has this code.
        WhichSite: there are several and none is named.
    """
    with signed_in(options) as centre:
        site = choose_site(centre.setup.sites(), options.site)
        at = on_clock_of(site, options.at) if options.at else None
        number = write_to(options.pdf, lambda to: centre.house.evening_sheet(site.id, to, at))
    say(tr("Written: {path}, number {number}", path=options.pdf, number=number))
    return 0


def referrals(options: argparse.Namespace) -> int:
    """List the referrals one can read, the first due first."""
    with signed_in(options) as centre:
        found = centre.referrals.referrals()
    if options.json:
        say_json([
            {"number": one.number, "state": one.state, "service": one.service, "urgency": one.urgency,
             "due_on": one.due_on, "person": one.person_code}
            for one in found
        ])  # fmt: skip
        return 0
    for one in found:
        say(f"{one.number}  {one.due_on:%d/%m/%Y}  {tr(REFERRAL_WORDS[one.state])}  {one.service}  {one.person_code}")
    return 0


def letter(options: argparse.Namespace) -> int:
    """Write the letter of a referral, or the form to fill in by hand; a second print is the very file of the first.

    Raises:
        NotFound: one can read no such referral.
    """
    with signed_in(options) as centre:
        if options.blank:
            write_to(options.pdf, centre.referrals.blank_form)
        else:
            write_to(options.pdf, lambda to: centre.referrals.letter(options.referral, to, duplicate=options.duplicate))
    say(tr("Written: {path}", path=options.pdf))
    return 0


def rights(options: argparse.Namespace) -> int:
    """Write the table of rights."""
    with signed_in(options) as centre:
        write_to(options.pdf, centre.rights_page.paper)
    say(tr("Written: {path}", path=options.pdf))
    return 0
