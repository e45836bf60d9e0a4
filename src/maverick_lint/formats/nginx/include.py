"""Where an `include` leads within the repository."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from maverick_lint.formats.nginx.tree import Directive

Status = Literal["found", "system", "empty", "missing", "misplaced", "outside", "unknown"]

# Folders in which installed nginx keeps its main configuration: Debian and the official image, source builds,
# OpenResty, FreeBSD, Homebrew (their packages).
_PREFIXES: Final = (
    *("/etc/nginx/", "/usr/local/nginx/conf/", "/usr/local/openresty/nginx/conf/", "/opt/nginx/conf/"),
    *("/usr/local/etc/nginx/", "/etc/openresty/", "/opt/homebrew/etc/nginx/"),
)
# What the files that packages install set: Debian's nginx-common 1.22, certbot's nginx plugin 2.x.
_SSL: Final = frozenset(
    {"ssl_session_cache", "ssl_session_timeout", "ssl_session_tickets", "ssl_protocols", "ssl_ciphers", "ssl_dhparam"}
)
SYSTEM: Final[Mapping[str, frozenset[str]]] = {
    "mime.types": frozenset({"types"}),
    "fastcgi_params": frozenset({"fastcgi_param"}),
    "fastcgi.conf": frozenset({"fastcgi_param"}),
    "fastcgi-php.conf": frozenset({"fastcgi_param", "fastcgi_split_path_info", "try_files", "set", "fastcgi_index"}),
    "uwsgi_params": frozenset({"uwsgi_param"}),
    "scgi_params": frozenset({"scgi_param"}),
    "koi-utf": frozenset({"charset_map"}),
    "koi-win": frozenset({"charset_map"}),
    "win-utf": frozenset({"charset_map"}),
    "proxy_params": frozenset({"proxy_set_header"}),
    "options-ssl-nginx.conf": _SSL | {"ssl_prefer_server_ciphers"},
    "snakeoil.conf": frozenset({"ssl_certificate", "ssl_certificate_key"}),
    "naxsi_core.rules": frozenset(),
}
_WILD: Final = re.compile(r"[*?\[]")


class Include(NamedTuple):
    """An include directive, where it leads, and the files it reads, sorted."""

    directive: Directive
    status: Status
    paths: tuple[str, ...] = ()

    @property
    def opaque(self) -> bool:
        """Whether nothing is known of what it reads."""
        return self.status not in ("found", "empty") and self.directive.first().rpartition("/")[2] not in SYSTEM

    def may_set(self, name: str) -> bool:
        """Say whether a file that is not in the repository may hold a directive of this name."""
        if self.status in ("found", "empty"):
            return False
        file = self.directive.first().rpartition("/")[2]
        return name in SYSTEM[file] if file in SYSTEM else True


class Paths:
    """The repository's paths, asked for by name and by pattern."""

    def __init__(self, paths: Sequence[str]) -> None:
        """Take the paths, sorted."""
        self._paths = paths
        self._known = frozenset(paths)
        self._by_name: dict[str, list[str]] = {}
        for path in paths:
            self._by_name.setdefault(path.rpartition("/")[2], []).append(path)
        self._memo: dict[str, tuple[str, ...]] = {}
        self._landed: dict[str, dict[str, str]] = {}
        self._images: dict[str, list[str]] = {}

    def land(self, image: str, target: str, path: str) -> None:
        """Note that a file lands at an absolute path; `image` is the Dockerfile or the Compose file that says so."""
        self._landed.setdefault(image, {}).setdefault(target, path)
        self._images.setdefault(path, []).append(image)

    def resolve(self, directive: Directive, path: str, main: str | None) -> Include:
        """Return where the include of a file leads; `main` is the main configuration that it belongs to, if known.

        nginx resolves a relative name against the folder of its main configuration, whatever file names it
        (nginx.org/en/docs/ngx_core_module.html#include).
        """
        word = directive.args[0] if directive.args else None
        written = word.text if word is not None and word.known else ""
        if not written or "$" in written:
            return Include(directive, "unknown")
        name = next((written[len(prefix) :] for prefix in _PREFIXES if written.startswith(prefix)), written)
        images = self._images.get(path) or self._images.get(main or "", [])
        if images and (landed := self._at(written if written.startswith("/") else f"/etc/nginx/{written}", images)):
            return Include(directive, "found", landed)
        if name.startswith("/"):
            return self._elsewhere(directive, name, "system")
        home = posixpath.dirname(path if main is None else main)
        if posixpath.normpath(posixpath.join(home, name)).startswith("../"):
            return Include(directive, "outside")
        bases = [home, *_ancestors(path)]
        for number, base in enumerate(bases):
            if found := self._match(posixpath.normpath(posixpath.join(base, name))):
                own_folder = number > 0 and main is not None and base == posixpath.dirname(path) and "/" not in name
                return Include(directive, "misplaced" if own_folder and written == name else "found", found)
        installed = written != name or name.rpartition("/")[2] in SYSTEM or main is None
        return self._elsewhere(directive, name, "system" if installed else "missing")

    def _elsewhere(self, directive: Directive, name: str, otherwise: Status) -> Include:
        if _WILD.search(name):
            # between statements of http it is the usual `conf.d`; deeper in, somebody has files for it on the server
            return Include(directive, "empty" if directive.home.name in ("", "http", "stream") else "unknown")
        found = self._by_suffix(name.removeprefix("/"))
        return Include(directive, "found" if found else otherwise, found)

    def _at(self, target: str, images: Sequence[str]) -> tuple[str, ...]:
        """Return the files that land at a path of one of the images, or at those of a pattern."""
        compiled = re.compile(_translated(target))
        for image in images:
            landed = self._landed[image]
            found = tuple(path for place, path in sorted(landed.items()) if compiled.fullmatch(place))
            if found:
                return found
        return ()

    def _by_suffix(self, name: str) -> tuple[str, ...]:
        """Return the one file whose path ends so: images copy files to places of their own."""
        candidates = self._by_name.get(name.rpartition("/")[2], ()) if not name.startswith("..") else ()
        found = [path for path in candidates if path == name or path.endswith("/" + name)]
        return (found[0],) if len(found) == 1 else ()

    def _match(self, pattern: str) -> tuple[str, ...]:
        if not _WILD.search(pattern):
            return (pattern,) if pattern in self._known else ()
        if pattern not in self._memo:
            self._memo[pattern] = tuple(self._glob(pattern))
        return self._memo[pattern]

    def _glob(self, pattern: str) -> Iterator[str]:
        prefix = _WILD.split(pattern, maxsplit=1)[0]
        compiled = re.compile(_translated(pattern))
        for number in range(bisect_left(self._paths, prefix), len(self._paths)):
            if not self._paths[number].startswith(prefix):
                return
            if compiled.fullmatch(self._paths[number]):
                yield self._paths[number]


def _ancestors(path: str) -> list[str]:
    folders = []
    folder = posixpath.dirname(path)
    while folder:
        folders.append(folder)
        folder = posixpath.dirname(folder)
    return [*folders, ""]


def _translated(pattern: str) -> str:
    """Return the regular expression of a glob: a star stops at slashes and leaves out names that begin with a dot."""
    pieces: list[str] = []
    for part in re.split(r"([*?]|/|\[[^\]/]+\])", pattern):
        if part == "*":
            start = not pieces or pieces[-1] == "/"
            pieces.append(r"(?!\.)[^/]*" if start else "[^/]*")
        elif part == "?":
            pieces.append("[^/]")
        elif part.startswith("[") and part.endswith("]") and len(part) > 1:
            pieces.append("[" + part[1:-1].replace("\\", "\\\\").replace("!", "^", 1) + "]")
        elif part:
            pieces.append(part if part == "/" else re.escape(part))
    return "".join(pieces)
