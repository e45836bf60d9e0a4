"""The settings that systemd knows, by section, with the form of their values and the version that brought them."""

from __future__ import annotations

from functools import lru_cache

from maverick_lint.core.record import record
from maverick_lint.formats._tables import beside


@record
class Setting:
    """A setting: the form of its value (see `values`), whether it refuses an empty one, and its first version.

    `since` is 0 for what systemd 252 knows already.
    """

    form: str
    filled: bool
    since: int = 0


@lru_cache(maxsize=1)
def known() -> dict[str, dict[str, Setting]]:
    """Return the settings of each section; the data is settings.txt, made by dev/systemd_table.py."""
    data = beside(__file__, "settings.txt")
    sections: dict[str, dict[str, Setting]] = {}
    current: dict[str, Setting] = {}
    forms: dict[tuple[str, int], Setting] = {}
    for line in data.splitlines():
        words = line.split()
        if line.startswith("#"):
            continue
        if line.startswith("["):
            current = sections[words[0].strip("[]")] = {}
            for shared in words[1:]:
                current.update(sections[shared])
            continue
        since = int(words[1]) if words[0] == "since" else 0
        form, *keys = words[2:] if words[0] == "since" else words
        setting = forms.get((form, since))
        if setting is None:
            setting = forms[form, since] = Setting(form.rstrip("!"), form.endswith("!"), since)
        current.update(dict.fromkeys(keys, setting))
    return {name: keys for name, keys in sections.items() if name[0].isupper()}
