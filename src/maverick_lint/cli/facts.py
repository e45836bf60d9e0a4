"""`maverick-lint facts`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from maverick_lint.cli.options import selection_options
from maverick_lint.cli.running import request_of
from maverick_lint.engine.parts import Share, part_of
from maverick_lint.engine.projects import lay_out


class _Share(click.ParamType[Share]):
    name = "K/N"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Share:  # noqa: ANN401 - click's signature
        """Read `2/5`; 1 <= K <= N."""
        if isinstance(value, Share):
            return value
        part, slash, of = str(value).partition("/")
        if not slash or not part.isdecimal() or not of.isdecimal() or not 1 <= int(part) <= int(of):
            self.fail(f"{value!r} is not K/N with 1 <= K <= N", param, ctx)
        return Share(int(part), int(of))


@click.command("facts")
@selection_options
@click.option("--part", type=_Share(), default="1/1", metavar="K/N", help="Judge the K-th of N shares of the files.")
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="Write to this file.  [default: standard output]")
@click.option("--shellcheck", is_flag=True, help="Ask ShellCheck about the shell scripts of the share too.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes.")
def command(part: Share, output: str | None, jobs: int, **given: Any) -> None:  # noqa: ANN401 - click's values
    """Judge a share of the files, and write their findings and facts as JSON for `maverick-lint join`.

    Every machine needs the whole checkout. Exits with 3 when a file could not be read or a rule crashed; the part is
    written all the same.
    """
    data, broken = part_of(lay_out(request_of(given)), part, jobs=jobs)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
    if output:
        Path(output).write_text(text, encoding="utf-8")
    else:
        sys.stdout.buffer.write(text.encode())
    sys.exit(3 if broken else 0)
