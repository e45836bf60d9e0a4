"""Records behave as frozen, slotted dataclasses do."""

from __future__ import annotations

import pickle

import pytest

from maverick_lint.core.record import MANY, FrozenRecordError, builder, field, field_names, record, replace


@record
class Port:
    """A port."""

    number: int
    protocol: str = "tcp"
    names: list[str] = field(default_factory=list)

    @property
    def shown(self) -> str:
        return f"{self.number}/{self.protocol}"


def test_values_defaults_and_methods() -> None:
    assert Port(80) == Port(80, "tcp", [])
    assert Port(80) != Port(81)
    assert Port(80) != object()
    assert Port(number=53, protocol="udp").shown == "53/udp"
    assert Port(80).names is not Port(80).names
    assert repr(Port(80)) == "Port(number=80, protocol='tcp', names=[])"
    assert hash(Port(80, "tcp", ())) == hash(Port(80, "tcp", ()))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("args", "given"), [((), {}), ((1, "a", [], 4), {}), ((1,), {"number": 2}), ((1,), {"port": 2})]
)
def test_wrong_values_are_refused(args: tuple[object, ...], given: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        Port(*args, **given)  # type: ignore[arg-type]


def test_it_is_frozen_and_slotted() -> None:
    port = Port(80)
    with pytest.raises(FrozenRecordError):
        port.number = 81  # type: ignore[misc]
    assert not hasattr(port, "__dict__")


def test_names_replacement_and_pickle() -> None:
    assert list(field_names(Port)) == ["number", "protocol", "names"]
    assert replace(Port(80), protocol="udp") == Port(80, "udp")
    assert pickle.loads(pickle.dumps(Port(80, "udp"))) == Port(80, "udp")  # noqa: S301 - made here
    match Port(80, "udp"):
        case Port(number, protocol):
            assert (number, protocol) == (80, "udp")


@record
class NamedPort(Port):
    """A port that has a name."""

    name: str = "http"


def test_fields_of_bases_come_first() -> None:
    port = NamedPort(80, name="web")
    assert (port.number, port.protocol, port.name, port.shown) == (80, "tcp", "web", "80/tcp")
    assert isinstance(port, Port)
    assert port != Port(80)
    assert pickle.loads(pickle.dumps(port)) == port  # noqa: S301 - made here


@record
class Often:
    """A class of which many instances are made."""

    number: int
    names: list[str] = field(default_factory=list)
    kind: str = "x"


def test_a_class_made_often_behaves_the_same() -> None:
    before = Often(1, kind="y")
    for number in range(MANY + 5):
        assert Often(number).number == number
    assert Often(1, kind="y") == before
    assert Often(1).names is not Often(1).names
    for args, given in (((), {}), ((1, [], "a", 4), {}), ((1,), {"number": 2}), ((1,), {"port": 2})):
        with pytest.raises(TypeError):
            Often(*args, **given)  # type: ignore[arg-type]


@builder
class Heap:
    """Something that grows."""

    parts: list[int] = field(default_factory=list)
    size: int = 0


def test_builders_may_be_changed() -> None:
    heap = Heap()
    heap.size += 1
    heap.parts.append(1)
    assert (heap.size, heap.parts, Heap().parts) == (1, [1], [])
