"""What the vault answers when a key, a seal or a signature does not fit."""

from desktop.errors import DeskError
from desktop.i18n import mark


class WrongPassword(DeskError):
    """The account or its password is wrong; which of the two is not said."""

    sentence = mark("This name and password do not open the vault.")


class DamagedHeader(DeskError):
    """The key file cannot be understood, nor its copy."""

    sentence = mark("The vault's key file is damaged. Restore the last backup.")


class NewerFormat(DeskError):
    """The keys were written by a later program."""

    sentence = mark("This vault was written by a newer version of the program. Install that version.")


class ChainBroken(DeskError):
    """A signed record does not follow from those before it."""

    sentence = mark("A key record is not genuine ({reason}). Tell whoever looks after the vault.")


class SealBroken(DeskError):
    """A sealed text was altered or moved, or its key is not the right one."""

    sentence = mark("This sealed text does not open: it was altered or belongs elsewhere.")


class NotGranted(DeskError):
    """The person who is signed in does not hold this key."""

    sentence = mark("Nothing was found under this reference.")


class WrongPaper(DeskError):
    """A recovery code was mistyped; the group that is wrong is named."""

    sentence = mark("Group {group} of the recovery code is mistyped.")


class TooLong(DeskError):
    """What is to be sealed or signed would be longer than any program may read."""

    sentence = mark("This is too long to be sealed in one piece. Divide it.")


class TooManyDrops(DeskError):
    """Somebody dropped in as many worries as a day takes."""

    sentence = mark("You have dropped in {limit} worries today. Go and see whoever holds this compartment.")


class NotTypedBack(DeskError):
    """A recovery paper counts only once it was printed and read."""

    sentence = mark("Type the two groups of the recovery paper back from the print first.")


class TooManySlots(DeskError):
    """The key file has no room for another account."""

    sentence = mark("This vault has as many accounts as it can hold ({limit}).")


class ForeignRequest(DeskError):
    """An account request was altered, or made for another organisation."""

    sentence = mark("This request was altered on its way, or was made for another organisation. Make a new one.")
