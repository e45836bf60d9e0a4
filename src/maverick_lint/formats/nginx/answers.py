"""The values of what answers a request: codes, targets, locations, conditions on methods.

Source: the setters of ngx_http_core_module, ngx_http_rewrite_module and ngx_http_headers_filter_module of nginx 1.22,
with `nginx -t` of 1.22.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats.nginx.conditions import BadValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.nginx.tree import Directive

_LEVELS: Final = "debug info notice warn error crit alert emerg"
_METHODS: Final = "GET HEAD POST PUT DELETE MKCOL COPY MOVE OPTIONS PROPFIND PROPPATCH LOCK UNLOCK PATCH"
_MODIFIERS: Final = frozenset({"=", "~", "~*", "^~"})
_REWRITE_FLAGS: Final = frozenset({"last", "break", "redirect", "permanent"})
_SMALLEST_PAGE, _LARGEST_PAGE, _LARGEST_CODE, _CLOSED = 300, 599, 999, 499
_FLAG: Final = 2


def returned(directive: Directive) -> Iterator[BadValue]:
    """Yield a status code that is none."""
    if not directive.args or not directive.known or directive.home.tree.root is directive.home:
        return
    word = directive.args[0]
    alone = len(directive.args) == 1 and word.text.startswith(("http://", "https://", "$"))
    if not alone and not (word.text.isdigit() and int(word.text[:9]) <= _LARGEST_CODE):
        yield BadValue(word, "a status code such as 301, or a whole URL")


def error_page(directive: Directive) -> Iterator[BadValue]:
    """Yield codes that have no error page."""
    codes = directive.args[:-1]
    for word in codes:
        text = word.text
        if not word.known:
            continue
        if text.startswith("="):
            if word is not codes[-1] or word is codes[0] or not (text == "=" or text[1:].isdigit()):
                yield BadValue(word, "the new code after the others, as in `error_page 404 =200 /empty.gif`")
        elif not (text.isdigit() and _SMALLEST_PAGE <= int(text[:9]) <= _LARGEST_PAGE) or int(text) == _CLOSED:
            yield BadValue(word, f"a status code from {_SMALLEST_PAGE} to {_LARGEST_PAGE}, other than {_CLOSED}")


def error_log(directive: Directive) -> Iterator[BadValue]:
    """Yield levels of logs that there are not."""
    for word in directive.args[1:]:
        if word.known and word.text not in _LEVELS.split() and not word.text.startswith("debug_"):
            yield BadValue(word, f"one of {', '.join(_LEVELS.split())}")


def rewrite(directive: Directive) -> Iterator[BadValue]:
    """Yield a flag of `rewrite` that there is not."""
    words = directive.args
    if len(words) > _FLAG and words[_FLAG].known and words[_FLAG].text not in _REWRITE_FLAGS:
        yield BadValue(words[_FLAG], "one of last, break, redirect, permanent")


def location(directive: Directive) -> Iterator[BadValue]:
    """Yield a modifier that there is not."""
    words = directive.args
    if len(words) > 1 and words[0].known and words[0].text not in _MODIFIERS:
        yield BadValue(words[0], "one of =, ~, ~*, ^~")


def proxy_pass(directive: Directive) -> Iterator[BadValue]:
    """Yield targets that are no URL."""
    word = directive.args[0] if directive.args else None
    in_stream = directive.home.name == "server"
    if word is None or not word.known or in_stream or "$" in word.text[:1]:
        return
    if not word.text.lower().startswith(("http://", "https://")):
        yield BadValue(word, "a URL that begins with http:// or https://")


def try_files(directive: Directive) -> Iterator[BadValue]:
    """Yield a last word that is to be a code and is none."""
    word = directive.args[-1] if directive.args else None
    if word is not None and word.known and word.text.startswith("=") and "$" not in word.text:
        code = word.text[1:]
        if not (code.isdigit() and int(code[:9]) <= _LARGEST_CODE):
            yield BadValue(word, "a status code such as =404")


def root(directive: Directive) -> Iterator[BadValue]:
    """Yield folders that are made of themselves."""
    for word in directive.args[:1]:
        for name in ("document_root", "realpath_root"):
            if f"${name}" in word.text or f"${{{name}}}" in word.text:
                yield BadValue(word, f"a folder; ${name} is made from it")


def header(directive: Directive) -> Iterator[BadValue]:
    """Yield a third word other than `always`."""
    for word in directive.args[_FLAG : _FLAG + 1]:
        if word.known and word.text != "always":
            yield BadValue(word, "`always`, or quotes around the whole value")


def split(directive: Directive) -> Iterator[BadValue]:
    """Yield an expression that does not cut a path into two."""
    for word in directive.args[:1]:
        if word.known and word.text.replace("\\(", "").replace("(?:", "").count("(") < _FLAG:
            yield BadValue(word, "an expression with two captures")


def store_access(directive: Directive) -> Iterator[BadValue]:
    """Yield rights that are none."""
    for word in directive.args:
        who, _, rights = word.text.partition(":")
        if word.known and (who not in ("user", "group", "all") or rights not in ("r", "w", "rw")):
            yield BadValue(word, "rights such as user:rw or all:r")


def limit_except(directive: Directive) -> Iterator[BadValue]:
    """Yield methods that nginx does not know."""
    for word in directive.args:
        if word.known and word.text.upper() not in _METHODS.split():
            yield BadValue(word, f"one of {', '.join(_METHODS.split())}")


def redirect(directive: Directive) -> Iterator[BadValue]:
    """Yield a single word that is neither off nor default."""
    alone = ("off", "default") if directive.name == "proxy_redirect" else ("off",)
    if len(directive.args) == 1 and directive.known and directive.first().lower() not in alone:
        yield BadValue(directive.args[0], f"{', '.join(alone)}, or two words: what to replace, and by what")
