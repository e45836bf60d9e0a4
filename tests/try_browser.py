"""Opens the pages in a real browser, light and dark, with a mouse and without, and looks at what is there.

Chromium is driven through its own DevTools protocol by playwright: `pip install playwright`, and chromium from the
system's packages. `python tests/try_browser.py [FOLDER]` also puts screenshots into FOLDER. Where either is missing it
says so and succeeds, unless BROWSER=required.
"""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from many_services import deployment
from support import write

ROOT = Path(__file__).parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
# Boxes and labels of the drawing as the browser lays them out; texts must lie inside their boxes and none over another.
MEASURE = """() => {
  const map = document.querySelector('svg.map');
  const area = (one) => { const b = one.getBBox(); return [b.x, b.y, b.x + b.width, b.y + b.height]; };
  const nodes = [...map.querySelectorAll('a.node')];
  return {
    cut: nodes.filter((node) => {
      const box = area(node.querySelector('.box'));
      return [...node.querySelectorAll('text.name, text.more')].some((text) => {
        const t = area(text);
        return t[0] < box[0] || t[2] > box[2] || t[1] < box[1] || t[3] > box[3];
      });
    }).length,
    areas: nodes.map((node) => area(node.querySelector('.box'))).concat(
      [...map.querySelectorAll('a.edge text')].map(area)),
    smallest: Math.min(...[...map.querySelectorAll('text')].map((t) => parseFloat(getComputedStyle(t).fontSize))),
  };
}"""


def main() -> int:
    """Run every look; returns the exit status."""
    try:
        sync_playwright = importlib.import_module("playwright.sync_api").sync_playwright
    except ImportError:
        return missing("playwright is not installed")
    if CHROMIUM is None:
        return missing("no chromium is installed")
    shots = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    failed = 0
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as folder:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        pages = pages_of(Path(folder))
        for scheme in ("light", "dark"):
            for name, path in pages.items():
                with opened(browser, path, scheme) as page:
                    for look in LOOKS["report" if name.endswith("report") else "map"]:
                        failed += not tried(look, page, f"{name}, {scheme}")
                    if shots is not None:
                        shots.mkdir(parents=True, exist_ok=True)
                        page.screenshot(path=shots / f"{name}-{scheme}.png")
        browser.close()
    print("failed" if failed else "every page holds")  # noqa: T201 - a script for people
    return int(failed > 0)


def missing(what: str) -> int:
    """Say what is missing."""
    print(f"not tried: {what}")  # noqa: T201 - as above
    return int(os.environ.get("BROWSER") == "required")


def pages_of(folder: Path) -> dict[str, Path]:
    """Write the pages that are looked at."""
    pages = {}
    for number in (3, 40):
        home = write(folder / str(number), deployment(number))
        for name, arguments in (("map", ["map"]), ("report", ["check", "--exit-zero"])):
            target = pages[f"{number}-{name}"] = folder / f"{number}-{name}.html"
            command = [sys.executable, "-m", "maverick_lint", *arguments, "--format", "html"]
            with target.open("wb") as out:
                subprocess.run(command, cwd=home, stdout=out, check=True)
    return pages


