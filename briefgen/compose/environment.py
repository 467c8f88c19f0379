"""The closed room in which templates run.

Enters: folders of templates. Leaves: an environment that renders a template to XHTML text, each
element marked with the template and line that wrote it. A template sees plain data and a few
named filters; it can read no file but other templates of its folders, call no method, print
nothing but words and numbers, and write no more than a pack needs. How long it computes is not
bounded: a template is its user's own file, never one that came with a profile.
"""

from __future__ import annotations

import re
from collections.abc import Sized
from contextlib import suppress
from types import NoneType
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension, loopcontrols
from jinja2.lexer import Token
from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec.structs import replace

from briefgen.compose.compiled_templates import CompiledTemplates
from briefgen.compose.template_faults import SUFFIX, missing_part, runtime_fault, syntax_fault
from briefgen.compose.vocabulary import AT
from briefgen.diagnostics import Diagnostic, Place, did_you_mean, error
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from jinja2.lexer import TokenStream

FILTERS = (
    "batch",
    "count",
    "default",
    "e",
    "escape",
    "first",
    "int",
    "join",
    "last",
    "length",
    "list",
    "map",
    "reject",
    "rejectattr",
    "select",
    "selectattr",
    "slice",
    "sort",
    "sum",
    "trim",
    "unique",
)
"""The filters of Jinja that a template may use; none of them changes words."""

_LARGEST_RESULT = 40_000_000
"""Characters that one template may emit; full-compact is 0.4 million."""
_LARGEST_PRODUCT = 100_000
_WORD = re.compile(r"\w+")
_PART = re.compile(rf"['\"]([^'\"]+{re.escape(SUFFIX)})['\"]")
_START_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]*)")


class _MarksPlaces(Extension):
    """Write ``data-at="name:line"`` into each start tag that stands in a template."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        name = stream.name or "template"
        shown = name.replace('"', "'").replace("<", "(").replace("&", "+")
        for token in stream:
            if token.type == "data" and "<" in token.value:
                yield Token(token.lineno, "data", _marked(token.value, shown, token.lineno))
            elif token.type == "tilde":  # repeated, it would fill the memory, and is not watched
                message = "'~' cannot be used: write the two expressions side by side"
                raise jinja2.TemplateSyntaxError(message, token.lineno, stream.name)
            else:
                yield token


def _marked(words: str, name: str, first_line: int) -> str:
    def mark(found: re.Match[str]) -> str:
        line = first_line + words.count("\n", 0, found.start())
        return f'<{found[1]} {AT}="{name}:{line}"'

    return _START_TAG.sub(mark, words)


class _Templates(jinja2.FileSystemLoader):
    """Templates alone: styles and languages lie in the same folders and are not to be printed."""

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Give a template's words and path."""
        if not template.endswith(SUFFIX):
            raise jinja2.TemplateNotFound(template)
        return super().get_source(environment, template)


_COMPILED = CompiledTemplates()


