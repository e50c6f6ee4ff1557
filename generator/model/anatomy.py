"""What a record is made of: its parts by their place, the names in it, and the Markdown in it."""

from __future__ import annotations

import inspect
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from generator.model.record import Record
from generator.model.words import Markdown, PlainText, Reference

Step = str | int
Mark = Reference | Markdown


class Part(NamedTuple):
    """A piece of text in a record that names something elsewhere, or that is Markdown."""

    loc: tuple[Step, ...]
    """The fields, keys and indices that lead to it."""
    mark: Mark
    text: str
    is_key: bool = False
    """Whether it is a key rather than a value."""


def parts(held: Any, loc: tuple[Step, ...] = ()) -> list[Part]:
    """Every reference and every Markdown text in a record, or in a mapping or tuple of them."""
    found: list[Part] = []
    _gather(held, loc, found)
    return found


# One list that is filled, and no generators inside each other: every value of a tree is looked at.
def _gather(held: Any, loc: tuple[Step, ...], found: list[Part]) -> None:
    if isinstance(held, Record):
        for field, plan in _plans(type(held)):
            value = getattr(held, field)
            if value is not None:
                _follow(plan, value, (*loc, field), found)
    elif isinstance(held, Mapping):
        for key, value in held.items():
            _gather(value, (*loc, key), found)
    elif isinstance(held, tuple):
        for index, value in enumerate(held):
            _gather(value, (*loc, index), found)


def lines(held: Any, loc: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Every plain text in a record, or in a mapping or tuple of them: what is no Markdown."""
    marked = {part.loc for part in parts(held) if isinstance(part.mark, Markdown)}
    found: list[tuple[tuple[Step, ...], str]] = []
    _gather_strings(held, loc, found)
    for where, text in found:
        if where not in marked:
            yield where, text


def _gather_strings(
    held: Any, loc: tuple[Step, ...], found: list[tuple[tuple[Step, ...], str]]
) -> None:
    if isinstance(held, str):
        found.append((loc, held))
    elif isinstance(held, Record):
        for field, value in held:
            if value is not None:
                _gather_strings(value, (*loc, field), found)
    elif isinstance(held, Mapping):
        for key, value in held.items():
            _gather_strings(value, (*loc, key), found)
    elif isinstance(held, tuple):
        for index, value in enumerate(held):
            _gather_strings(value, (*loc, index), found)


def record_at(held: Any, loc: tuple[Step, ...]) -> type[Record] | None:
    """The class of the record that stands at `loc` in what is held; none where none does."""
    annotation = held
    for step in loc:
        annotation = _bare(annotation)
        origin, arguments = get_origin(annotation), get_args(annotation)
        if inspect.isclass(annotation) and issubclass(annotation, Record):
            field = annotation.model_fields.get(str(step))
            annotation = field.annotation if field else None
        elif origin is tuple and isinstance(step, int):
            annotation = arguments[0]
        elif origin is dict:
            annotation = arguments[1]
        else:
            return None
    annotation = _bare(annotation)
    is_record = inspect.isclass(annotation) and issubclass(annotation, Record)
    return annotation if is_record else None


def is_text(held: Any, loc: tuple[Step, ...]) -> bool:
    """Whether what stands at `loc` in what is held is a text, in Markdown or plain."""
    annotation = held
    for step in loc:
        inner = _bare(annotation)
        origin, arguments = get_origin(inner), get_args(inner)
        if inspect.isclass(inner) and issubclass(inner, Record):
            field = inner.model_fields.get(str(step))
            annotation = field.rebuild_annotation() if field else None
        elif origin in (tuple, dict):
            annotation = arguments[-1] if origin is dict else arguments[0]
        else:
            return False
    marks = _marks(annotation)
    return any(isinstance(mark, Markdown | PlainText) for mark in marks) and not any(
        isinstance(mark, Reference) for mark in marks
    )


def _marks(annotation: Any) -> tuple[Any, ...]:
    """What an annotation, or any that it can be, is marked with."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return (*_marks(arguments[0]), *arguments[1:])
    if origin in (Union, types.UnionType):
        return tuple(mark for argument in arguments for mark in _marks(argument))
    return ()


def records_in(annotation: Any) -> frozenset[type[Record]]:
    """The classes of the records that a value of this type can hold directly."""
    if inspect.isclass(annotation) and issubclass(annotation, Record):
        return frozenset({annotation})
    inner = (records_in(argument) for argument in get_args(annotation))
    return frozenset().union(*inner)


@dataclass(frozen=True)
class _Items:
    plan: Any


@dataclass(frozen=True)
class _Keyed:
    key: Any
    value: Any


@cache
def _plans(record: type[Record]) -> tuple[tuple[str, Any], ...]:
    planned = (
        (name, _plan(field.annotation, tuple(field.metadata)))
        for name, field in record.model_fields.items()
    )
    return tuple((name, plan) for name, plan in planned if plan is not None)


def _plan(annotation: Any, metadata: tuple[Any, ...] = ()) -> Any:
    for mark in metadata:
        if isinstance(mark, Mark):
            return mark
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _plan(arguments[0], arguments[1:])
    if origin in (Union, types.UnionType):
        plans = (_plan(argument) for argument in arguments)
        return next((plan for plan in plans if plan is not None), None)
    if origin is tuple:
        item = _plan(arguments[0])
        return None if item is None else _Items(item)
    if origin is dict:
        key, value = _plan(arguments[0]), _plan(arguments[1])
        return None if key is None and value is None else _Keyed(key, value)
    if inspect.isclass(annotation) and issubclass(annotation, Record):
        return annotation
    return None


def _follow(plan: Any, value: Any, loc: tuple[Step, ...], found: list[Part]) -> None:
    if plan is None or value is None:
        return
    kind = type(plan)
    if kind is Reference or kind is Markdown:
        found.append(Part(loc, plan, value))
    elif kind is _Items:
        for index, item in enumerate(value):
            _follow(plan.plan, item, (*loc, index), found)
    elif kind is _Keyed:
        names = plan.key if isinstance(plan.key, Reference) else None
        for key, item in value.items():
            at = (*loc, key)
            if names:
                found.append(Part(at, names, key, is_key=True))
            _follow(plan.value, item, at, found)
    else:
        _gather(value, loc, found)


def _bare(annotation: Any) -> Any:
    while True:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            annotation = arguments[0]
        elif origin in (Union, types.UnionType):
            annotation = next(one for one in arguments if one is not types.NoneType)
        else:
            return annotation
