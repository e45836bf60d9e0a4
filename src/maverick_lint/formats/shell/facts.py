"""What a shell script states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.fact import Fact
from maverick_lint.core.facts.tasks import Script
from maverick_lint.core.span import Place
from maverick_lint.formats._deeds.flow import flow_of, may_deploy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.formats.shell.model import ShellScript


def facts(document: Document[ShellScript]) -> Iterator[Fact]:
    """Yield the script with its commands, and what it does to a running deployment if it may do anything to one."""
    path = document.source.path
    place = Place(path, document.model.heading)
    script = Script(path, place, document.model.commands, library=document.model.library)
    yield Fact("script", path, script, place)
    if may_deploy(path, document.source.text):
        model = document.model
        yield Fact("script-flow", path, flow_of(model.script, model.heading, model.shell), place)
