"""Every text of the program is said in French and in English, with French typography."""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog

from desktop.i18n import LANGUAGES
from tests.architecture.catalogue import answers_of, bring_up_to_date, key_of, read_catalogue, used_texts

ASCII_APOSTROPHE = re.compile(r"\w'\w")
BARE_QUOTES = re.compile('«(?!\u00a0)|(?<!\u00a0)»|[“”"]')
BARE_HIGH_MARK = re.compile(r"(?<![\u202f!?])(?<!^)[;!?](?![\w=&])")
BARE_COLON = re.compile(r"(?<!\u00a0):(?![\w/\\])")


def slips(french: str) -> list[str]:
    """Name the rules of French typography that a sentence breaks."""
    words = re.sub(r"\{[^}]*\}", "{}", french)
    rules = {
        "apostrophe": ASCII_APOSTROPHE,
        "quotes": BARE_QUOTES,
        "space before ; ! ?": BARE_HIGH_MARK,
        "space before :": BARE_COLON,
    }
    return [name for name, rule in rules.items() if rule.search(words)]


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def sentences(language: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Give each entry of a catalogue as its sources and its translations."""
    for message in read_catalogue(language):
        if message.id:
            _, text = key_of(message)
            yield (text,) if isinstance(text, str) else text, answers_of(message)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_holds_the_texts_in_use_and_no_other(language: str) -> None:
    kept = {key_of(message) for message in read_catalogue(language) if message.id}
    used = used_texts()
    assert sorted(map(str, used - kept)) == []
    assert sorted(map(str, kept - used)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    assert [source for source, answers in sentences(language) if not all(answers)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_name_the_same_values(language: str) -> None:
    wrong = [
        (source, answer)
        for source, answers in sentences(language)
        for answer in answers
        if names_in(answer) != set().union(*map(names_in, source))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_counts_has_a_singular_and_a_plural(language: str) -> None:
    assert [source for source, answers in sentences(language) if len(source) != len(answers)] == []


def test_english_says_what_the_sources_say() -> None:
    assert [source for source, answers in sentences("en") if source != answers] == []


def test_french_is_set_as_french_is_printed() -> None:
    wrong = [(answer, slips(answer)) for _, answers in sentences("fr") for answer in answers if slips(answer)]
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    ["l'eau", "« eau »", "“eau”", "Venez!", "Venez !", "Venez\u00a0?", "Reste ; pars", "Lieu : Bamako", "Lieu: {}"],
)
def test_the_lint_sees_each_slip(text: str) -> None:
    assert slips(text) != []


@pytest.mark.parametrize(
    "text", ["l’eau", "«\u00a0eau\u00a0»", "Venez\u202f!", "Lieu\u00a0: {place}", "à 14:05", "https://example.org"]
)
def test_the_lint_leaves_good_french_alone(text: str) -> None:
    assert slips(text) == []


def test_a_new_text_enters_and_a_stale_one_leaves(tmp_path: Path) -> None:
    (tmp_path / "room.py").write_text('tr("Come in")\ntrn("{n} bed", "{n} beds", 2)\ntrc("door", "Open")\n', "utf-8")
    used = used_texts(tmp_path)
    assert used == {(None, "Come in"), (None, ("{n} bed", "{n} beds")), ("door", "Open")}
    catalogue = Catalog(locale="fr")
    catalogue.add("Go away", "Partez")
    catalogue.add("Come in", "Entrez")
    bring_up_to_date(catalogue, used, speaks_source=False)
    assert {key_of(message) for message in catalogue if message.id} == used
    assert catalogue["Come in"].string == "Entrez"
    assert not answers_of(catalogue["{n} bed"])[0]
