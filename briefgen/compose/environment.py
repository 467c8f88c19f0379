"""The closed room in which templates run.

Enters: folders of templates. Leaves: an environment that renders a template to XHTML text, each
element marked with the template and line that wrote it. A template sees plain data and a few
named filters; it can read no file outside its folders, call no method, and use no more memory or
output than a pack needs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension, loopcontrols
from jinja2.lexer import Token
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefgen.compose.vocabulary import AT
from briefgen.diagnostics import Diagnostic, Place, did_you_mean, error
from briefgen.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
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

SUFFIX = ".xhtml.j2"
_LARGEST_RESULT = 40_000_000
"""Characters that one template may emit; full-compact is 0.4 million."""
_LARGEST_PRODUCT = 100_000
_START_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]*)")


class _MarksPlaces(Extension):
    """Write ``data-at="name:line"`` into each start tag that stands in a template."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        name = stream.filename or stream.name or "template"
        shown = name.replace("\\", "/").rsplit("/", 1)[-1].replace('"', "'")
        for token in stream:
            if token.type == "data" and "<" in token.value:
                yield Token(token.lineno, "data", _marked(token.value, shown, token.lineno))
            else:
                yield token


def _marked(words: str, name: str, first_line: int) -> str:
    def mark(found: re.Match[str]) -> str:
        line = first_line + words.count("\n", 0, found.start())
        return f'<{found[1]} {AT}="{name}:{line}"'

    return _START_TAG.sub(mark, words)


class _Room(ImmutableSandboxedEnvironment):
    """A sandbox that also refuses method calls and results that grow without end."""

    intercepted_binops = frozenset(["*", "**", "%"])

    def call_binop(  # the types are Jinja's own
        self,
        context: jinja2.runtime.Context,
        operator: str,
        left: Any,  # noqa: ANN401
        right: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        """Refuse products and formats that would fill the memory."""
        sizes = [len(one) if hasattr(one, "__len__") else abs(one) for one in (left, right)]
        if operator != "%" and (operator == "**" or sizes[0] * sizes[1] > _LARGEST_PRODUCT):
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
        loader=jinja2.FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[_MarksPlaces, loopcontrols],
    )
    room.filters = {name: room.filters[name] for name in FILTERS}
    room.globals = {name: room.globals[name] for name in ("range", "namespace", "cycler")}
    return room


def render(environment: jinja2.Environment, template: str, context: Mapping[str, object]) -> str:
    """Render ``template`` (its name without suffix) to XHTML.

    Raises:
        UnusableInput: there is no such template, or it is wrong; the place is in the template.
    """
    name = template + SUFFIX
    try:
        return "".join(_bounded(environment.get_template(name).generate(context)))
    except jinja2.TemplateNotFound as fault:
        known = [one.removesuffix(SUFFIX) for one in template_names(environment)]
        raise UnusableInput.because(
            f"there is no template '{str(fault.name).removesuffix(SUFFIX)}'",
            hint=did_you_mean(template, known),
        ) from None
    except jinja2.TemplateSyntaxError as fault:
        message = (fault.message or "cannot be read").rstrip(".")
        raise UnusableInput.because(
            f"template syntax: {message}", Place(fault.name or name, fault.lineno)
        ) from None
    except Exception as fault:  # noqa: BLE001 - whatever a template does is its author's to mend
        raise UnusableInput([_runtime_fault(fault, name, context)]) from None


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


def _runtime_fault(fault: Exception, name: str, context: Mapping[str, object]) -> Diagnostic:
    place = Place(name)
    trace = fault.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename.replace("\\", "/")
        if file.endswith(SUFFIX):
            place = Place(file.rsplit("/", 1)[-1], trace.tb_lineno)
        trace = trace.tb_next
    message = str(fault) or type(fault).__name__
    hint = ""
    missing = re.match(r"'(.+?)' is undefined|'.*' has no attribute '(.+?)'", message)
    if isinstance(fault, jinja2.UndefinedError) and missing:
        hint = did_you_mean(missing[1] or missing[2], _names_in(context))
    if isinstance(fault, RecursionError):
        message = "the template calls itself without end"
    if isinstance(fault, MemoryError | OverflowError):
        message = "the template asks for too much memory"
    return error(message, place, hint)


def _names_in(context: Mapping[str, object]) -> list[str]:
    names = set(context)
    for value in context.values():
        if isinstance(value, dict):
            names |= {str(key) for key in value}
    return sorted(names)
