"""What services lack: in the file alone, and in each way in which the repository joins it with others."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from maverick_lint.core.finding import Related

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maverick_lint.formats.compose.model import Compose, Service

T = TypeVar("T")
Faulty = tuple["Service", T, tuple[Related, ...]]


def faulty(model: Compose, fault: Callable[[Service], T | None]) -> Iterator[Faulty[T]]:
    """Yield each service that has a fault, the fault, and the command that is to blame for it.

    A fault of the file alone is none where every command that starts it joins it with files that mend it. What only a
    joined file breaks is named once. A part of other files has no faults of its own.
    """
    joined = [_faults(view, fault) for view in model.others]
    alone = {} if model.fragment else _faults(model, fault)
    for name, (service, found) in alone.items():
        if not joined or any(name in faults for faults in joined):
            yield service, found, ()
    named = set(alone)
    for view, faults in zip(model.others, joined, strict=True):
        by = () if view.launch is None else (Related(view.launch.place, "the files are joined here"),)
        for name, (service, found) in faults.items():
            if name not in named:
                named.add(name)
                yield service, found, by


def both(via: tuple[Related, ...], by: tuple[Related, ...]) -> tuple[Related, ...]:
    """Return the places that pulled a text in, and the command to blame where it is none of them."""
    return (*via, *(one for one in by if one not in via))


def _faults(model: Compose, fault: Callable[[Service], T | None]) -> dict[str, tuple[Service, T]]:
    found = ((service, fault(service)) for service in model.services if not service.open)
    return {service.name: (service, what) for service, what in found if what is not None}