@contextmanager
def opened(browser: Any, path: Path, scheme: str) -> Iterator[Any]:  # noqa: ANN401 - playwright has its own types
    """Open a page; what it asks of the network and what goes wrong in it makes it fail."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    troubles: list[str] = []
    page.on("request", lambda request: troubles.append(request.url) if not request.url.startswith("file:") else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda message: troubles.append(message.text))
    page.goto(path.as_uri())
    yield page
    assert troubles == [], troubles
    context.close()


def tried(look: Callable[[Any, str], None], page: Any, name: str) -> bool:  # noqa: ANN401 - as above
    """Try one look and say how it went."""
    try:
        look(page, name.rpartition(" ")[2])
    except AssertionError as error:
        print(f"FAILED {look.__name__} ({name}): {error}")  # noqa: T201 - as above
        return False
    print(f"holds: {look.__name__} ({name})")  # noqa: T201 - as above
    return True


def comes_true(page: Any, condition: str) -> None:  # noqa: ANN401 - as above
    """Wait up to 5 s, asking from outside: the pages' own policy forbids playwright's waiting inside."""
    for _ in range(100):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    raise AssertionError(condition)


def boxes_and_labels_lie_apart(page: Any, _: str) -> None:  # noqa: ANN401 - as above
    found = page.evaluate(MEASURE)
    assert found["cut"] == 0, "a text is wider than its box"
    assert found["smallest"] >= 11, "a text is tiny"
    areas = sorted(found["areas"])
    for index, (left, top, right, bottom) in enumerate(areas):
        for x1, y1, x2, y2 in areas[index + 1 :]:
            if x1 >= right:
                break
            over = min(bottom, y2) - max(top, y1)
            # lines of one label touch: their boxes include the room of the font above and below the letters
            assert over < 4 or min(right, x2) - max(left, x1) < 1, (left, top, x1, y1)


def broken_joints_are_red(page: Any, scheme: str) -> None:  # noqa: ANN401 - as above
    red = page.evaluate("getComputedStyle(document.querySelector('a.edge.bad .line')).stroke")
    plain = page.evaluate("getComputedStyle(document.querySelector('a.edge:not(.bad) .line')).stroke")
    assert red == {"light": "rgb(213, 50, 62)", "dark": "rgb(217, 67, 78)"}[scheme], red
    assert plain != red
    assert "listens on 8000" in page.inner_text("#broken")


def colours_follow_the_system_and_the_switch(page: Any, scheme: str) -> None:  # noqa: ANN401 - as above
    ground = "getComputedStyle(document.body).backgroundColor"
    colours = {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 22, 28)"}
    assert page.evaluate(ground) == colours[scheme]
    page.focus("#theme")
    for wanted in ("light", "dark", scheme):
        page.keyboard.press("Enter")
        assert page.evaluate(ground) == colours[wanted], wanted


def a_joint_speaks_on_focus_and_opens_its_node(page: Any, _: str) -> None:  # noqa: ANN401 - as above
    page.locator("a.edge.bad").first.focus()
    tip = page.inner_text("#tip")
    assert tip.startswith("Broken: "), tip
    assert "listens on 8000" in tip
    page.keyboard.press("Escape")
    assert "on" not in (page.get_attribute("#tip", "class") or "").split()
    page.locator("a.edge.bad").first.focus()
    page.keyboard.press("Enter")
    comes_true(page, "!!document.querySelector('details:target')?.open && document.activeElement.matches('summary')")
    opened_id = page.evaluate("location.hash.slice(1)")
    assert page.evaluate("document.activeElement.parentElement.id") == opened_id
    assert page.locator(f"#{opened_id} pre").count() > 0, "the lines of the file are there"


def a_node_speaks_under_the_mouse(page: Any, _: str) -> None:  # noqa: ANN401 - as above
    node = page.locator("a.node.service").first
    node.scroll_into_view_if_needed()
    node.hover()
    assert page.inner_text("#tip").startswith("service "), page.inner_text("#tip")
    assert page.locator("svg.map.picked a.edge.near").count() > 0
    page.mouse.move(2, 2)


def the_drawing_can_be_made_larger_and_smaller(page: Any, _: str) -> None:  # noqa: ANN401 - as above
    width = float(page.get_attribute("svg.map", "width"))
    page.focus("#zoom-in")
    page.keyboard.press("Space")
    assert float(page.get_attribute("svg.map", "width")) > width
    page.click("#zoom-fit")
    assert page.evaluate(
        "document.querySelector('.canvas').scrollWidth <= document.querySelector('.canvas').clientWidth"
    )
    page.click("#zoom-one")
    assert float(page.get_attribute("svg.map", "width")) == round(width)


def findings_are_filtered_by_keyboard(page: Any, _: str) -> None:  # noqa: ANN401 - as above
    shown = page.locator("#groups .finding:visible")
    every = page.locator("#groups .finding").count()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    page.keyboard.type("proxied-port 9999")
    assert 0 < shown.count() < every
    assert page.inner_text("#shown").startswith(f"{shown.count()} of {every} ")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert shown.count() == 0, "errors are left out"
    page.focus("#clear")
    page.keyboard.press("Enter")
    assert shown.count() == every
    page.focus("#section")
    page.keyboard.press("ArrowDown")
    assert 0 < shown.count() < every
    page.focus("#clear")
    page.keyboard.press("Enter")


def findings_are_grouped_by_keyboard(page: Any, _: str) -> None:  # noqa: ANN401 - as above
    page.focus("input[name=by][value=file]")
    heads = page.locator("#groups h3")
    page.keyboard.press("ArrowRight")
    assert "stack/proxied-port" in " ".join(heads.all_text_contents())
    page.keyboard.press("ArrowRight")
    assert (heads.first.text_content() or "").startswith("§ ")
    page.keyboard.press("ArrowRight")
    assert "compose.yaml" in " ".join(heads.all_text_contents())


def a_row_of_a_table_filters(page: Any, _: str) -> None:  # noqa: ANN401 - as above
    row = page.locator("button.pick[data-pick=section]").first
    row.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('#section').value") == row.get_attribute("data-value")
    page.click("#clear")


LOOKS: dict[str, list[Callable[[Any, str], None]]] = {
    "map": [
        boxes_and_labels_lie_apart, broken_joints_are_red, a_joint_speaks_on_focus_and_opens_its_node,
        a_node_speaks_under_the_mouse, the_drawing_can_be_made_larger_and_smaller,
        colours_follow_the_system_and_the_switch,
    ],
    "report": [
        boxes_and_labels_lie_apart, broken_joints_are_red, findings_are_filtered_by_keyboard,
        findings_are_grouped_by_keyboard, a_row_of_a_table_filters, colours_follow_the_system_and_the_switch,
    ],
}  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
