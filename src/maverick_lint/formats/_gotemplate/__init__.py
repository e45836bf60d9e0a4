"""Go templates inside the texts of a configuration: what they use, and what Go would refuse."""

from maverick_lint.formats._gotemplate.model import HOLE, Asked, Template, Use
from maverick_lint.formats._gotemplate.scan import read_template

__all__ = ["HOLE", "Asked", "Template", "Use", "read_template"]
