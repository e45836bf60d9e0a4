"""Reads Alertmanager configurations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.document import Document, ParseError
from maverick_lint.formats._gotemplate import read_template
from maverick_lint.formats._gotemplate.foreign import is_foreign
from maverick_lint.formats._yaml import read_yaml
from maverick_lint.formats.alertmanager.faults import faults
from maverick_lint.formats.alertmanager.model import NotificationFile
from maverick_lint.formats.alertmanager.read import read
from maverick_lint.formats.alertmanager.texts import FUNCTIONS, function_faults

if TYPE_CHECKING:
    from maverick_lint.core.document import Reader
    from maverick_lint.core.source import Source
    from maverick_lint.formats.alertmanager.model import Alertmanager


def parse(
    source: Source,
    kind: str,
    reader: Reader,  # noqa: ARG001 - the signature of every format
) -> Document[Alertmanager | NotificationFile | None]:
    """Return the document of a configuration or a file of templates; the model is None when it was not understood."""
    if kind == "alertmanager-template":
        template = read_template(source.text)
        # Programs beside Alertmanager read such files too, with functions of their own: what is misspelt is known.
        found = [*template.faults, *(one for one in function_faults(template) if "did you mean" in one[1])]
        errors = [ParseError(span, message) for span, message in found]
        return Document(source, kind, NotificationFile(template), errors=tuple(errors))
    parsed = read_yaml(source, "go", template=lambda text: is_foreign(text, FUNCTIONS))
    root = parsed.root
    errors = list(parsed.errors)
    model = None
    if root is not None and not parsed.templated:
        if root.is_map:
            model = read(root)
            errors.extend(faults(source, model))
        else:
            errors.append(ParseError(root.span, "must be a mapping at its top, and this is none"))
    return Document(
        source, kind, model, tree=root, errors=tuple(errors), comments=parsed.comments, scopes=parsed.scopes
    )
