"""A small organisation made from fixed seeds, its chains signed link by link."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from desktop.vault.case_cards import Whose, cover, new_case, next_card
from desktop.vault.cases import CaseKeys
from desktop.vault.certificates import cert_data
from desktop.vault.identity import Identity
from desktop.vault.keyring import Keyring
from desktop.vault.ledger import Ledger
from desktop.vault.records import Record, sign_record
from desktop.vault.writing import NewKey, card_data, link_back

ORG, VAULT, ROOM, OTHER_ROOM, CASE = (UUID(int=n) for n in range(1, 6))
AT = "2026-11-24T08:00:00+00:00"
DAY = date(2026, 11, 24)
NAMES = ("root", "admin", "founder", "member", "cover", "outsider", "room", "second", "room 2")


def seeded(number: int) -> Identity:
    """Give the identity of a fixed seed."""
    return Identity(bytes([number]) * 32)


WHO = {name: seeded(number) for number, name in enumerate(NAMES, start=1)}
UIDS = {name: UUID(int=100 + number) for number, name in enumerate(NAMES, start=1)}


@dataclass
class Organisation:
    """The records written so far and what they say."""

    records: list[Record] = field(default_factory=list)
    ledger: Ledger = field(default_factory=lambda: Ledger(ORG, WHO["root"].card.e))

    def signed(self, by: Identity, obj: UUID, kind: str, data: dict[str, Any]) -> Record:
        """Sign the next link without adding it."""
        return sign_record(by, ORG, obj, self.ledger.last(obj), kind, AT, data)

    def add(self, record: Record) -> Record:
        """Add a link; the ledger refuses it when it may not stand."""
        self.ledger.apply(record)
        self.records.append(record)
        return record

    def certify(self, name: str, state: str = "active", **more: Any) -> Record:
        """Let the root certify one of the fixed identities."""
        said: dict[str, Any] = {"roles": ["social work"], "sites": [], "founds": []} | more
        data = cert_data(UIDS[name], "user", WHO[name].card, state=state, **said)
        return self.add(self.signed(WHO["root"], UIDS[name], "cert", data))

    def found(self, room: UUID = ROOM, key: str = "room", to: tuple[str, ...] = ("founder", "member")) -> Record:
        """Let the founder make a compartment."""
        new = NewKey(what="compartment", obj=room, key=WHO[key].seed, public=WHO[key].card)
        data = card_data(ORG, new, [(WHO[name].card, None, None) for name in to])
        return self.add(self.signed(WHO["founder"], room, "card", data))

    def ring(self, name: str, today: date = DAY) -> Keyring:
        """Sit somebody down on a day."""
        return Keyring(UIDS[name], WHO[name], self.ledger, lambda: today)

    def cases(self, name: str, today: date = DAY) -> CaseKeys:
        """Give somebody's cases on a day."""
        return CaseKeys(self.ring(name, today))

    def open_case(self, owner: str = "founder", case: UUID = CASE, room: UUID = ROOM, supervisor: str = "") -> Record:
        """Let somebody open a case of their own."""
        over = WHO[supervisor].kid if supervisor else b""
        data = new_case(self.ring(owner), case, room, Whose(UUID(int=77), "P-1", "Awa"), over)
        return self.add(self.signed(WHO[owner], case, "card", data))

    def cover(self, by: str, to: str, first: date, last: date, case: UUID = CASE) -> Record:
        """Let somebody lend a case."""
        return self.add(self.signed(WHO[by], case, "grant", cover(self.ring(by), case, WHO[to].kid, first, last)))

    def renew(self, by: str = "founder", today: date = DAY, case: UUID = CASE, **named: bytes) -> Record:
        """Let somebody write the next card of a case."""
        return self.add(self.signed(WHO[by], case, "card", next_card(self.ring(by, today), case, **named)))

    def change_room(self, by: str = "founder", **changes: Any) -> Record:
        """Let a member write the compartment's card again, with the same key."""
        card = self.ring(by).card(ROOM)
        return self.add(self.signed(WHO[by], ROOM, "card", replace(card, **changes).as_json()))

    def renew_room(self, to: tuple[str, ...], by: str = "founder", key: str = "room 2") -> Record:
        """Let a member give the compartment a new seed."""
        card, new = self.ring(by).card(ROOM), WHO[key]
        old = self.ring(by).compartment(ROOM).seed
        fresh = NewKey(
            what="compartment",
            obj=ROOM,
            key=new.seed,
            kv=card.kv + 1,
            public=new.card,
            paper=card.paper_slot,
            back=link_back(ORG, ROOM, old, card.kv, new.seed),
        )
        data = card_data(ORG, fresh, [(WHO[name].card, None, None) for name in to])
        return self.add(self.signed(WHO[by], ROOM, "card", data))


def small_organisation() -> Organisation:
    """Give a root held by an administrator, five certified people, and a compartment of three with one case."""
    made = Organisation()
    root = NewKey(what="root", obj=ORG, key=WHO["root"].seed, public=WHO["root"].card)
    data = card_data(ORG, root, [(WHO["admin"].card, None, None)])
    made.add(made.signed(WHO["root"], ORG, "card", data))
    for name in ("admin", "founder", "member", "cover", "outsider"):
        made.certify(name, founds=[ROOM, OTHER_ROOM] if name == "founder" else [])
    made.found(to=("founder", "member", "cover"))
    made.open_case()
    return made
