"""Pages: well-formed, closed to the network, and unmoved by whatever names the files hold."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import time
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

import made_report
from many_services import deployment
from maverick_lint.cli.commands import cli
from maverick_lint.core.record import replace
from maverick_lint.core.source import Source
from maverick_lint.core.span import Position
from maverick_lint.report.html.markup import DARK, LIGHT, asset, escaped
from maverick_lint.report.html.write import write as write_page
from support import tool, write

VOID = {"meta", "input", "br", "link", "img", "hr", "source"}
SHAPES = {"path", "rect", "circle"}
HOSTILE = "<script>alert(1)</script>\"'>]]><!--\x00\x1b[31m&lt;"


class Page(HTMLParser):
    """Reads a page, and fails at a tag that is not closed where it should be."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice"
        self.ids.extend(value or "" for name, value in attrs if name == "id")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in SHAPES
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def having(self, name: str, value: str) -> list[dict[str, str | None]]:
        return [attributes for _, attributes in self.tags if value in (attributes.get(name) or "").split()]


def assert_closed(page: Page) -> None:
    """Assert that nothing can be loaded, and that every link inside the page leads somewhere."""
    policy = next(attributes["content"] or "" for tag, attributes in page.tags if "http-equiv" in attributes)
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'")
    assert not {"img", "link", "iframe", "object", "embed", "base", "form", "image", "use"} & {t for t, _ in page.tags}
    assert not re.search(r"@import|url\(", asset("page.css") + asset("drawing.css"))
    assert {name for _, attributes in page.tags for name in attributes}.isdisjoint({"src", "srcset", "background"})
    assert all("url" not in (attributes.get("style") or "") for _, attributes in page.tags)
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
    assert len(page.ids) == len(set(page.ids))
    for tag, attributes in page.tags:
        target = attributes.get("href") or ""
        if tag == "a" and target.startswith("#"):
            assert target[1:] in page.ids
        else:
            assert not target or target.startswith("https://")


def page_of(folder: Path, *arguments: str) -> Page:
    ran = tool(folder, *arguments)
    assert ran.status in {0, 1}, ran.err
    return Page(ran.out)


