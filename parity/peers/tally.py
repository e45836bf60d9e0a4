"""tally: Dockerfiles. It has rules of its own, hadolint's written anew, and BuildKit's, whose code it holds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from parity.peer import Peer, Verdict, output

# Every rule is on, as ours are; those that ask a registry are left out.
COMMAND = ("lint", "--no-config", "--select", "*", "--slow-checks", "off", "--format", "json")
BATCH = 40


def run(home: Path, folder: Path, paths: Sequence[str]) -> Iterable[Verdict]:
    """Return what all its rules say but ShellCheck's.

    One file that it cannot read ends a run, so a batch that fails is halved.
    """
    waiting = [list(paths[number : number + BATCH]) for number in range(0, len(paths), BATCH)]
    while waiting:
        batch = waiting.pop()
        answer = output([str(home / "tally"), *COMMAND, *batch], folder)
        if answer.startswith("{"):
            yield from _verdicts(answer)
        elif len(batch) > 1:
            waiting += [batch[: len(batch) // 2], batch[len(batch) // 2 :]]
        else:
            yield Verdict(batch[0], 1, "refused")


def _verdicts(answer: str) -> Iterable[Verdict]:
    report, _ = json.JSONDecoder().raw_decode(answer)
    for file in report["files"]:
        for found in file["violations"]:
            if found["rule"].startswith("shellcheck/"):
                continue  # ShellCheck's own words, which we have through ShellCheck
            line = max(found["location"]["start"]["line"], 0)  # what it says of a file as a whole has none
            yield Verdict(file["file"], line, found["rule"], found["message"])


PEER = Peer("tally", "dockerfile", "tally-cli", ("dockerfile",), run, "refused", apart=True)
