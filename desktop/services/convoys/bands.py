"""A convoy that comes without a list: wristband numbers in a row, and nothing else yet."""

import re

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.models.keys import uuid7
from desktop.spreadsheets.headings import HeadingPlace
from desktop.spreadsheets.sources import Pasted
from desktop.spreadsheets.words import Field

MOST = 400
BANDS_HEADING = HeadingPlace(0, 1)
BANDS_MAPPING = {field.value: "A" if field is Field.WRISTBAND else "" for field in Field}
_NUMBER = re.compile(r"(\S{0,12}?)(\d{1,9})")


class NoNumber(DeskError):
    """Wristbands are counted on from a number."""

    sentence = mark("Write the number of the first wristband, such as 101 or K-101.")


def numbered(first: str, count: int, name: str) -> Pasted:
    """Give a list of `count` wristbands from the number `first` on; `name` is what the convoy is called.

    Raises:
        NoNumber: `first` does not end with a number, or there are too few or too many of them.
    """
    found = _NUMBER.fullmatch("".join(first.split()))
    if found is None or not 1 <= count <= MOST:
        raise NoNumber
    before, digits = found.groups()
    # The same bands are worn again by the next convoy: a mark of its own tells this list from that one.
    stamp = uuid7()
    rows = (f"{before}{int(digits) + place:0{len(digits)}}\t{stamp}" for place in range(count))
    return Pasted("\n".join(("Bracelet\t-", *rows)), name)
