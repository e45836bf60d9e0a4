"""The labels of GitHub's runners: those that `dev/github_contexts.py` finds in GitHub's package, and later ones."""

from __future__ import annotations

from typing import Final

from maverick_lint.formats._by_hand import ByHand
from maverick_lint.formats._tables import beside

_PAGE: Final = "docs.github.com, GitHub-hosted runners reference, and the announcements of actions/runner-images"
# Labels whose runners were taken away, with what to use instead.
_GONE: Final = ByHand(_PAGE, "2026-11-24", {
    "ubuntu-20.04": "ubuntu-24.04", "ubuntu-18.04": "ubuntu-24.04", "ubuntu-16.04": "ubuntu-24.04",
    "windows-2019": "windows-2022", "windows-2016": "windows-2022",
    "macos-14": "macos-15", "macos-14-large": "macos-15-large", "macos-14-xlarge": "macos-15-xlarge",
    "macos-13": "macos-15", "macos-13-large": "macos-15-large", "macos-13-xlarge": "macos-15-xlarge",
    "macos-12": "macos-15", "macos-11": "macos-15", "macos-10.15": "macos-15",
})  # fmt: skip
GONE: Final = _GONE.rows
# Labels whose runners will be taken away: the day, and what to use instead.
_LEAVING: Final = ByHand(_PAGE, "2026-11-24", {
    "ubuntu-22.04": ("17 April 2027", "ubuntu-24.04"), "ubuntu-22.04-arm": ("17 April 2027", "ubuntu-24.04-arm"),
})  # fmt: skip
LEAVING: Final = _LEAVING.rows
# Labels that the package does not have yet.
_LATER: Final = ByHand(_PAGE, "2026-11-24", frozenset({
    "ubuntu-26.04", "ubuntu-26.04-arm", "windows-11-arm", "windows-11-vs2026-arm", "macos-26-intel",
}))  # fmt: skip
AS_OF: Final = _LATER.as_of
HOSTED: Final = _LATER.rows.union(beside(__file__, "runners.txt").partition("\n")[2].split()) - GONE.keys()
_SYSTEMS: Final = ("ubuntu", "windows", "macos", "linux")


def system_of(label: str) -> str:
    """Return the system that a label in lower case names: linux, windows or macos; "" when it names none."""
    found = next((system for system in _SYSTEMS if label == system or label.startswith(f"{system}-")), "")
    return "linux" if found == "ubuntu" else found
