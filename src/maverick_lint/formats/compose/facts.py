"""What a Compose file states: its services, its variables, and the Swarm features that it uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.containers import (
    Build,
    ComposeFact,
    ComposeVariable,
    Dependency,
    GivenFile,
    Launched,
    NamedUse,
    ServiceMount,
    ServicePort,
)
from maverick_lint.core.facts.containers import Service as ServiceFact
from maverick_lint.core.span import Place, Span
from maverick_lint.formats.compose.connections import connections, shared
from maverick_lint.formats.compose.declarations import declarations
from maverick_lint.formats.compose.env_files import env_file_uses, file_uses
from maverick_lint.formats.compose.interpolate import interpolate
from maverick_lint.formats.compose.paths import inside
from maverick_lint.formats.compose.swarm import swarm_features
from maverick_lint.formats.compose.tree import File, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.facts.containers import EnvFileUse
    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.formats.compose.model import BuildView, Compose, Service
    from maverick_lint.formats.compose.mounts import Mount


def facts(document: Document[Compose]) -> Iterator[Fact]:
    """Yield the file, its services, and the features that only Swarm has."""
    model, source, tree = document.model, document.source, document.tree
    services = model.section("services")
    first = next(iter(services.values()), None)
    start = Place(source.path, Span(0, 0)) if first is None else first.key_place
    if tree is not None:
        names = sorted({*services, *model.included.get("services", ())})
        variables = tuple(_variables(source, tree))
        declared, wanted, bare = declarations(model)
        whole = ComposeFact(
            model.path,
            start,
            model.fragment,
            tuple(names),
            model.files,
            variables,
            declared,
            wanted,
            bare,
            shared(model),
            _included(model),
            tuple(_launched(model)),
            tuple(_given(model)),
        )
        yield Fact("compose", model.path, whole, start)
    for service in model.services:
        yield Fact("service", service.name, _service(service, model), service.value.key_place)
    for evidence in swarm_features(model):
        yield Fact("evidence", evidence.name, evidence, evidence.place)


def _included(model: Compose) -> tuple[EnvFileUse, ...]:
    if model.root.get("include") is None:
        return ()
    from maverick_lint.formats.compose.include import variable_files  # few files include others

    return tuple(file_uses(variable_files(model.root)))


def _given(model: Compose) -> Iterator[GivenFile]:
    for section in ("secrets", "configs"):
        for name, value in model.section(section).items():
            file = value.get("file") if value.is_map else None
            path = None if file is None or file.known is None else inside(file.file.folder, file.known)
            if file is not None and path is not None:
                yield GivenFile(section, name, path, file.place)


def _launched(model: Compose) -> Iterator[Launched]:
    for view in model.others:
        if view.launch is not None:
            yield Launched(view.launch.place, tuple(_service(service, view) for service in view.services))


def _service(service: Service, model: Compose) -> ServiceFact:
    networks, container_name, user = service.get("networks"), service.get("container_name"), service.get("user")
    restart, health = service.get("restart"), service.get("healthcheck")
    uses = tuple(env_file_uses(service))
    return ServiceFact(
        name=service.name,
        project=model.path,
        place=service.value.key_place,
        image=None if service.image_at is None else service.image_at.known,
        build=_build(service.build),
        health=service.health,
        depends_on=tuple(
            Dependency(link.service, link.condition or "", (link.condition_at or link.at).place)
            for link in service.depends_on
            if link.condition is not None
        ),
        restart=service.restart,
        profiles=service.profiles,
        complete=not service.open and not model.fragment,
        image_place=None if service.image_at is None else service.image_at.place,
        restart_place=None if restart is None else restart.place,
        health_place=None if health is None else _deciding(health, service).key_place,
        container_name=None if container_name is None else container_name.known,
        user="" if user is None else user.known,
        user_place=None if user is None else user.place,
        ports=tuple(
            ServicePort(port.host_ip, port.published, port.target, port.protocol, port.at.place)
            for port in service.ports
            if not port.problem
        ),
        mounts=tuple(_mount(mount) for mount in service.mounts if not mount.problem),
        networks=() if networks is None else tuple(_names(networks)),
        environment=tuple(dict.fromkeys(pair.name for pair in service.environment)),
        env_files=tuple(use.path for use in uses),
        env_file_uses=uses,
        uses=tuple(
            NamedUse(one.section, one.name, one.at.place)
            for one in service.references
            if one.section in ("secrets", "configs")
        ),
        command=() if service.command is None else service.command.texts,
        **connections(service),
    )


def _deciding(health: Value, service: Service) -> Value:
    """Return the part of a health check that switches it off, else the whole."""
    return (health.get("disable") or health.get("test") or health) if service.health == "disabled" else health


def _build(build: BuildView | None) -> Build | None:
    if build is None:
        return None
    folder = build.at.file.folder
    context = None if build.context is None else inside(folder, build.context)
    dockerfile = None
    if context is not None and build.dockerfile is not None:
        dockerfile = inside(context, build.dockerfile)
    if build.inline:
        dockerfile = _inline(build.at.get("dockerfile_inline"))
    scalar = build.at.place if build.at.is_scalar else None
    return Build(
        context=context,
        dockerfile=dockerfile,
        target=build.target,
        place=build.at.place,
        inline=build.inline,
        context_place=scalar or _place(build.at, "context"),
        dockerfile_place=_place(build.at, "dockerfile"),
        target_place=_place(build.at, "target"),
        written=build.context,
        contexts=_contexts(build.at.get("additional_contexts")),
    )


def _inline(value: Value | None) -> str | None:
    """Return the name of the Dockerfile in a text: the path of the file, `#` and where the text begins."""
    if value is None or value.text is None or value.text.variables:
        return None
    from maverick_lint.formats._yaml.embed import embedded  # few files hold one

    return f"{value.file.path}#{embedded(value.file.source, value.node).outer(Span(0, 0)).start}"


def _contexts(given: Value | None) -> tuple[str, ...]:
    """Return the names of a build's further contexts: the keys of a mapping, what stands before `=` in a list."""
    if given is None:
        return ()
    return (*given.entries(), *(name for item in given.items() if (name := (item.known or "").partition("=")[0])))


def _place(value: Value, key: str) -> Place | None:
    entry = value.get(key)
    return None if entry is None else entry.place


def _mount(mount: Mount) -> ServiceMount:
    source = mount.source
    if mount.type == "bind" and source is not None:
        path = inside(mount.at.file.folder, source)
        source = source if path is None else path
    return ServiceMount(mount.type, source, mount.target, mount.at.place, mount.read_only)


def _names(value: Value) -> Iterator[str]:
    for item in value.entries().values() if value.is_map else value.items():
        name = item.key.raw if item.key is not None else item.known
        if name:
            yield name


def _variables(source: Source, tree: Node) -> Iterator[ComposeVariable]:
    """Yield the variables that the file at hand uses, each once, at its first use."""
    seen: set[str] = set()
    file = File(source, {})
    for node in tree.walk():
        if not node.is_scalar or "$" not in node.raw:
            continue
        for variable in interpolate(node.raw, {}).variables:
            if variable.name in seen:
                continue
            seen.add(variable.name)
            place = Value(node, file).part_place(variable.start, variable.end)
            yield ComposeVariable(variable.name, variable.operator in ("", "?", ":?"), place)
