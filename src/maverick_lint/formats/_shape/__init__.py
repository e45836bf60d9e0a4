"""The shape that a program demands of its YAML settings, and every fault of a tree against it, at its node."""

from maverick_lint.formats._shape.faults import faults
from maverick_lint.formats._shape.shape import (
    ANY,
    BOOLEAN,
    INTEGER,
    NUMBER,
    TEXT,
    TEXTS,
    Shape,
    checked,
    list_of,
    mapping_of,
    one_of,
    record,
)

__all__ = [
    "ANY",
    "BOOLEAN",
    "INTEGER",
    "NUMBER",
    "TEXT",
    "TEXTS",
    "Shape",
    "checked",
    "faults",
    "list_of",
    "mapping_of",
    "one_of",
    "record",
]
