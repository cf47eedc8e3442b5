"""The rule for passwords: long enough, and not among what a guesser tries first."""

import subprocess
import sys

import pytest

from desktop.services.accounts import AccountsService
from desktop.services.passwords import EasyPassword, WeakPassword, refuse_weak
from desktop.services.way_back import come_back
from tests.centres import PASSWORD, TestCentre

KNOWN = ("fanta", "Fanta Coulibaly Traoré", "Centre de Faladié")


@pytest.mark.parametrize("typed", ["", "chameau", "x4!kP9#zQ"])
def test_nine_characters_are_too_few_whatever_they_are(typed: str) -> None:
    with pytest.raises(WeakPassword) as refused:
        refuse_weak(typed)
    assert "10" in refused.value.explain()


@pytest.mark.parametrize(
    "typed",
    ["aaaaaaaaaa", "1234567890", "azertyuiop", "motdepasse1", "bonjourbonjour", "Jatigi2026", "Faladié2026",
     "faladie2026", "coulibaly2026", "FANTA-COULIBALY-TRAORE", "ａａａａａａａａａａ"],
)  # fmt: skip
def test_what_a_guesser_tries_first_is_refused(typed: str) -> None:
    with pytest.raises(EasyPassword):
        refuse_weak(typed, KNOWN)


@pytest.mark.parametrize("typed", ["chameau lune cinq", "quatre mots a retenir", "kàdɔ ɲɛ ŋɔmɛ", PASSWORD])
def test_several_words_are_taken_as_they_are(typed: str) -> None:
    refuse_weak(typed, KNOWN)


def test_a_name_is_weak_only_for_whoever_bears_it() -> None:
    refuse_weak("zoumana-sanogo")
    with pytest.raises(EasyPassword):
        refuse_weak("zoumana-sanogo", ["Zoumana Sanogo"])


def test_only_the_beginning_of_a_long_one_is_weighed() -> None:
    refuse_weak("chameau lune cinq fleuves" * 10_000)
    with pytest.raises(EasyPassword):
        refuse_weak("a" * 100_000)


def test_ones_own_new_password_and_that_of_the_paper_obey_it(centre: TestCentre) -> None:
    vault = centre.open("mariam")
    with pytest.raises(EasyPassword):
        AccountsService(vault.desk, vault.headers).change_password(PASSWORD, "mariam-2026")
    vault.close()
    with pytest.raises(EasyPassword):
        come_back(centre.folder, " ".join(centre.paper), "awa", "aaaaaaaaaa")
    for login in ("awa", "mariam"):
        centre.open(login).close()


def test_its_lists_of_words_are_loaded_only_when_a_password_is_chosen() -> None:
    code = "import sys, desktop.services.accounts; sys.exit('zxcvbn' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
