"""The fields of an account: login, name, roles, sites, compartments to bring into being."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import mark, tr
from desktop.rights import ROLE_WORDS, Permission, Role, allowed
from desktop.services.account_lines import AccountLine
from desktop.services.centre_setup import SiteLine
from desktop.services.compartments import UnbornCompartment
from desktop.views.administration.ticks import Ticks
from desktop.views.shared.field import Field


class NothingTyped(DeskError):
    """A field that an account cannot do without is empty."""

    sentence = mark("Type something here.")


class NoRole(DeskError):
    """Without a role an account opens nothing."""

    sentence = mark("Choose at least one role.")


@dataclass(frozen=True, slots=True)
class Given:
    """What an account is given; no site means all of them."""

    roles: list[Role]
    sites: list[UUID]
    founds: list[UUID]


class AccountFields(QWidget):
    """The form itself; it knows what is missing, and nothing of keys."""

    def __init__(
        self, sites: Sequence[SiteLine], unborn: Sequence[UnbornCompartment], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.login, self.name = QLineEdit(self), QLineEdit(self)
        self.login_field = Field(
            tr("L&ogin"), self.login, help_words=tr("Short, without spaces: what the person types to sign in."),
            check=_required, parent=self,
        )  # fmt: skip
        self.name_field = Field(tr("Na&me"), self.name, check=_required, parent=self)
        self.roles = Ticks(tr("Roles"), {role: tr(ROLE_WORDS[role]) for role in Role}, parent=self)
        help_words = tr("None ticked: all sites.")
        self.sites = Ticks(tr("Sites"), {site.id: site.name for site in sites}, help_words, self)
        first = tr("The first holder alone makes the keys and prints the paper. Who manages accounts never sees them.")
        self.founds = Ticks(tr("First holder of"), {one.id: one.label for one in unborn}, first, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(12)
        for widget in (self.login_field, self.name_field, self.roles, self.sites, self.founds):
            column.addWidget(widget)
        column.addStretch()
        self.roles.changed.connect(self._offer_founding)

    def show_account(self, line: AccountLine | None) -> None:
        """Show what an account has; None empties the fields for a new one."""
        self.login.setText(line.login if line else "")
        self.name.setText(line.name if line else "")
        for field in (self.login_field, self.name_field):
            field.setVisible(line is None)
            field.clear_refusal()
        self.roles.tick(line.roles if line else ())
        self.sites.tick(line.sites if line else ())
        self.founds.tick(line.founds if line else ())
        self.setFocusProxy(self.login if line is None else self.roles)
        self._offer_founding()

    def are_right(self) -> bool:
        """Check what was typed and ticked, say what is missing, and go there."""
        typed = [field for field in (self.login_field, self.name_field) if not field.is_right()]
        self.roles.refuse(None if self.roles.ticked() else NoRole())
        wrong: list[QWidget] = [*typed, *([] if self.roles.ticked() else [self.roles])]
        if wrong:
            wrong[0].setFocus()
        return not wrong

    def given(self) -> Given:
        """Give what is ticked."""
        founds = [] if self.founds.isHidden() else self.founds.ticked()
        return Given(self.roles.ticked(), self.sites.ticked(), founds)

    @Slot()
    def _offer_founding(self) -> None:
        """Offer compartments to those who work in them, never to those who manage accounts."""
        roles = frozenset(self.roles.ticked())
        works = allowed(roles, Permission.WORK_ON_CASES) and not allowed(roles, Permission.MANAGE_ACCOUNTS)
        self.founds.setVisible(works and self.founds.offers_something())


def _required(text: str) -> None:
    """Refuse nothing typed.

    Raises:
        NothingTyped: it is empty.
    """
    if not text.strip():
        raise NothingTyped
