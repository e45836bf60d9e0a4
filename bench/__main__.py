"""`make bench`: prints what maverick-lint costs, beside its budgets and its peers; exits with 1 over a budget.

Words on the command line name the races to run; none of them, all.

The budgets (docs/adr/0005) hold for a machine on which a bare Python start takes 10 ms of CPU; on a slower one they
grow with that start.
"""

from __future__ import annotations

import sys

from bench.clean import CLEAN
from bench.environment import HOME, ours, peers
from bench.kinds import RACES
from bench.measure import Cost, cost
from bench.race import Race
from bench.workload import corpus, mixed, single

REFERENCE = 0.010
# Two runs of one command differ by as much where other work shares the machine; only what is beyond it fails.
NOISE = 1.5
MEMORY = 100


def main() -> int:
    """Measure, print, and return the exit status."""
    HOME.mkdir(parents=True, exist_ok=True)
    bin_folder = ours()
    tool = str(bin_folder / "maverick-lint")
    bare = cost([[str(bin_folder / "python"), "-I", "-c", "pass"]], HOME, 7)
    scale = max(1.0, bare.cpu / REFERENCE)
    print(f"A bare Python start: {bare.cpu * 1000:.0f} ms; budgets count {scale:.1f} times.")
    over = [_print_row("--version", cost([[tool, "--version"]], HOME, 7), 0.060, scale)]
    for name, text in CLEAN.items():
        spent = cost([[tool, name]], single(name, text), 5)
        over.append(_print_row(f"one clean file, {name}", spent, 0.100, scale))
    for count, budget in ((200, 0.6), (1300, 2.5)):
        over.append(_print_row(f"{count:,} files of mixed kinds", cost([[tool]], mixed(count)), budget, scale))
    over += [_race(tool, race, scale) for race in RACES if not sys.argv[1:] or race.name in sys.argv[1:]]
    if corpus() is None:
        print("CORPUS is not set: the files are copies of examples/, not those of real repositories.")
    return int(any(over))


def _print_row(name: str, spent: Cost, budget: float, scale: float) -> bool:
    times = max(spent.cpu / (budget * scale), spent.memory / MEMORY)
    over = times > NOISE
    state = "OVER BUDGET" if over else "ok" if times <= 1 else "at the edge"
    print(f"{name:<50} {spent.cpu * 1000:>7.0f} ms of {budget * scale * 1000:>5.0f}  {spent.memory:>5.0f} MB  {state}")
    return over


def _race(tool: str, race: Race, scale: float) -> bool:
    folder, paths = race.files()
    if not paths:
        print(f"{race.name}: CORPUS is not set")
        return False
    mine = cost([[tool, *race.words, *paths]], folder)
    over = _print_row(f"{race.name} ({len(paths)})", mine, race.budget, scale)
    for rival in race.rivals:
        home = peers([(rival.package, rival.registry)]).get(rival.package)
        if home is not None:
            command = [str(home / rival.program), *rival.words]
            theirs = cost([[*command, path] for path in paths] if rival.one_by_one else [[*command, *paths]], folder, 1)
            print(f"    {rival.package:<46} {theirs.cpu * 1000:>7.0f} ms: {theirs.cpu / mine.cpu:.1f} times ours")
    return over


if __name__ == "__main__":
    sys.exit(main())
