"""`maverick-lint map`, and the report as a page, as a person calls them."""

from __future__ import annotations

import json
from pathlib import Path

from many_services import deployment
from support import tool, write


def test_map_without_options_is_a_tree_with_what_is_broken(tmp_path: Path) -> None:
    ran = tool(write(tmp_path, deployment(2)), "map")
    assert ran.status == 0
    assert "✕ :9999 -> service service-001 (compose.yaml:10)" in ran.out
    assert "! error nginx/conf.d/upstreams.conf:5 nginx hands requests to `service-001:9999`" in ran.out
    assert "2 broken" in ran.out.splitlines()[-1]


def test_the_settings_say_what_is_broken(tmp_path: Path) -> None:
    files = write(tmp_path, deployment(2))
    assert "0 broken" in tool(files, "map", "--ignore", "stack/proxied-port,stack/scraped-port").out
    data = json.loads(tool(files, "map", "--select", "stack/proxied-port", "--format", "json").out)
    assert [found["rule"] for found in data["findings"]] == ["stack/proxied-port"]


def test_a_suppressed_finding_breaks_no_joint(tmp_path: Path) -> None:
    files = deployment(2)
    path = "nginx/conf.d/upstreams.conf"
    files[path] = files[path].replace(":9999;", ":9999; # maverick-lint: ignore[stack/proxied-port] known")
    assert "✕ :9999" not in tool(write(tmp_path, files), "map").out


def test_nothing_to_draw_is_no_mistake(tmp_path: Path) -> None:
    write(tmp_path, {"notes.txt": "nothing\n"})
    for form in ("text", "mermaid", "html", "svg", "json"):
        assert tool(tmp_path, "map", "--format", form).status == 0


def test_a_path_that_is_missing_is_told_and_the_map_is_drawn(tmp_path: Path) -> None:
    write(tmp_path, deployment(2))
    ran = tool(tmp_path, "map", "compose.yaml", "absent.yml")
    assert ran.status == 3
    assert "nginx upstream" in ran.out


def test_wrong_usage_ends_with_two(tmp_path: Path) -> None:
    assert tool(tmp_path, "map", "--format", "png").status == 2
    assert tool(tmp_path, "map", "--select", "stack/nonsense").status == 2


def test_projects_of_a_repository_are_on_one_map(tmp_path: Path) -> None:
    files = {f"apps/{name}/{path}": text for name in ("a", "b") for path, text in deployment(2).items()}
    files |= {f"apps/{name}/.maverick-lint.toml": "" for name in ("a", "b")}
    data = json.loads(tool(write(tmp_path, files), "map", "--format", "json").out)
    paths = {joint["place"]["path"] for joint in data["joints"]}
    assert {"apps/a/compose.yaml", "apps/b/compose.yaml"} <= paths
    broken = {joint["place"]["path"] for joint in data["joints"] if joint["findings"]}
    assert {"apps/a/nginx/conf.d/upstreams.conf", "apps/b/nginx/conf.d/upstreams.conf"} <= broken
    assert len({node["id"] for node in data["nodes"]}) == len(data["nodes"])


def test_the_report_is_one_of_several_formats(tmp_path: Path) -> None:
    write(tmp_path, deployment(2))
    ran = tool(tmp_path, ".", "--format", "concise", "--format", "html=out/report.html")
    assert ran.status == 1
    assert "stack/proxied-port" in ran.out
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "stack/proxied-port" in page
    assert 'class="edge bad"' in page


def test_the_report_leaves_out_what_a_baseline_holds(tmp_path: Path) -> None:
    write(tmp_path, deployment(2))
    assert tool(tmp_path, "baseline", "known.json").status == 0, "written"
    page = tool(tmp_path, ".", "--baseline", "known.json", "--format", "html").out
    assert 'class="edge bad"' not in page
    assert 'id="shown"' not in page
