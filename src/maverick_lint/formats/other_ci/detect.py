"""The files of other CI systems are told by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess
from maverick_lint.formats.other_ci.systems import system_of

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("other-ci",)
EXAMPLES = {"other-ci": ".circleci/config.yml"}


def by_path(name: FileName) -> Guess | None:
    """Recognise a file that another CI system reads."""
    system = system_of(name)
    return Guess("other-ci", f"the file of {system}") if system else None
