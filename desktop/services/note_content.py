"""What somebody writes in a case, and how it stands inside a seal."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteContent:
    """A note: free text, or the sections of its form (`kind` soap, dap or birp) as code and text in their order."""

    kind: str
    title: str
    text: str
    sections: tuple[tuple[str, str], ...] = ()

    @property
    def is_blank(self) -> bool:
        """Say whether nothing is written yet."""
        return not "".join((self.title, self.text, *(text for _, text in self.sections))).strip()


def write_content(content: NoteContent) -> dict[str, Any]:
    """Give what is sealed."""
    return asdict(content)


def read_content(inside: Mapping[str, Any]) -> NoteContent:
    """Read what was sealed, whoever sealed it: what makes no sense is left out."""
    sections = inside.get("sections")
    pairs = sections if isinstance(sections, list) else []
    return NoteContent(
        kind=str(inside.get("kind", "")),
        title=str(inside.get("title", "")),
        text=str(inside.get("text", "")),
        sections=tuple((str(pair[0]), str(pair[1])) for pair in pairs if isinstance(pair, list) and len(pair) == 2),
    )
