"""What pages are made of: escaped texts, colours, and the style and the script that stand inside a page."""

from __future__ import annotations

import html
import os
from typing import Final

from maverick_lint.report.text import printable

_LONGEST: Final = 2_000
_FOLDER: Final = os.path.dirname(__file__)

# Contrast of each text colour on its ground is 4.5 or more (WCAG 2.1, 1.4.3); tests/report/test_pages.py computes it.
LIGHT: Final = {
    "page": "#ffffff", "panel": "#f6f7f9", "card": "#ffffff", "line": "#c3c9d2", "ink": "#1b2430", "soft": "#525e6e",
    "link": "#0b57b0", "edge": "#7b8797", "error": "#b3131f", "warning": "#8a5200", "note": "#36618a",
    "error-fill": "#d5323e", "warning-fill": "#e09a1a", "note-fill": "#6b9ac4", "mark": "#ffe9a8", "focus": "#0b57b0",
    "on-error": "#ffffff", "k-work": "#7c5cc4", "k-image": "#b2671b", "k-proxy": "#2f8f5b", "k-run": "#2b74c9",
    "k-watch": "#c2478a", "k-outside": "#8a94a3",
}  # fmt: skip
DARK: Final = {
    "page": "#12161c", "panel": "#1a2029", "card": "#202834", "line": "#465264", "ink": "#e8edf3", "soft": "#a9b5c4",
    "link": "#7db7ff", "edge": "#8593a6", "error": "#ff8a8f", "warning": "#f3b552", "note": "#8fc1ee",
    "error-fill": "#d9434e", "warning-fill": "#c98a1d", "note-fill": "#4f7fa9", "mark": "#5c4a12", "focus": "#7db7ff",
    "on-error": "#ffffff", "k-work": "#a78bea", "k-image": "#dd9a55", "k-proxy": "#5cc48b", "k-run": "#66a9f5",
    "k-watch": "#ea7fb8", "k-outside": "#8d99a8",
}  # fmt: skip


def escaped(text: str, longest: int = _LONGEST) -> str:
    """Return a text that is nothing but text in HTML and in an attribute: one line, cut where it is too long."""
    whole = printable(text[: longest + 1])
    if len(whole) > longest:
        whole = whole[: longest - 1] + "…"
    return html.escape(whole, quote=True)


def asset(name: str) -> str:
    """Return a style or script of this folder."""
    with open(os.path.join(_FOLDER, name), encoding="utf-8") as file:
        return file.read()


def palette() -> str:
    """Return the colours as variables: those of the reader's screen, unless the page's `data-theme` says otherwise."""
    light = ";".join(f"--{name}:{value}" for name, value in LIGHT.items())
    dark = ";".join(f"--{name}:{value}" for name, value in DARK.items())
    return (
        f":root{{color-scheme:light;{light}}}\n"
        f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{color-scheme:dark;{dark}}}}}\n"
        f":root[data-theme=dark]{{color-scheme:dark;{dark}}}\n"
    )


def page(title: str, body: str) -> str:
    """Return a whole page: one file that loads nothing, and is forbidden to."""
    policy = (
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escaped(title)}</title>\n"
        f"<style>\n{palette()}{asset('page.css')}{asset('drawing.css')}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#main">Skip to the content</a>\n'
        f'{body}\n<div id="tip" role="status" aria-live="polite"></div>\n'
        f"<script>\n{asset('page.js')}</script>\n</body>\n</html>\n"
    )


def header(title: str, about: str, links: tuple[tuple[str, str], ...]) -> str:
    """Return the head of a page: its title, a line about it, links to its sections, and the switch of the colours."""
    nav = "".join(f'<a href="#{escaped(target)}">{escaped(text)}</a>' for target, text in links)
    switch = '<button type="button" id="theme" aria-label="Colours: as the system has them">Colours: system</button>'
    return (
        f'<header><div><h1>{escaped(title)}</h1><p class="about">{escaped(about)}</p></div>'
        f'<nav aria-label="Sections">{nav}</nav>'
        f"{switch}</header>"
    )
