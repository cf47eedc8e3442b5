"""Why a list cannot be read, each reason with a sentence of its own."""

from desktop.errors import DeskError
from desktop.i18n import mark


class NoSuchList(DeskError):
    """There is no file at this place."""

    sentence = mark("There is no file “{file}”.")


class UnreadableList(DeskError):
    """The system does not let the file be read."""

    sentence = mark("The file “{file}” cannot be read: check the drive it is on and the rights to it.")


class EmptyList(DeskError):
    """The file holds nothing."""

    sentence = mark("The file “{file}” is empty: there is nobody in it.")


class PictureNotList(DeskError):
    """A picture or a scan was given for a list, whatever its name ends with."""

    sentence = mark("“{file}” is a picture or a scan, not a list. Ask the sender for the spreadsheet itself.")


class UnknownKind(DeskError):
    """The content is of no kind that can be read as a list."""

    sentence = mark("“{file}” is not a list Jatigi can read. Save it as XLSX, ODS or CSV and try again.")


class BinaryText(DeskError):
    """A text list holds bytes that no text holds."""

    sentence = mark(
        "“{file}” is not a plain list: it contains unreadable characters. Save it as XLSX, ODS or CSV again."
    )


class DamagedList(DeskError):
    """The file begins like a spreadsheet but cannot be read to its end."""

    sentence = mark("The spreadsheet “{file}” is damaged. Ask the sender for it again.")


class LockedList(DeskError):
    """The spreadsheet asks for a password."""

    sentence = mark("The spreadsheet “{file}” is protected by a password. Save it without one and try again.")


class OversizedList(DeskError):
    """Opened, the file would fill the memory: a zip bomb or no list of people."""

    sentence = mark("“{file}” would be far too large once opened. It is not a list of people; nothing was read.")


class TooManyRows(DeskError):
    """The list has more rows than a convoy can have."""

    sentence = mark("“{file}” has more than {limit} rows. A convoy list is shorter: cut it into parts.")


class NoHeading(DeskError):
    """No row names the columns."""

    sentence = mark(
        "No heading row was found in “{file}”: one row must name the columns, for example Nom, Prénom, Sexe, Âge."
    )


class NobodyListed(DeskError):
    """There is a heading row, but nobody under it."""

    sentence = mark("There is nobody under the headings of “{file}”.")


class NobodyNamed(DeskError):
    """No column names the people of the list."""

    sentence = mark("Say which column holds the names, or the wristband numbers: without one nobody can be read.")


class BadMapping(DeskError):
    """A correction of the headings names a field or a column that does not exist."""

    sentence = mark("“{name}” in the column settings is neither a known field nor a column of this list.")


class UnreadableMapping(DeskError):
    """The file with the correction of the headings cannot be understood."""

    sentence = mark("The column settings “{file}” cannot be read: they must be a JSON object, field by field.")
