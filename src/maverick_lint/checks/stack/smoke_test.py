"""stack/smoke-test: a test of an image starts what it built, and asks it where it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.containers import ComposeFact, DockerfileFact
from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.smoke_tests import published, smoke_tests

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack
    from maverick_lint.stack.smoke_tests import SmokeTest


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each address that no started container publishes, and each port and tag that no image has."""
    for test in smoke_tests(stack):
        yield from _asked(test)
        yield from _inner(stack, test)
        yield from _tags(test)
    yield from _composed(stack)


def _composed(stack: Stack) -> Iterator[Hit]:
    """Yield the ports that are asked after `compose up` and that no service publishes."""
    if not stack.every(ComposeFact):
        return
    from maverick_lint.stack.compose_tests import compose_tests  # only where Compose files are

    for test in compose_tests(stack):
        known = test.ports
        for place, port in test.asks if known else ():
            if known and port not in known:
                shown = " and ".join(str(number) for number in sorted(known)[:6])
                related = tuple(Related(at, f"publishes {number}") for number, at in sorted(known.items())[:3])
                related = (*related, Related(test.place, "starts the services"))
                yield Hit(place, {"port": port, "ports": shown}, "compose", related)


def _asked(test: SmokeTest) -> Iterator[Hit]:
    known = [(word, host) for run in test.runs for word, host, _ in published(run)]
    if not test.alone or not known or any(host is None for _, host in known):
        return
    if any(run.has("-P", "--publish-all", "--network", "--net") for run in test.runs):
        return
    hosts = {host for _, host in known}
    for word, port, _ in test.asks:
        if port not in hosts:
            shown = " and ".join(str(host) for host in sorted(host for host in hosts if host))
            related = tuple(Related(at.place, "is published here") for at, _ in known[:3])
            yield Hit(word.place, {"port": port, "ports": shown}, related=related)


def _inner(stack: Stack, test: SmokeTest) -> Iterator[Hit]:
    """Yield the ports of containers of an image that was built just before, on which it does not listen."""
    if len(test.built) != 1 or len(test.files) != 1 or not test.files[0] or test.built[0][0] is None:
        return
    from maverick_lint.stack.joints import places_of  # only where an image is built and started
    from maverick_lint.stack.listening import stage_listening  # as above

    file = next((one for one in stack.every(DockerfileFact) if one.path == test.files[0]), None)
    heard = stage_listening(stack, file.stages[-1]) if file is not None else None
    if heard is None or not heard.firm:
        return
    for run in test.runs:
        if (
            run.image is None
            or run.image.text != test.built[0][0]
            or run.command
            or run.has("-e", "--env", "--env-file")
        ):
            continue
        for word, _, inner in published(run):
            if inner is not None and inner not in heard.own | heard.probed:
                yield Hit(word.place, {"port": inner, "ports": heard.shown}, "container", places_of(heard))


def _tags(test: SmokeTest) -> Iterator[Hit]:
    """Yield a container of an image that has the name of one that was built just before, and another tag."""
    tags = [(text, word) for text, word in test.built if text is not None]
    if not test.alone or not tags or len(tags) != len(test.built):
        return
    for run in test.runs:
        image = run.image.text if run.image is not None else None
        if image is None or run.image is None or any(text == image for text, _ in tags):
            continue
        for text, word in tags:
            if "/" not in image and ":" in text and text.partition(":")[0] == image.partition(":")[0]:
                related = (Related(word.place, f"builds `{text}`"),)
                yield Hit(run.image.place, {"image": image, "built": text}, "image", related)
                break
