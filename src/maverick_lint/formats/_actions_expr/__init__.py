"""The expressions of GitHub Actions, `${{ ... }}`: found in a text, parsed, and evaluated as far as they are known.

Source: docs.github.com, "Evaluate expressions in workflows and actions", read 2026-11-24.
"""

from maverick_lint.formats._actions_expr.evaluate import evaluate
from maverick_lint.formats._actions_expr.parse import ExpressionError, parse
from maverick_lint.formats._actions_expr.template import Part, constant_text, parts, truth_of
from maverick_lint.formats._actions_expr.values import UNKNOWN, Value, truth

__all__ = [
    "UNKNOWN",
    "ExpressionError",
    "Part",
    "Value",
    "constant_text",
    "evaluate",
    "parse",
    "parts",
    "truth",
    "truth_of",
]
