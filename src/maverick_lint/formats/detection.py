"""How a format says which files are its own.

Each `formats/<name>/detect.py` has
    KINDS       the kinds of file that the folder reads
    EXAMPLES    a usual path for each kind, used for the examples of rules
    by_path     a function (FileName) -> Guess | None
    by_content  optional, a function (FileName, text) -> Guess | None, for files that a path did not settle
"""

from __future__ import annotations

from maverick_lint.core.record import record


@record
class FileName:
    """A path cut into what detection asks for; `name`, `suffix` and `folders` are in lower case.

    suffix   what follows the last dot, with it; "" for none (".env" has the suffix "")
    """

    path: str
    name: str
    suffix: str
    folders: tuple[str, ...]
    executable: bool = False


@record
class Guess:
    """A file is of `kind`, for `reason` ("named Dockerfile"); unless `sure`, its content is asked too."""

    kind: str
    reason: str
    sure: bool = True


def file_name(path: str, *, executable: bool = False) -> FileName:
    """Cut a posix path for detection."""
    lower = path.lower()
    *folders, name = lower.split("/")
    dot = name.rfind(".")
    return FileName(path, name, name[dot:] if dot > 0 else "", tuple(folders), executable)
