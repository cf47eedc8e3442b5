"""The guide speaks of every page, in both languages, in print-worthy French, of keys that exist."""

import re

import pytest

from desktop.i18n import LANGUAGES
from desktop.paths import RESOURCES
from desktop.views.guide.chapters import KEY, NAMES, Chapter, chapters
from desktop.views.pages import PAGES
from desktop.views.window.shortcuts import EVERYWHERE, IN_ANY_PROGRAM
from tests.architecture.test_catalogue import slips

LINK = re.compile(r"\]\(([^)]*)\)")
RULE_OF_A_TABLE = re.compile(r"^\|[ |:-]+\|$", re.MULTILINE)
EVERY = [pytest.param(one, id=f"{code}-{one.name}") for code in LANGUAGES for one in chapters(code)]


def keys_of_the_program() -> set[str]:
    of_pages = {keys for page in PAGES for keys, _ in getattr(page.build, "shortcuts", ())}
    return {keys for keys, _ in EVERYWHERE} | of_pages | set(IN_ANY_PROGRAM)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_program_has_its_chapter(language: str) -> None:
    assert {page.name for page in PAGES} <= {one.name for one in chapters(language)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_chapter_lies_unread_in_the_resources(language: str) -> None:
    assert {path.stem for path in (RESOURCES / "guide" / language).iterdir()} == set(NAMES)


@pytest.mark.parametrize("chapter", EVERY)
def test_each_begins_with_its_title_and_says_something(chapter: Chapter) -> None:
    assert chapter.text.startswith(f"# {chapter.title}\n\n")
    assert len(chapter.text.split()) > 60


@pytest.mark.parametrize("chapter", EVERY)
def test_links_lead_to_chapters(chapter: Chapter) -> None:
    assert {link.removesuffix(".md") for link in LINK.findall(chapter.text)} <= set(NAMES)


@pytest.mark.parametrize("chapter", EVERY)
def test_the_keys_it_names_exist(chapter: Chapter) -> None:
    assert set(KEY.findall(chapter.text)) - keys_of_the_program() == set()


@pytest.mark.parametrize("chapter", [pytest.param(one, id=one.name) for one in chapters("fr")])
def test_french_is_set_as_french_is_printed(chapter: Chapter) -> None:
    text = LINK.sub("]", RULE_OF_A_TABLE.sub("", KEY.sub("K", chapter.text)))
    assert [(line, found) for line in text.split("\n") if (found := slips(line))] == []


def test_both_languages_name_the_same_keys_and_chapters() -> None:
    for french, english in zip(chapters("fr"), chapters("en"), strict=True):
        assert set(KEY.findall(french.text)) == set(KEY.findall(english.text)), english.name
        assert set(LINK.findall(french.text)) == set(LINK.findall(english.text)), english.name
