"""Which files are systemd units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("systemd",)
EXAMPLES = {"systemd": "systemd/app.service"}

_TYPES = frozenset({
    ".service", ".timer", ".socket", ".target", ".path", ".mount", ".automount", ".swap", ".slice", ".scope",
})  # fmt: skip
_TEMPLATES = frozenset({".j2", ".jinja", ".jinja2", ".tpl", ".tmpl", ".in", ".erb", ".template"})
_SECTIONS = ("[unit]", "[service]", "[install]", "[timer]", "[socket]", "[mount]", "[path]", "[slice]", "[automount]")


def by_path(name: FileName) -> Guess | None:
    """Name files of a unit's type, their templates, and drop-ins (`app.service.d/limits.conf`); the content decides."""
    if name.suffix in _TYPES:
        return Guess("systemd", f"a unit's type, {name.suffix}", sure=False)
    stem = name.name[: -len(name.suffix)] if name.suffix in _TEMPLATES else ""
    if stem and "." in stem and stem[stem.rfind(".") :] in _TYPES:
        return Guess("systemd", f"a template of a {stem[stem.rfind('.') :]}", sure=False)
    if name.suffix == ".conf" and name.folders and name.folders[-1].endswith(".d"):
        owner = name.folders[-1][:-2]
        if owner[owner.rfind(".") :] in _TYPES:
            return Guess("systemd", f"a drop-in of {owner}", sure=False)
    return None


def by_content(name: FileName, text: str) -> Guess | None:
    """Claim what `by_path` named when it has a section of systemd; D-Bus and Avahi have *.service files too."""
    guess = by_path(name)
    if guess is None:
        return None
    head = text[:20_000].lower()
    return guess if any(section in head for section in _SECTIONS) and "[d-bus service]" not in head else None
