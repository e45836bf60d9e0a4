"""Package managers: what a command asks of one, and what keeps to the lock file.

invocation(command)   the package manager's call that a command is, or None
lock                  lock files, and what makes an install keep to them
"""

from maverick_lint.formats._packages.invocation import Invocation, invocation
from maverick_lint.formats._packages.managers import MANAGERS, Manager

__all__ = ["MANAGERS", "Invocation", "Manager", "invocation"]
