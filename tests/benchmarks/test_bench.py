"""The benchmark on a tiny centre: a line that should turn red does, and each says what it stands beside."""

import json
from pathlib import Path

import pytest

from desktop.rights import Permission
from tests.benchmarks.acts import ACTS
from tests.benchmarks.data import Size, fresh_copy, with_every_role
from tests.benchmarks.figures import Figure, Pair, in_turns
from tests.benchmarks.run import main

TINY = ["--people", "300", "--marks", "800"]


def _report(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, dict[str, object]]]:
    code = main([*TINY, "--json", *arguments])
    return code, json.loads(capsys.readouterr().out)


@pytest.mark.slow
@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_every_line_says_its_baseline_its_data_and_its_disk(capsys: pytest.CaptureFixture[str]) -> None:
    code, report = _report(capsys, *ACTS)
    assert len(report) >= len(ACTS)
    for act, line in report.items():
        assert {"value", "unit", "limit", "baseline", "kept"} <= set(line), act
        assert isinstance(line["baseline"], float), act
        assert line["data"] == "300 people, 800 marks"
        assert line["disk"]
    assert code == (0 if all(line["kept"] for line in report.values()) else 1)


@pytest.mark.slow
@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
@pytest.mark.parametrize("act", ["search", "letter", "grid"])
def test_an_act_made_slow_turns_its_line_red(act: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, report = _report(capsys, act, "--slow", act)
    assert [line["kept"] for line in report.values()] == [False]
    assert code == 1


def test_a_limit_is_kept_up_to_itself_and_no_further() -> None:
    pair = Pair([3.0, 3.0, 3.0], [2.0, 2.0, 2.0])
    assert pair.ratio("act", 1.5, "").kept
    assert not pair.ratio("act", 1.49, "").kept
    assert pair.slowest("act", 3, "").value == 3
    assert not Pair([1.0] * 18 + [9.0] * 2, [1.0] * 20).slowest("act", 5, "").kept


def test_acts_and_baselines_take_turns() -> None:
    done: list[str] = []
    pair = in_turns([lambda: done.append("act")] * 4, [lambda: done.append("base")] * 4, again=2)
    assert done == ["base", "act", "act", "act", "act", "base"] * 2
    assert len(pair.act) == len(pair.baseline) == 4


def test_a_wrong_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([*TINY, "no-such-act"])
    assert stopped.value.code == 2
    assert "no-such-act" in capsys.readouterr().err


def test_the_table_for_people_says_what_is_not_kept(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    red = Figure(act="walk", value=2, unit="s", limit=1, baseline=0.5, beside="s, a run")
    monkeypatch.setitem(ACTS, "letter", lambda _: [red])
    assert main([*TINY, "letter"]) == 1
    assert "walk: 2 s (limit 1) NOT KEPT" in capsys.readouterr().out


def test_each_run_changes_a_copy_of_its_own(tmp_path: Path) -> None:
    size = Size(300, 800)
    first, second = (fresh_copy(size, tmp_path / name) for name in ("one", "two"))
    before = second.database.read_bytes()
    vault = first.open()
    with with_every_role(vault).begin(Permission.MANAGE_CENTRE) as work:
        work.trace("touch")
    vault.close()
    assert first.database.read_bytes() != before
    assert second.database.read_bytes() == before == fresh_copy(size, tmp_path / "three").database.read_bytes()
