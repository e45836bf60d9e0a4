"""JSON, with or without comments, into our own nodes with exact places."""

from maverick_lint.formats._json.build import ParsedJson, read_json

__all__ = ["ParsedJson", "read_json"]
