"""The names behind accounts and keys."""

import sqlalchemy as sa

from desktop.models.accounts import Staff
from desktop.storage.unit_of_work import Desk, Reading


def account_names(look: Reading) -> dict[str, str]:
    """Give the name of every account, by its key as text."""
    return {str(row.id): row.name for row in look.rows(sa.select(Staff.id, Staff.name))}


def staff_names(desk: Desk, look: Reading) -> dict[bytes, str]:
    """Give the name behind every key that ever signed, also of those who left or lost their password."""
    accounts = account_names(look)
    return {kid: accounts.get(str(uid), "") for kid, uid in desk.keys.ledger.people.items()}
