"""Frozen, slotted dataclasses that cost a tenth to define.

`@dataclass(frozen=True, slots=True)` writes and compiles six functions for each class, 0.6 ms; a run imports over a
hundred such classes, and that was half of what a single file cost (docs/adr/0009). `@record` makes the same classes in
0.03 ms, with functions that all of them share. A class of which many instances are made gets an `__init__` of its own
then. `replace`, `field` and `field_names` stand for those of dataclasses, whose import costs 8 ms itself: it brings
inspect, ast and dis with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")

MISSING: Final = object()


class Field:
    """A field of a record: its default, or what makes one; whether it is compared and shown."""

    __slots__ = ("compare", "default", "default_factory", "repr")

    def __init__(self, default: object, default_factory: Any, *, compare: bool, shown: bool) -> None:  # noqa: ANN401
        """Take the parts."""
        self.default = default
        self.default_factory = default_factory
        self.compare = compare
        self.repr = shown


class FrozenRecordError(AttributeError):
    """Somebody tried to change a record."""


def field(
    *,
    default: Any = MISSING,  # noqa: ANN401 - a value of the field's type
    default_factory: Any = MISSING,  # noqa: ANN401 - what makes one
    compare: bool = True,
    repr: bool = True,  # noqa: A002 - dataclasses' own name
) -> Any:  # noqa: ANN401 - stands for a value of the field's type
    """Return what stands for a field's default in the class body, as dataclasses.field does."""
    return Field(default, default_factory, compare=compare, shown=repr)


def field_names(value: object) -> tuple[str, ...]:
    """Return the names of a record's fields, or a record class's; () for anything else."""
    return tuple(getattr(value, "__record_fields__", ()))


def replace(value: T, /, **changes: Any) -> T:  # noqa: ANN401 - values of the fields
    """Return a record with some fields changed."""
    return type(value)(**{**{name: getattr(value, name) for name in field_names(value)}, **changes})


MANY = 100

_set = object.__setattr__
_made: dict[type, int] = {}


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Return the class as a frozen, slotted record; its fields are its annotations, after those of its bases."""
    return _made_of(cls, {**_SHARED, **_FROZEN})


@dataclass_transform(field_specifiers=(field,))
def builder(cls: type[T]) -> type[T]:
    """Return the class as a slotted record that may be changed: what a reader or a run builds up."""
    return _made_of(cls, _SHARED)


def _made_of(cls: type[T], shared: Mapping[str, Any]) -> type[T]:
    namespace = dict(cls.__dict__)
    inherited: dict[str, Any] = {}
    for base in reversed(cls.__mro__[1:]):
        inherited.update(getattr(base, "__record_fields__", {}))
    own = {name: _field(name, namespace) for name in namespace.get("__annotations__", {})}
    for name in ("__dict__", "__weakref__"):
        namespace.pop(name, None)
    namespace.update(shared)
    fields = {**inherited, **own}
    namespace["__slots__"] = tuple(own)
    namespace["__match_args__"] = tuple(fields)
    namespace["__record_fields__"] = fields
    made: Any = type(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    result: type[T] = made
    return result


def _field(name: str, namespace: dict[str, Any]) -> Field:
    default = namespace.pop(name, MISSING)
    return default if isinstance(default, Field) else Field(default, MISSING, compare=True, shown=True)


def _init(self: Any, *args: object, **given: object) -> None:  # noqa: ANN401 - any record
    made = _made[type(self)] = _made.get(type(self), 0) + 1
    if made == MANY:
        _compile_init(type(self))
    fields: Mapping[str, Any] = self.__record_fields__
    if len(args) > len(fields):
        message = f"{type(self).__name__} takes {len(fields)} values, not {len(args)}"
        raise TypeError(message)
    missing = MISSING
    position = len(args)
    for index, (name, field) in enumerate(fields.items()):
        if index < position:
            value = args[index]
        elif name in given:
            value = given.pop(name)
        elif field.default is not missing:
            value = field.default
        elif field.default_factory is not missing:
            value = field.default_factory()
        else:
            message = f"{type(self).__name__} needs a value for `{name}`"
            raise TypeError(message)
        _set(self, name, value)
    if given:
        message = f"{type(self).__name__} has no field `{next(iter(given))}`, or it is given twice"
        raise TypeError(message)


def _compile_init(cls: Any) -> None:  # noqa: ANN401 - any record
    """Give a class an `__init__` that is compiled for its fields, as a dataclass has from the start."""
    names: dict[str, object] = {"_set": _set, "_missing": MISSING}
    parameters, body = ["self"], []
    for name, field in cls.__record_fields__.items():
        value = name
        if field.default is not MISSING:
            names[f"_default_{name}"] = field.default
            parameters.append(f"{name}=_default_{name}")
        elif field.default_factory is not MISSING:
            names[f"_factory_{name}"] = field.default_factory
            parameters.append(f"{name}=_missing")
            value = f"_factory_{name}() if {name} is _missing else {name}"
        else:
            parameters.append(name)
        body.append(f" _set(self, {name!r}, {value})")
    code = f"def __init__({', '.join(parameters)}):\n" + ("\n".join(body) or " pass")
    exec(code, names)  # noqa: S102 - field names of our own classes
    cls.__init__ = names["__init__"]


def _values(self: Any) -> tuple[object, ...]:  # noqa: ANN401 - any record
    return tuple(getattr(self, name) for name, field in self.__record_fields__.items() if field.compare)


def _eq(self: object, other: object) -> bool:
    return _values(self) == _values(other) if type(self) is type(other) else NotImplemented


def _hash(self: object) -> int:
    return hash((type(self), _values(self)))


def _repr(self: Any) -> str:  # noqa: ANN401 - any record
    shown = (f"{name}={getattr(self, name)!r}" for name, field in self.__record_fields__.items() if field.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: object, name: str, *_: object) -> None:
    message = f"cannot change `{name}` of a {type(self).__name__}"
    raise FrozenRecordError(message)


def _get_state(self: Any) -> list[object]:  # noqa: ANN401 - any record
    return [getattr(self, name) for name in self.__record_fields__]


def _set_state(self: Any, state: list[object]) -> None:  # noqa: ANN401 - any record
    for name, value in zip(self.__record_fields__, state, strict=True):
        _set(self, name, value)


_SHARED: dict[str, Any] = {
    "__init__": _init,
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _repr,
    "__getstate__": _get_state,
    "__setstate__": _set_state,
}
_FROZEN: dict[str, Any] = {"__setattr__": _refuse, "__delattr__": _refuse}
