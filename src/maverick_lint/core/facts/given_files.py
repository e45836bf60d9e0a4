"""Files that containers are given: variables, secrets, configs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.span import Place


@record
class EnvFileUse:
    """A service reads a file of environment variables; without a `required` one it does not start."""

    path: str
    place: Place
    required: bool = True


@record
class GivenFile:
    """A file of the repository that is handed to services as a secret or a config; `section` says as which."""

    section: str
    name: str
    path: str
    place: Place


@record
class EnvFile:
    """A file of environment variables; `example` when it is a model that people copy.

    variables  each name with its value, None where the environment gives it, and the place of the name
    """

    path: str
    place: Place
    example: bool = False
    variables: tuple[tuple[str, str | None, Place], ...] = ()
