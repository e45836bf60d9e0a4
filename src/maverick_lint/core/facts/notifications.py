"""How Alertmanager sends alerts on, and the texts in which it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.span import Place


@record
class AlertRoute:
    """The routes of an Alertmanager, the one at the top and those right below it.

    receiver  the name of the receiver at the top
    children  the matchers of each route below as (label, operator, value); None when one of them is not known
    asked     every matcher of the whole tree as (label, operator, value), each with its place; those that are not known
              are left out
    """

    receiver: str
    path: str
    place: Place
    children: tuple[tuple[tuple[str, str, str], ...] | None, ...] = ()
    asked: tuple[tuple[str, str, str, Place], ...] = ()


@record
class NotificationTemplates:
    """What a file has to do with templates of notifications.

    globs    the names of files that it loads, each with its place
    defined  the names of the templates that it defines
    called   the names of those that it uses, but for Alertmanager's own, each with its place
    """

    path: str
    place: Place
    globs: tuple[tuple[str, Place], ...] = ()
    defined: tuple[str, ...] = ()
    called: tuple[tuple[str, Place], ...] = ()
