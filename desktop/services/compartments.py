"""The sealed compartments: founded by their first holder, granted face to face by a member."""

from dataclasses import dataclass, replace
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import DeskError, NotFound
from desktop.i18n import language, mark
from desktop.models.sealed import Compartment
from desktop.rights import Permission
from desktop.services.account_keys import refuse_other_keys
from desktop.services.compartment_keys import compartment_key
from desktop.services.root_holders import refuse_root_holder
from desktop.storage.unit_of_work import Desk
from desktop.vault.derive import Kdf
from desktop.vault.identity import Identity
from desktop.vault.papers import read_code
from desktop.vault.recovery import Paper, key_by_paper, make_paper, open_paper
from desktop.vault.refusals import WrongPassword
from desktop.vault.writing import NewKey, card_data, grant_data


class AlreadyFounded(DeskError):
    """The compartment was born before; its members grant it."""

    sentence = mark("This compartment has its holders already. One of them can grant it.")


class OtherPaper(DeskError):
    """The code is well typed and opens something else."""

    sentence = mark("This is not the recovery paper of this compartment.")


@dataclass(frozen=True, slots=True)
class UnbornCompartment:
    """A compartment that waits for its first holder."""

    id: UUID
    code: str
    label: str


class CompartmentService:
    """Found compartments and grant them; what is inside is for the cases."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def held(self) -> list[str]:
        """Give the codes of the compartments that the member of staff holds."""
        with self._desk.read(Permission.USE_PROGRAM) as look:
            rows = look.rows(sa.select(Compartment.id, Compartment.code).order_by(Compartment.code))
        mine = self._desk.keys.compartments()
        return [row.code for row in rows if row.id in mine]

    def names(self) -> dict[str, str]:
        """Give what each compartment is called in the language of the screen, by code; born or not."""
        with self._desk.read(Permission.USE_PROGRAM) as look:
            rows = look.rows(sa.select(Compartment.code, Compartment.label_fr, Compartment.label_en))
        return {row.code: row.label_fr if language() == "fr" else row.label_en for row in rows}

    def unborn(self) -> list[UnbornCompartment]:
        """Give the compartments that wait for their first holder; of those that live nothing is told.

        Raises:
            NotAllowed: the member of staff may not appoint holders.
        """
        with self._desk.read(Permission.MANAGE_ACCOUNTS) as look:
            rows = look.rows(sa.select(Compartment.__table__).order_by(Compartment.code))
        lives, french = self._desk.keys.ledger.card, language() == "fr"
        return [
            UnbornCompartment(row.id, row.code, row.label_fr if french else row.label_en)
            for row in rows
            if lives(row.id) is None
        ]

    def new_paper(self, code: str, kdf: Kdf) -> Paper:
        """Make the recovery paper of a compartment that is about to be founded, to print and to type back.

        Raises:
            NotFound: no such compartment.
            AlreadyFounded: somebody founded it before.
        """
        with self._desk.read(Permission.WORK_ON_CASES) as look:
            keys = self._desk.keys
            if keys.ledger.card(compartment_key(look, code)) is not None:
                raise AlreadyFounded
            return make_paper(keys.org, keys.ledger.root_e, kdf)

    def found(self, code: str, paper: Paper) -> None:
        """Give birth to a compartment whose paper was typed back.

        Raises:
            NotFound: no such compartment.
            NotTypedBack: the paper was not typed back.
            AlreadyFounded: somebody founded it before.
            ChainBroken: the certificate does not allow it.
        """
        with self._desk.begin(Permission.WORK_ON_CASES) as work:
            keys, obj, seed = self._desk.keys, compartment_key(work, code), Identity.fresh()
            paper.require_typed_back()
            if keys.ledger.card(obj) is not None:
                raise AlreadyFounded
            new = NewKey(what="compartment", obj=obj, key=seed.seed, public=seed.card, paper=paper.data)
            to = [(keys.identity.card, None, None), (paper.identity.card, None, None)]
            work.sign(obj, "card", card_data(keys.org, new, to))
            work.trace("found compartment", "compartment", obj)

    def try_paper(self, code: str, typed: str) -> None:
        """Make sure that a typed recovery paper opens its compartment; nothing is kept of it.

        Raises:
            NotFound: no such compartment.
            WrongPaper: a group is mistyped; it is named.
            OtherPaper: it is not the paper of this compartment.
        """
        with self._desk.read(Permission.WORK_ON_CASES) as look:
            keys = self._desk.keys
            card = keys.card(compartment_key(look, code))
        # Stretching the code takes a second, in which nothing else could be saved.
        try:
            key_by_paper(keys.org, card, open_paper(keys.org, card, read_code(typed)))
        except WrongPassword as problem:
            raise OtherPaper from problem
        with self._desk.begin(Permission.WORK_ON_CASES) as work:
            work.trace("try paper", "compartment", card.obj)

    def grant(self, code: str, uid: UUID, *, seen: str) -> None:
        """Give a compartment to a colleague whose fingerprint `seen` was compared face to face.

        Raises:
            NotFound: no such compartment or account.
            NotGranted: the member of staff does not hold it.
            OtherFingerprint: the keys of the account are no longer those that were compared.
            RootHolderCannot: the colleague manages accounts.
            ChainBroken: the colleague may not receive it.
        """
        with self._desk.begin(Permission.WORK_ON_CASES) as work:
            keys, obj = self._desk.keys, compartment_key(work, code)
            cert = keys.ledger.certs.get(uid)
            if cert is None:
                raise NotFound(code=uid)
            refuse_other_keys(cert.card, seen)
            refuse_root_holder(self._desk, cert.card)
            card, seed = keys.card(obj), keys.compartment(obj)
            new = NewKey(what="compartment", obj=obj, key=seed.seed, kv=card.kv)
            work.sign(obj, "grant", grant_data(keys.org, new, cert.card))
            work.trace("grant compartment", "compartment", obj)

    def let_team_read(self, code: str, *, on: bool) -> None:
        """Say whether every member reads every case of a compartment; each case follows with its next card.

        Raises:
            NotFound: no such compartment.
            NotGranted: the member of staff does not hold it.
        """
        with self._desk.begin(Permission.WORK_ON_CASES) as work:
            card = self._desk.keys.card(compartment_key(work, code))
            work.sign(card.obj, "card", replace(card, team=on).as_json())
            work.trace("set team reading", "compartment", card.obj)
