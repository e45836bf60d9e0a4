"""What files say of themselves to the rules that join files.

A format states facts; cross-file rules read them through the stack and know no format. Each module here holds the
values of one part of the field. Values are frozen, hold no nodes, and can be pickled: files may be read in other
processes.
"""

from maverick_lint.core.facts.fact import Fact

__all__ = ["Fact"]
