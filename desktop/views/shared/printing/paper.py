"""A paper that can be shown, printed and saved; what it says stays in memory."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

Make = Callable[[BinaryIO], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What a paper is called and how it is made; `make` notes it in the journal before it writes.

    `title` stands in windows and print queues: it names no need. `make_duplicate` is given where a reprint may say
    that it is one. `on_paper_only` holds for what shall never lie in a file. A draft has `settle`, which writes it down
    and gives the paper that may leave; the draft itself is only looked at.
    """

    title: str
    file_name: str
    make: Make
    make_duplicate: Make | None = None
    on_paper_only: bool = False
    settle: "Callable[[], Paper] | None" = None

    def content(self, *, duplicate: bool = False) -> bytes:
        """Make the paper in memory.

        Raises:
            DeskError: it may not be made; the sentence says why.
        """
        made = BytesIO()
        (self.make_duplicate if duplicate and self.make_duplicate else self.make)(made)
        return made.getvalue()
