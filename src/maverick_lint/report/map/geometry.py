"""Sizes, boxes and lines of a drawing."""

from __future__ import annotations

from maverick_lint.core.record import builder, record

Point = tuple[float, float]


@record
class Size:
    """How wide and how tall something is."""

    width: float
    height: float


@record
class Tie:
    """A line from one box to another, by their numbers, with the size of its label."""

    source: int
    target: int
    label: Size


@record
class Box:
    """A rectangle; x and y are its upper left corner."""

    x: float
    y: float
    width: float
    height: float


@record
class Line:
    """A line as drawn: pairs of points that are joined straight, with curves between the pairs; and its label's box."""

    points: tuple[Point, ...]
    label: Box


@record
class Layout:
    """A whole drawing; lines in the order of the ties."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    width: float
    height: float


@builder
class Stops:
    """The boxes of a part and the stops of its lines: sizes, gaps, columns; the chains, and which are forward."""

    size: list[Size]
    gaps: list[float]
    column_of: list[int]
    chains: list[list[int]]
    kept: list[bool]
