"""Accounts: who may sign in, with which roles, and the compartments they hold."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import DeskError, NotFound
from desktop.i18n import mark
from desktop.models.accounts import Staff
from desktop.models.keys import uuid7
from desktop.rights import Permission, Role, allowed
from desktop.services.account_asking import Terms
from desktop.services.account_keys import (
    AccountRequest,
    certify,
    change_slot,
    let_in,
    put_slot,
    refuse_other_keys,
    require_genuine,
    root_card,
)
from desktop.services.account_lines import AccountLine, account_lines
from desktop.services.own_password import remade_slot
from desktop.services.papers import centre_name
from desktop.services.root_holders import give_root, refuse_founding
from desktop.storage.header_file import HeaderFile
from desktop.storage.unit_of_work import Desk
from desktop.vault.certificates import Cert, again, cert_data
from desktop.vault.derive import login_key, login_tag


class LoginTaken(DeskError):
    """Two accounts cannot share a login."""

    sentence = mark("The login {login} is taken.")


class OwnAccount(DeskError):
    """Whoever shut themselves out could not open the door again."""

    sentence = mark("You cannot take this from your own account. Somebody else who manages accounts can.")


class AccountsService:
    """Manage accounts; the certificate signed by the root is the only source of a right."""

    def __init__(self, desk: Desk, headers: HeaderFile) -> None:
        self._desk = desk
        self._headers = headers

    def accounts(self) -> list[AccountLine]:
        """Give every account, by name."""
        with self._desk.read(Permission.MANAGE_ACCOUNTS) as look:
            rows = look.rows(sa.select(Staff.id, Staff.login, Staff.name).order_by(Staff.name))
        return account_lines(rows, self._desk.keys.ledger.certs, self._headers.current())

    def root_key(self) -> bytes:
        """Give the public key of the organisation's root, for a request."""
        with self._desk.read(Permission.USE_PROGRAM):
            public = root_card(self._desk).public
        if public is None:
            raise NotFound(code="")
        return public.e

    def terms(self) -> Terms:
        """Give what somebody needs to choose a password on their own, at no lower cost than one's own password."""
        with self._desk.read(Permission.MANAGE_ACCOUNTS):
            header, public = self._headers.current(), root_card(self._desk).public
        slot = header.slot_of(login_tag(header.org, self._desk.member.login))
        if public is None or slot is None:
            raise NotFound(code=self._desk.member.login)
        return Terms(header.org, public.e, (slot.kdf.m, slot.kdf.t, slot.kdf.p))

    def appoint(
        self, uid: UUID, roles: Sequence[Role], *, sites: Sequence[UUID] = (), founds: Sequence[UUID] = ()
    ) -> None:
        """Certify somebody with other roles, sites or compartments to found; it holds from their next sign-in.

        Raises:
            NotFound: no such account.
            OwnAccount: one would lose the right to manage accounts.
            RootHolderCannot: an account manager was to found a compartment, or holds one.
        """
        refuse_founding(roles, founds)
        with self._desk.begin(Permission.MANAGE_ACCOUNTS) as work:
            cert = self._cert(uid)
            if uid == self._desk.member.id and not allowed(frozenset(roles), Permission.MANAGE_ACCOUNTS):
                raise OwnAccount
            data = cert_data(
                uid, cert.what, cert.card, roles=[*roles], sites=[*sites], founds=[*founds], state=cert.state
            )
            certify(self._desk, work, uid, data)
            give_root(self._desk, work, cert.card, roles)
            work.trace("appoint account", "staff", uid, ["roles", "sites", "founds"])

    def add(
        self,
        request: AccountRequest,
        name: str,
        roles: Sequence[Role],
        *,
        founds: Sequence[UUID] = (),
        sites: Sequence[UUID] = (),
    ) -> UUID:
        """Certify a new account after its fingerprint was compared; `founds` names compartments it may found.

        Raises:
            ForeignRequest: the request was altered, or made for another organisation.
            LoginTaken: the login belongs to somebody.
            RootHolderCannot: an account manager was to found a compartment.
        """
        refuse_founding(roles, founds)
        uid = uuid7()
        with self._desk.begin(Permission.MANAGE_ACCOUNTS) as work:
            require_genuine(self._desk, request)
            if work.scalar(sa.select(Staff.id).where(Staff.login_key == login_key(request.login))):
                raise LoginTaken(login=request.login)
            work.insert(Staff, id=uid, login=request.login, login_key=login_key(request.login), name=name)
            data = cert_data(uid, "user", request.card, roles=[*roles], sites=[*sites], founds=[*founds])
            certify(self._desk, work, uid, data)
            give_root(self._desk, work, request.card, roles)
            put_slot(self._headers, work, request)
            work.trace("add account", "staff", uid, ["roles", "sites", "founds"])
        return uid

    def replace_password(self, uid: UUID, request: AccountRequest) -> None:
        """Certify the new keys of somebody who lost their password; holders must grant them anew.

        Raises:
            ForeignRequest: the request was altered, or made for another organisation.
            NotFound: no such account, or the request is for another login.
        """
        with self._desk.begin(Permission.MANAGE_ACCOUNTS) as work:
            require_genuine(self._desk, request)
            cert = self._cert(uid)
            login = work.scalar(sa.select(Staff.login_key).where(Staff.id == uid))
            if login != login_key(request.login):
                raise NotFound(code=request.login)
            certify(self._desk, work, uid, again(cert, card=request.card))
            give_root(self._desk, work, request.card, [Role(role) for role in cert.roles])
            put_slot(self._headers, work, request)
            work.trace("replace password", "staff", uid)

    def suspend(self, uid: UUID) -> None:
        """Keep somebody out until `reinstate`; what they wrote stays.

        Raises:
            NotFound: no such account.
            OwnAccount: it is one's own.
        """
        with self._desk.begin(Permission.MANAGE_ACCOUNTS) as work:
            cert = self._cert(uid)
            if uid == self._desk.member.id:
                raise OwnAccount
            certify(self._desk, work, uid, again(cert, state="suspended"))
            change_slot(self._headers, work, cert.card.kid, lambda slot: replace(slot, dek=b""))
            work.trace("suspend account", "staff", uid)

    def reinstate(self, uid: UUID) -> None:
        """Let somebody in again with the password they had.

        Raises:
            NotFound: no such account.
        """
        with self._desk.begin(Permission.MANAGE_ACCOUNTS) as work:
            cert = self._cert(uid)
            certify(self._desk, work, uid, again(cert, state="active"))
            let_in(self._headers, work, cert.card)
            work.trace("reinstate account", "staff", uid)

    def confirm(self, uid: UUID, *, seen: str) -> None:
        """Let an account in again that waits after a restore, with the password it had on the backup's day.

        `seen` is the fingerprint that was shown of it.

        Raises:
            OtherFingerprint: its keys are no longer those.
            NotFound: no such account, or it was suspended or ended on that day.
        """
        with self._desk.begin(Permission.MANAGE_ACCOUNTS) as work:
            cert = self._cert(uid)
            if not cert.active:
                raise NotFound(code=uid)
            refuse_other_keys(cert.card, seen)
            let_in(self._headers, work, cert.card)
            work.trace("confirm account", "staff", uid)

    def change_password(self, old: str, new: str) -> None:
        """Change one's own password; the keys stay, and old copies of the vault keep the old one.

        Raises:
            NotYourPassword: the old one is not right.
            WeakPassword: the new one is too short or easy to guess.
        """
        with self._desk.read(Permission.USE_PROGRAM) as look:
            centre = centre_name(look)
        # Stretching both passwords takes a second or two, in which nothing else could be saved.
        made = remade_slot(self._desk, self._headers, centre, old, new)
        with self._desk.begin(Permission.USE_PROGRAM) as work:
            change_slot(self._headers, work, made.kid, lambda slot: replace(made, dek=slot.dek))
            work.trace("change password", "staff", self._desk.member.id)

    def _cert(self, uid: UUID) -> Cert:
        cert = self._desk.keys.ledger.certs.get(uid)
        if cert is None:
            raise NotFound(code=uid)
        return cert
