"""Regular expressions of RE2, the dialect of Go's programs: whether one compiles, and the little that rules ask."""

from maverick_lint.formats._re2.scan import empty_matches, fault

__all__ = ["empty_matches", "fault"]
