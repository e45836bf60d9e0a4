"""The words of a value: systemd takes quotes off, inside a word too, and knows no other sign of a shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator


@record
class Word:
    """A word: where it begins and ends in the value, and its text without quotes."""

    start: int
    end: int
    text: str


def words_of(value: str) -> tuple[list[Word], int | None]:
    """Return the words of a value, and the place of a quote that nothing closes."""
    if '"' not in value and "'" not in value and "\\" not in value:
        return list(_plain(value)), None
    words: list[Word] = []
    text: list[str] = []
    start, quote, opened, at = -1, "", 0, 0
    while at < len(value):
        sign = value[at]
        if sign == "\\" and at + 1 < len(value):
            start = at if start < 0 else start
            text.append(value[at + 1])
            at += 2
            continue
        if quote:
            if sign == quote:
                quote = ""
            else:
                text.append(sign)
        elif sign.isspace():
            if start >= 0:
                words.append(Word(start, at, "".join(text)))
                text, start = [], -1
        else:
            start = at if start < 0 else start
            if sign in "\"'":
                quote, opened = sign, at
            else:
                text.append(sign)
        at += 1
    if start >= 0:
        words.append(Word(start, len(value), "".join(text)))
    return words, opened if quote else None


def _plain(value: str) -> Iterator[Word]:
    at = 0
    for word in value.split():
        at = value.index(word, at)
        yield Word(at, at + len(word), word)
        at += len(word)
