"""Finding the present key of an account."""

from uuid import UUID

from desktop.errors import NotFound
from desktop.storage.unit_of_work import Desk


def account_kid(desk: Desk, uid: UUID) -> bytes:
    """Give the present key of an account.

    Raises:
        NotFound: there is none.
    """
    cert = desk.keys.ledger.certs.get(uid)
    if cert is None:
        raise NotFound(code=uid)
    return cert.card.kid
