"""JavaScript's syntax, as far as it tells whether a script can be read at all; nothing is run.

    fault_of(text, names)   the first place at which no engine could read a function's body, None where there is none

A parser without a tree, for ECMAScript 2025 as Node.js reads the body of a function that is not in strict mode. What is
only wrong by a meaning that it does not follow (a label, an assignment to a call) is let pass.
"""

from maverick_lint.formats._javascript.parse import fault_of
from maverick_lint.formats._javascript.tokens import Fault

__all__ = ["Fault", "fault_of"]
