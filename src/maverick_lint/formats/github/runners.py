"""The labels of GitHub's own runners.

Source: docs.github.com, "GitHub-hosted runners reference", the README of actions/runner-images and its announcements
of images that go (2026-11-24).
"""

from __future__ import annotations

from typing import Final

HOSTED: Final = frozenset({
    "ubuntu-latest", "ubuntu-26.04", "ubuntu-24.04", "ubuntu-22.04", "ubuntu-slim",
    "ubuntu-26.04-arm", "ubuntu-24.04-arm", "ubuntu-22.04-arm",
    "windows-latest", "windows-2025", "windows-2025-vs2026", "windows-2022", "windows-11-arm", "windows-11-vs2026-arm",
    "macos-latest", "macos-latest-large", "macos-latest-xlarge",
    "macos-26", "macos-26-large", "macos-26-xlarge", "macos-26-intel",
    "macos-15", "macos-15-large", "macos-15-xlarge", "macos-15-intel",
})  # fmt: skip
# Labels whose runners were taken away, with what to use instead.
GONE: Final = {
    "ubuntu-20.04": "ubuntu-24.04", "ubuntu-18.04": "ubuntu-24.04", "ubuntu-16.04": "ubuntu-24.04",
    "windows-2019": "windows-2022", "windows-2016": "windows-2022",
    "macos-14": "macos-15", "macos-14-large": "macos-15-large", "macos-14-xlarge": "macos-15-xlarge",
    "macos-13": "macos-15", "macos-13-large": "macos-15-large", "macos-13-xlarge": "macos-15-xlarge",
    "macos-12": "macos-15", "macos-11": "macos-15", "macos-10.15": "macos-15",
}  # fmt: skip
# Labels whose runners will be taken away: the day, and what to use instead.
LEAVING: Final = {
    "ubuntu-22.04": ("17 April 2027", "ubuntu-24.04"), "ubuntu-22.04-arm": ("17 April 2027", "ubuntu-24.04-arm"),
}  # fmt: skip
_SYSTEMS: Final = ("ubuntu", "windows", "macos", "linux")


def system_of(label: str) -> str:
    """Return the system that a label in lower case names: linux, windows or macos; "" when it names none."""
    found = next((system for system in _SYSTEMS if label == system or label.startswith(f"{system}-")), "")
    return "linux" if found == "ubuntu" else found
