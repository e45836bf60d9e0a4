"""Prints the base commit of the pull request that started this run; nothing for other events."""

import json
import os
from pathlib import Path


def base() -> str:
    """Return the commit that GITHUB_EVENT_PATH names as the pull request's base, "" when it names none."""
    path = os.environ.get("GITHUB_EVENT_PATH", "")
    if not path or not Path(path).is_file():
        return ""
    event = json.loads(Path(path).read_text(encoding="utf-8"))
    request = event.get("pull_request") or {}
    return str((request.get("base") or {}).get("sha") or "")


if __name__ == "__main__":
    print(base())  # noqa: T201 - printing is what it is for