@pytest.mark.parametrize("arguments", [("map", "--format", "html"), ("check", "--format", "html")])
def test_a_page_is_well_formed_and_closed(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    page = page_of(write(tmp_path, deployment(3)), *arguments)
    assert_closed(page)
    red = page.having("class", "bad")
    assert len([one for one in red if "edge" in (one["class"] or "")]) == 2
    assert any("listens on 8000" in (one.get("data-tip") or "") for one in red)
    assert any("listens on 8000" in words for words in page.words), "the message stands below, for those without mouse"


def hostile_files(name: str) -> dict[str, str]:
    quoted = "'" + name.replace("'", "''").replace("\x00", "").replace("\x1b", "") + "'"
    return {
        "compose.yaml": (
            f"services:\n  {quoted}:\n    image: {quoted}\n    depends_on: [{quoted}, other]\n"
            f"    environment: {{A: {quoted}, B: 'http://other:80/'}}\n    volumes: ['./p.yml:/p.yml']\n"
            "  other: {image: postgres}\n"
        ),
        "prometheus/prometheus.yml": (
            f"scrape_configs:\n  - job_name: {quoted}\n    static_configs: [{{targets: [{quoted}, 'other:1']}}]\n"
        ),
        f"scripts/{name[:40].replace('/', '_').replace(chr(0), '')}.sh": "#!/bin/sh\ndocker run -d --name '<b>' x:1\n",
    }


@pytest.mark.parametrize(
    "name", [HOSTILE, "x" * 10_000, "\u202e\u0645\u0631\u062d 漢字" * 20, "a\\b`c${d}%%", "</style></title>"]
)
@pytest.mark.parametrize("form", ["map-html", "map-svg", "map-mermaid", "map-text", "map-json", "check-html"])
def test_no_name_breaks_out(tmp_path: Path, name: str, form: str) -> None:
    command, _, kind = form.partition("-")
    folder = str(write(tmp_path, hostile_files(name)))
    ran = CliRunner().invoke(cli, [command, folder, "--format", kind])
    assert ran.exit_code in {0, 1}, ran.output
    out = ran.stdout
    assert len(out) < 400_000
    if kind == "html":
        assert_closed(Page(out))
    if kind in {"html", "svg"}:
        assert "<script>alert" not in out
        assert "\x1b" not in out
    if kind == "mermaid":
        assert all(line.count('"') in {0, 2} for line in out.splitlines() if not line.startswith("  %%"))


def test_escaped_is_one_short_line() -> None:
    assert escaped('<a href="x">\n\x00&') == "&lt;a href=&quot;x&quot;&gt;\\n\\x00&amp;"
    assert len(escaped("<" * 100_000)) <= 4 * 2_000
    assert "\\udcff" in escaped("\udcff")


def test_five_thousand_findings_fit_into_five_megabytes() -> None:
    text = "".join(f"line {number} of a file with some words in it\n" for number in range(5_000))
    source = Source("docker/Dockerfile", text)
    found = []
    for number in range(5_000):
        start = source.position(source.line_starts[number])
        location = replace(made_report.ROOT.location, start=start, end=Position(start.line, start.column + 4))
        message = f"finding {number} says what is wrong here and what to do about it, in a sentence or two as usual"
        found.append(replace(made_report.ROOT, location=location, message=message))
    out = io.StringIO()
    began = time.process_time()
    write_page(replace(made_report.report(*found), source=lambda _: source), out)
    assert time.process_time() - began < 5
    assert len(out.getvalue().encode()) < 5_000_000
    assert len(Page(out.getvalue()).having("class", "finding")) == 5_000


def test_a_report_without_findings_says_so() -> None:
    out = io.StringIO()
    write_page(made_report.report(), out)
    assert_closed(Page(out.getvalue()))
    assert "<p>None.</p>" in out.getvalue()


def luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_texts_stand_out_from_their_grounds(colours: dict[str, str]) -> None:
    for ground in ("page", "panel", "card"):
        for text in ("ink", "soft", "link", "error", "warning", "note"):
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
        for line in ("edge", "error-fill", "focus"):
            assert contrast(colours[line], colours[ground]) >= 3, (line, ground)
    assert contrast(colours["ink"], colours["mark"]) >= 4.5
    assert contrast(colours["page"], colours["error"]) >= 4.5
    assert contrast(colours["page"], colours["warning"]) >= 4.5
    assert contrast(colours["page"], colours["ink"]) >= 4.5


def test_no_text_is_tiny() -> None:
    sizes = re.findall(r"font(?:-size)?: (?:\d+ )?([\d.]+)px", asset("page.css") + asset("drawing.css"))
    assert len(sizes) > 5
    assert min(map(float, sizes)) >= 11.5


def test_a_plain_check_imports_nothing_of_maps_and_pages(tmp_path: Path) -> None:
    write(tmp_path, deployment(3))
    code = (
        "import sys\nfrom maverick_lint.cli.main import main\n"
        "try: main()\nexcept SystemExit: print('MODULES', *sys.modules, sep='\\n')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    modules = done.stdout.partition("MODULES\n")[2].split()
    assert "maverick_lint.stack.listening" in modules
    assert not [name for name in modules if name.startswith(("maverick_lint.stack.map", "maverick_lint.report.map"))]
    assert not [name for name in modules if name.startswith("maverick_lint.report.html")]


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    files = deployment(12)
    write(tmp_path / "one", files)
    write(tmp_path / "two", dict(reversed(files.items())))
    for form in ("text", "mermaid", "html", "svg", "json"):
        outs = [tool(tmp_path / name, "map", "--format", form).out for name in ("one", "two")]
        assert all(one == other for one, other in pairwise(outs))


def test_map_writes_a_file(tmp_path: Path) -> None:
    write(tmp_path, deployment(2, broken=False))
    ran = tool(tmp_path, "map", "--format", "svg", "--output", "out/map.svg")
    assert (ran.status, ran.out) == (0, "")
    assert (tmp_path / "out" / "map.svg").read_text().startswith("<?xml")
