"""Wrong use of a command is said in French, as everything else is."""

import subprocess
import sys

import pytest

ENGLISH = ("usage: ", "error:", "required", "choose from", "unrecognized", "expected", "show ", "argument ", "allowed")
IN_VAULT = ("--vault", "x", "--user", "y")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("mark",), "il manque\u00a0: --vault, --user, SESSION, PERSON, STATUS"),
        (("nonsense",), "TÂCHE\u00a0: 'nonsense' n’existe pas"),
        (("people", "--search"), "--search\u00a0: il manque une valeur"),
        (("people", "--search", "a", *IN_VAULT, "--bogus"), "arguments inconnus\u00a0: --bogus"),
        (("rights", *IN_VAULT, "--pdf=x", "--pd=y", "-hx"), "-h/--help\u00a0: cette option ne prend pas de valeur"),
        (("sign-in-sheet", *IN_VAULT, "--pdf", "z"), "il faut l’un de ceux-ci\u00a0: SESSION --week"),
        (
            ("sign-in-sheet", *IN_VAULT, "--pdf", "z", "S", "--week", "2026-01-05"),
            "--week\u00a0: ne va pas avec SESSION",
        ),
    ],
)
def test_wrong_use_is_said_in_french(words: tuple[str, ...], said: str) -> None:
    code, _, err = _run(*words)
    assert code == 2
    assert "erreur" in err
    assert said in err
    assert [one for one in ENGLISH if one in err] == []


@pytest.mark.parametrize("words", [("--help",), ("mark", "--help"), ("sign-in-sheet", "-h")])
def test_the_help_is_french_to_its_last_word(words: tuple[str, ...]) -> None:
    code, out, err = _run(*words)
    assert (code, err) == (0, "")
    assert "afficher cette aide" in out
    assert [one for one in ENGLISH if one in out] == []


def _run(*words: str) -> tuple[int, str, str]:
    """Run the command line in a process of its own, as a terminal does."""
    done = subprocess.run([sys.executable, "-m", "desktop", *words], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr
