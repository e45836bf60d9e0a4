"""Go's text/template, as annotations of alerts and notifications of Alertmanager use it."""

from maverick_lint.formats._gotemplate.scan import HOLE, Template, Use, read_template

__all__ = ["HOLE", "Template", "Use", "read_template"]
