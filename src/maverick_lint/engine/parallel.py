"""Judges the files of a large project in several processes; the result is the same as in one."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor, as_completed
from typing import TYPE_CHECKING

from maverick_lint.engine.held import MANY_FILES
from maverick_lint.engine.judge import Judge, Judged

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maverick_lint.core.facts.repository import PathFact

_SHARE = 200


def processes_for(jobs: int, files: int) -> int:
    """Return how many processes judge so many files: what the user asked for, else one a core for large projects."""
    if jobs:
        return jobs
    return 1 if files < MANY_FILES else min(multiprocessing.cpu_count(), 8)


def judge_in_processes(
    judge: Judge, entries: Sequence[PathFact], jobs: int, progress: Callable[[int, int], None] | None
) -> Judged:
    """Return what the processes judged, in the order of the files."""
    shares = [entries[start : start + _SHARE] for start in range(0, len(entries), _SHARE)]
    paths = {entry.path: entry.path for entry in entries}
    kinds: dict[tuple[str, str], tuple[str, str]] = {}
    waiting: dict[int, Judged] = {}
    total = Judged()
    done = joined = 0
    with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(judge,)) as pool:
        futures = {pool.submit(_judge_share, share): number for number, share in enumerate(shares)}
        for future in as_completed(futures.copy()):
            number = futures.pop(future)
            waiting[number] = judged = future.result()
            # the texts that stay are those of this process: others, here and there in memory, would hold all of it
            judged.guesses = {paths[path]: kinds.setdefault(guess, guess) for path, guess in judged.guesses.items()}
            while joined in waiting:  # in the order of the files, and none is held longer than it must be
                total.add(waiting.pop(joined))
                joined += 1
            done += len(shares[number])
            if progress is not None:
                progress(done, len(entries))
    return total


# What a process judges with, for all of its shares: what it has learned of the repository once is not learned again.
_judges: list[Judge] = []


def _begin(judge: Judge) -> None:
    _judges[:] = [judge]


def _judge_share(share: Sequence[PathFact]) -> Judged:
    judge = _judges[0]
    judge.result = Judged()
    for entry in share:
        judge.judge(entry)
    return judge.result
