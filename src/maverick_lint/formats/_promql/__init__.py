"""PromQL with the place of every token (docs/adr/0008): lexer, parser, types, and the labels a result can have."""

from maverick_lint.formats._promql.parser import Promql, parse_promql

__all__ = ["Promql", "parse_promql"]