class _Room(ImmutableSandboxedEnvironment):
    """A sandbox that also refuses method calls and results that grow without end."""

    intercepted_binops = frozenset(["+", "*", "**", "%"])

    def call_binop(  # the types are Jinja's own
        self,
        context: jinja2.runtime.Context,
        operator: str,
        left: Any,  # noqa: ANN401
        right: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        """Refuse products and formats that would fill the memory."""
        size = _size(left) + _size(right) if operator == "+" else _size(left) * _size(right)
        if operator != "%" and (operator == "**" or size > _LARGEST_PRODUCT):
            raise SecurityError(f"the result of '{operator}' would be too large")
        if operator == "%" and isinstance(left, str):
            raise SecurityError("'%' on text is not allowed")
        return super().call_binop(context, operator, left, right)

    def is_safe_callable(self, obj: object) -> bool:
        """Allow macros, the loop and dictionary views; methods of text are refused."""
        if isinstance(getattr(obj, "__self__", None), str):
            return False
        return super().is_safe_callable(obj)


def open_environment(folders: Sequence[Path]) -> jinja2.Environment:
    """Make the environment over ``folders``, of which the first that has a template wins."""
    room = _Room(
        loader=_Templates([str(folder) for folder in folders]),
        autoescape=True,
        finalize=_printable,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[_MarksPlaces, loopcontrols],
        bytecode_cache=_COMPILED,
    )
    room.filters = {name: room.filters[name] for name in FILTERS}
    room.globals = {name: room.globals[name] for name in ("range", "namespace", "cycler")}
    return room


def check_template_name(environment: jinja2.Environment, template: str, place: Place) -> None:
    """See that there is a template of that name; ``place`` is where it was asked for.

    Raises:
        UnusableInput: there is none; the hint gives the nearest name.
    """
    names = [one.removesuffix(SUFFIX) for one in template_names(environment)]
    if template not in names:
        hint = did_you_mean(template, names)
        raise UnusableInput([error(f"there is no template called '{template}'", place, hint)])


def names_in(environment: jinja2.Environment, template: str) -> frozenset[str]:
    """Give every word that stands in ``template`` or in a part of it that it names.

    None of a template that is not there; that is found out when it is rendered.
    """
    words: set[str] = set()
    waiting = [template + SUFFIX]
    while waiting:
        name = waiting.pop()
        with suppress(jinja2.TemplateNotFound, UnicodeDecodeError):
            assert environment.loader
            source = environment.loader.get_source(environment, name)[0]
            words.update(_WORD.findall(source))
            parts = dict.fromkeys(_PART.findall(source))
            waiting += (one for one in parts if one not in words)
            words.update(parts)
    return frozenset(words)


def render(environment: jinja2.Environment, template: str, context: Mapping[str, object]) -> str:
    """Render ``template`` (its name without suffix) to XHTML.

    Raises:
        UnusableInput: the template is wrong; the place is in the template.
    """
    name = template + SUFFIX
    try:
        return "".join(_bounded(environment.get_template(name).generate(context)))
    except jinja2.TemplateNotFound as fault:
        known = environment.list_templates(filter_func=lambda one: one.endswith(SUFFIX))
        wrong = missing_part(fault, name, known)
    except jinja2.TemplateSyntaxError as fault:
        wrong = syntax_fault(fault, name, FILTERS)
    except Exception as fault:  # noqa: BLE001 - whatever a template does is its author's to mend
        wrong = runtime_fault(fault, name, context)
    raise UnusableInput([wrong])


def in_files(folders: Sequence[Path], faults: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Give the faults with the paths of templates in place of their names."""
    for one in faults:
        place = one.place
        if place and place.file.endswith(SUFFIX):
            paths = (folder / place.file for folder in folders)
            path = next((path for path in paths if path.is_file()), place.file)
            place = replace(place, file=str(path))
        yield replace(one, place=place)


def _bounded(pieces: Iterator[str]) -> Iterator[str]:
    """Stop a template that writes without end."""
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > _LARGEST_RESULT:
            raise MemoryError
        yield piece


def template_names(environment: jinja2.Environment) -> list[str]:
    """Give the templates that may be named by a profile; those that start with _ are parts."""
    return [
        name
        for name in environment.list_templates(filter_func=lambda one: one.endswith(SUFFIX))
        if not name.startswith("_")
    ]


def _size(value: object) -> int | float:
    """Give how much a value may add to a result: its length, or how large the number is."""
    if isinstance(value, int | float):
        return abs(value)
    return len(value) if isinstance(value, Sized) else 0


def _printable(value: object) -> object:
    """Let words and numbers through; how Python shows anything else is no text for a pack."""
    if isinstance(value, str | int | float | jinja2.Undefined):
        return value
    kinds = {list: "a list", dict: "a group of values", NoneType: "nothing"}
    kind = kinds.get(type(value), "what is no text")
    raise TypeError(f"{kind} cannot be printed, only words and numbers can")
