"""One line of the benchmark: what was measured beside what, and whether its limit is kept."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter

Doing = Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A measured act; `baseline` is what stands beside it, in the unit that `beside` names."""

    act: str
    value: float
    unit: str
    limit: float
    baseline: float
    beside: str

    @property
    def kept(self) -> bool:
        """Say whether the limit is kept."""
        return self.value <= self.limit


@dataclass(frozen=True, slots=True)
class Pair:
    """Milliseconds of an act and of its baseline, taken in turns."""

    act: Sequence[float]
    baseline: Sequence[float]

    def ratio(self, name: str, limit: float, beside: str) -> Figure:
        """Compare the medians."""
        own, base = statistics.median(self.act), statistics.median(self.baseline)
        value, beside = round(own / base, 2), f"ms, {beside}"
        return Figure(act=name, value=value, unit="times", limit=limit, baseline=round(base, 3), beside=beside)

    def slowest(self, name: str, limit_ms: float, beside: str) -> Figure:
        """Give the 95th percentile of the act."""
        base = round(ninety_fifth(self.baseline), 3)
        value = round(ninety_fifth(self.act), 2)
        return Figure(act=name, value=value, unit="ms, p95", limit=limit_ms, baseline=base, beside=f"ms p95, {beside}")

    def seconds(self, name: str, limit_s: float, beside: str) -> Figure:
        """Give the median of the act in seconds."""
        value, base = (round(statistics.median(one) / 1000, 3) for one in (self.act, self.baseline))
        return Figure(act=name, value=value, unit="s", limit=limit_s, baseline=base, beside=f"s, {beside}")


def ninety_fifth(times: Sequence[float]) -> float:
    """Give the time that nineteen in twenty keep."""
    return sorted(times)[min(len(times) - 1, len(times) * 95 // 100)]


def in_turns(acts: Sequence[Doing], baselines: Sequence[Doing], *, again: int = 1) -> Pair:
    """Time each act beside its baseline, the order changing; `again` makes the act slow by doing it so many times."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn, (act, baseline) in enumerate(zip(acts, baselines, strict=True)):
        both = [(times[0], act, again), (times[1], baseline, 1)]
        for into, do, repeats in both if turn % 2 else reversed(both):
            start = perf_counter()
            for _ in range(repeats):
                do()
            into.append((perf_counter() - start) * 1000)
    return Pair(*times)
