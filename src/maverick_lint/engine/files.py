"""The files of a project, on disk or in memory; nothing outside the root is ever read."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Final, Protocol

from maverick_lint.core.facts.repository import PathFact
from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LIMIT: Final = 5_000_000
_UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


@record
class Content:
    """What reading a file gave.

    text     "" when it could not be read
    problem  "" or the rule that names the fault ("file/unreadable", "file/too-large", "file/encoding"),
             `detail` what is wrong; a file with a wrong encoding has a text all the same
    offset   the character of the text at which the fault stands
    """

    text: str
    problem: str = ""
    detail: str = ""
    offset: int = 0


class Files(Protocol):
    """The files of one root."""

    def entries(self) -> Mapping[str, PathFact]:
        """Return every file by its path relative to the root."""

    def read(self, path: str) -> Content:
        """Return the text of a file; never raises."""


class MemoryFiles:
    """Files held in memory: examples of rules, and tests."""

    def __init__(self, texts: Mapping[str, str], executable: Iterable[str] = ()) -> None:
        """Take texts by path, and the paths that may be executed."""
        self._texts = dict(texts)
        self._executable = frozenset(executable)

    def entries(self) -> Mapping[str, PathFact]:
        """Return every file, sorted by path."""
        return {
            path: PathFact(path, len(text.encode(errors="surrogatepass")), path in self._executable)
            for path, text in sorted(self._texts.items())
        }

    def read(self, path: str) -> Content:
        """Return the text, as a file of these bytes would be read."""
        return Content(self._texts[path]) if path in self._texts else Content("", "file/unreadable", "does not exist")


class DiskFiles:
    """Files below a root on disk."""

    def __init__(
        self, root: str, entries: Mapping[str, PathFact], overlay: Mapping[str, Content] | None = None
    ) -> None:
        """Take the real path of the root, what was discovered below it, and contents that stand for files."""
        self._root = root
        self._entries = entries
        self._overlay = dict(overlay or {})

    def entries(self) -> Mapping[str, PathFact]:
        """Return every file that discovery found."""
        return self._entries

    def read(self, path: str) -> Content:  # noqa: PLR0911 - each fault returns where it is seen
        """Return the text of a regular file inside the root, or what keeps it from being read."""
        if path in self._overlay:
            return self._overlay[path]
        full = os.path.join(self._root, path)
        try:
            # Discovery follows no linked folder, so a known path that is no link itself lies inside the root.
            plain = path in self._entries and not stat.S_ISLNK(os.lstat(full).st_mode)
            real = full if plain else os.path.realpath(full)
            if not plain and not real.startswith(self._root.rstrip("/") + "/"):
                return Content("", "file/unreadable", "is a link that leads out of the repository")
            descriptor = os.open(real, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except (OSError, ValueError) as error:
            return Content("", "file/unreadable", _reason(error))
        with os.fdopen(descriptor, "rb") as stream:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                return Content("", "file/unreadable", "is not a regular file")
            if status.st_size > LIMIT:
                return Content("", "file/too-large", f"has {status.st_size:,} bytes; files over {LIMIT:,} are not read")
            try:
                data = stream.read(LIMIT + 1)
            except OSError as error:
                return Content("", "file/unreadable", _reason(error))
        return decode(data)


def decode(data: bytes) -> Content:
    """Return the text of a file's bytes: UTF-8 without its byte order mark; other encodings are named as a fault."""
    if len(data) > LIMIT:
        return Content("", "file/too-large", f"has over {LIMIT:,} bytes and is not read")
    if data[:2] in _UTF16:
        text = data[2:].decode(_UTF16[data[:2]], errors="replace")
        return Content(text, "file/encoding", "is UTF-16, which most tools do not read; save it as UTF-8")
    body = data[3:] if data.startswith(b"\xef\xbb\xbf") else data
    if (position := body.find(b"\0")) >= 0:
        line = body.count(b"\n", 0, position) + 1
        return Content("", "file/encoding", f"holds a NUL byte in line {line}, so it is no text")
    try:
        return Content(body.decode("utf-8"))
    except UnicodeDecodeError as error:
        text = body.decode("utf-8", errors="replace")
        detail = f"is not valid UTF-8: it holds the byte 0x{body[error.start]:02x} here"
        return Content(text, "file/encoding", detail, len(body[: error.start].decode("utf-8")))


def replace_text(path: str, text: str) -> None:
    """Write a file through a temporary one beside it, so that a crash leaves the old text whole."""
    real = os.path.realpath(path)
    with open(real, "rb") as stream:
        mark = stream.read(3)
    temporary = f"{real}.maverick-lint"
    data = text.encode("utf-8")
    with open(temporary, "wb") as stream:
        stream.write((b"\xef\xbb\xbf" if mark == b"\xef\xbb\xbf" else b"") + data)
    os.chmod(temporary, os.stat(real).st_mode)
    os.replace(temporary, real)


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return f"cannot be opened: {(error.strerror or str(error)).lower()}"
    return "has an impossible name"
