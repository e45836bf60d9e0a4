"""Makes formats/github/timezones.txt, the names of the time zones of IANA's database.

    python -m maverick_lint.dev.timezones FOLDER

FOLDER is an installed Python package `tzdata` (Apache-2.0; the database itself is in the public domain).
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

_TARGET = Path(__file__).parent.parent / "formats" / "github" / "timezones.txt"
_TO_A_LINE = 8


def main(folder: str) -> None:
    """Write the names that the package in the folder lists."""
    package = Path(folder)
    stated = re.search(r'IANA_VERSION = "(\w+)"', (package / "__init__.py").read_text(encoding="utf-8"))
    names = sorted((package / "zones").read_text(encoding="utf-8").split())
    lines = [" ".join(names[at : at + _TO_A_LINE]) for at in range(0, len(names), _TO_A_LINE)]
    head = f"# IANA time zone database {stated[1] if stated else ''}, public domain, from the Python package tzdata."
    _TARGET.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
