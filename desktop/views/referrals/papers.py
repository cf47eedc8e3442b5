"""The papers of a referral: its letter, and the draft that is looked at before there is one."""

from collections.abc import Callable
from functools import partial
from io import BytesIO

from desktop.i18n import tr
from desktop.services.papers import put
from desktop.services.referrals import ReferralPlan, ReferralService
from desktop.views.shared.printing.paper import Paper


def numbered_letter(referrals: ReferralService, number: str) -> Paper:
    """Give the letter of a referral that is written down."""
    make = partial(referrals.letter, number)
    again = partial(make, duplicate=True)
    return Paper(title=number, file_name=f"{number}.pdf", make=make, make_duplicate=again)


def draft_letter(referrals: ReferralService, plan: ReferralPlan) -> Callable[[], Paper]:
    """Give what sets the letter of a plan as a draft in memory; settled, it is a referral with its number.

    Raises, when called:
        DeskError: it may not be written; the sentence says why.
    """

    def settle() -> Paper:
        return numbered_letter(referrals, referrals.write(plan))

    def make() -> Paper:
        made = BytesIO()
        referrals.preview(plan, made)
        return Paper(
            title=tr("Letter before its number"), file_name="", make=partial(put, made.getvalue()), settle=settle
        )

    return make
