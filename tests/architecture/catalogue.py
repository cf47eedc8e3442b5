"""Keeping the French and English catalogues in step with the texts the program shows.

`python -m tests.architecture.catalogue` adds new texts, drops stale ones and lists what lacks French.
"""

import io
import sys
from pathlib import Path
from typing import Any, cast

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from desktop.i18n import LANGUAGES
from desktop.paths import TRANSLATIONS

PROGRAM = Path(__file__).parents[2] / "desktop"
KEYWORDS: dict[str, Any] = {"tr": None, "mark": None, "trn": (1, 2), "trc": ((1, "c"), 2)}

Text = str | tuple[str, ...]
Key = tuple[str | None, Text]  # context, sentence (singular and plural when it counts something)


def used_texts(program: Path = PROGRAM) -> set[Key]:
    """Give every text that the sources under `program` hand to a translating function."""
    found: set[Key] = set()
    for source in sorted(program.rglob("*.py")):
        for _, text, _, context in extract_from_file("python", source, keywords=KEYWORDS):
            found.add((context, text))
    return found


def catalogue_path(language: str) -> Path:
    """Say where the catalogue of `language` lies."""
    return TRANSLATIONS / language / "LC_MESSAGES" / "jatigi.po"


def read_catalogue(language: str) -> Catalog:
    """Read the catalogue of `language`."""
    with catalogue_path(language).open("rb") as file:
        return read_po(file, locale=language)


def key_of(message: Message) -> Key:
    """Give the text of a catalogue's entry as the sources spell it."""
    return message.context, tuple(message.id) if isinstance(message.id, list | tuple) else message.id


def answers_of(message: Message) -> tuple[str, ...]:
    """Give an entry's translations: one, or one for each plural form; an empty one is missing."""
    said = message.string if isinstance(message.string, list | tuple) else (message.string,)
    return tuple(answer or "" for answer in said)


def bring_up_to_date(catalogue: Catalog, used: set[Key], *, speaks_source: bool) -> None:
    """Give `catalogue` exactly the texts in `used`, keeping the translations it has."""
    kept = {key_of(message): message for message in catalogue if message.id}
    for context, text in kept.keys() - used:
        catalogue.delete(text if isinstance(text, str) else text[0], context)
    for context, text in used - kept.keys():
        catalogue.add(cast("Any", text), cast("Any", text) if speaks_source else None, context=context)


def save(catalogue: Catalog, path: Path) -> None:
    """Write the catalogue in a stable order, and beside it the form the program reads."""
    sources, compiled = io.BytesIO(), io.BytesIO()
    write_po(sources, catalogue, width=110, no_location=True, sort_output=True)
    write_mo(compiled, catalogue)
    path.write_bytes(sources.getvalue())
    path.with_suffix(".mo").write_bytes(compiled.getvalue())


def main() -> int:
    """Refresh every catalogue; 1 when French is missing somewhere."""
    used = used_texts()
    for language in LANGUAGES:
        catalogue = read_catalogue(language)
        bring_up_to_date(catalogue, used, speaks_source=language == "en")
        save(catalogue, catalogue_path(language))
    lacking = [message for message in read_catalogue("fr") if message.id and not all(answers_of(message))]
    for message in lacking:
        sys.stdout.write(f"{message.id!r}\n")
    return int(bool(lacking))


if __name__ == "__main__":
    sys.exit(main())
