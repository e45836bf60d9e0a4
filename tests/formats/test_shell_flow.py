"""What deploy scripts do, in the order in which they do it."""

from __future__ import annotations

import pytest

from maverick_lint.core.facts.flow import ScriptFlow
from maverick_lint.core.facts.tasks import Script
from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader, parse
from maverick_lint.formats.detection import file_name
from maverick_lint.formats.shell.detect import by_content, by_path
from maverick_lint.formats.shell.facts import facts

START = "docker run -d --name new img:1\n"
RELOAD = "nginx -t && nginx -s reload\n"


def flow(text: str) -> ScriptFlow:
    document = parse("shell", Source("deploy.sh", text), FilesReader(MemoryFiles({})))
    [found] = [fact.value for fact in facts(document) if isinstance(fact.value, ScriptFlow)]
    return found


def script(text: str) -> Script:
    document = parse("shell", Source("deploy.sh", text), FilesReader(MemoryFiles({})))
    [found] = [fact.value for fact in facts(document) if isinstance(fact.value, Script)]
    return found


def deeds(text: str) -> list[str]:
    return [act.deed for act in flow(text).acts]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("run", "#!/bin/zsh\na\n", None),
        ("run", "#!/usr/bin/env -S bash -e\na\n", "shell"),
        ("bin/run", "#!/bin/dash\n", "shell"),
        ("bin/run", "#!/usr/bin/env python3\n", None),
        ("bin/run", "a\n", None),
        ("run.fish", "a\n", None),
    ],
)
def test_which_files_are_scripts(path: str, text: str, expected: str | None) -> None:
    guess = by_content(file_name(path), text)
    assert (guess.kind if guess else None) == expected
    assert by_path(file_name(path)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("set -euo pipefail\na\n", ("errexit", "nounset", "pipefail")),
        ("set -Eeuxo pipefail\na\n", ("errexit", "nounset", "pipefail")),
        ("set -e -u -o pipefail\na\n", ("errexit", "nounset", "pipefail")),
        ("set -o errexit\nset -o nounset\na\n", ("errexit", "nounset")),
        ("#!/bin/bash -e\na\n", ("errexit",)),
        ("echo hello\ncd /x\nset -e\na\n", ("errexit",)),
        ("a\nset -e\n", ()),
        ("set +e\na\n", ()),
        ("f() { set -e; }\na\n", ()),
    ],
)
def test_options_that_hold_from_the_start(text: str, expected: tuple[str, ...]) -> None:
    assert flow(text).options == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('A=$1\nb "$2"\n', ["1", "2"]),
        ("A=${1:?usage}\n", []),
        ("[ $# -eq 1 ] || exit\nA=$1\n", []),
        ("A=$1\n[[ -z $A ]] && exit 1\n", []),
        ("f() { a $1; }\n", []),
        ("awk '{print $1}'\n# $2\necho \\$3\n", []),
        ('a "${1}" # it\'s $2\n', ["1"]),
    ],
)
def test_arguments_used_without_a_check(text: str, expected: list[str]) -> None:
    assert [number for number, _ in flow(text).unguarded] == expected


def test_functions_run_where_they_are_called() -> None:
    text = f"go() {{\n{RELOAD}}}\n{START}cp x /etc/nginx/conf.d/x.conf\ngo\n"
    assert deeds(text) == ["start", "edit", "test", "reload"]


def test_clean_up_before_a_failure_is_no_step() -> None:
    text = f"{START}if ! nginx -t; then cp old /etc/nginx/x; docker rm -f new; exit 1; fi\nnginx -s reload\n"
    assert deeds(text) == ["start", "test", "reload"]


def test_scripts_on_servers_are_followed() -> None:
    assert deeds(f"ssh host <<'EOF'\n{START}{RELOAD}EOF\n") == ["start", "test", "reload"]
    assert deeds("ssh host 'docker exec web nginx -s reload'\n") == ["reload"]


@pytest.mark.parametrize(
    ("wait", "stops"),
    [
        ("for i in 1 2; do curl -f localhost && break; sleep 1; done", False),
        ("for i in 1 2; do curl -f localhost && break; [ $i = 2 ] && exit 1; done", True),
        ('for i in 1 2; do curl -f localhost && ok=1 && break; done\n[ -n "$ok" ] || exit 1', True),
        ("until curl -f localhost; do sleep 1; done", True),
        ("while true; do curl -f localhost && break; sleep 1; done", True),
        ("n=0\nwhile [ $n -lt 9 ]; do curl -f localhost && break; n=$((n+1)); done", False),
        ("while ! curl -f localhost; do [ $((n++)) -gt 9 ] && break; done", False),
        ("curl --retry 9 -f localhost/health", True),
        ("curl -f localhost/health || echo no", False),
        ("if ! curl -f localhost/health; then exit 1; fi", True),
        ("if curl -f localhost/health; then echo yes; fi", False),
        ("docker compose up -d --wait", True),
    ],
)
def test_waits_that_stop_the_script(wait: str, stops: bool) -> None:  # noqa: FBT001 - a row of the table
    found = [act for act in flow(f"set -e\n{START}{wait}\n{RELOAD}").acts if act.deed == "wait"]
    assert [act.stops for act in found] == [stops]


def test_without_errexit_a_plain_probe_stops_nothing() -> None:
    [act] = [act for act in flow(f"{START}curl -f localhost/health\n{RELOAD}").acts if act.deed == "wait"]
    assert not act.stops


def test_what_runs_in_the_background_says_so() -> None:
    acts = flow("(sleep 60 && docker rm -f old) &\ndocker stop x\nwait\n").acts
    assert [(act.deed, act.background) for act in acts] == [("retire", True), ("retire", False), ("join", False)]


def test_libraries_only_define() -> None:
    assert script("#!/bin/bash\nset -e\nA=1\nf() { b; }\n").library
    assert not script("f() { b; }\nf\n").library
    assert not script("A=1\n").library


@pytest.mark.parametrize(
    ("trap", "stops"),
    [
        ("trap 'docker rm -f new; exit 1' ERR", True),
        ("fail() { docker rm -f new; exit 1; }\ntrap fail ERR", True),
        ("trap 'echo failed' ERR", False),
        ("trap 'exit 1' EXIT", False),
        ("", False),
    ],
)
def test_a_trap_for_failures_that_exits_ends_the_script(trap: str, *, stops: bool) -> None:
    text = f"{START}{trap}\ncurl -f http://127.0.0.1:8001/health\n{RELOAD}"
    assert [act.stops for act in flow(text).acts if act.deed == "wait"] == [stops]


@pytest.mark.parametrize(
    ("trap", "guards"),
    [
        ("trap 'docker rm -f new' ERR", True),
        ("trap 'docker logs new' ERR", False),
        ("trap - ERR", False),
        ("trap 'echo \"docker rm\"' EXIT", False),
        ("trap ./clean.sh EXIT", True),
        ("a() { b; }\nb() { docker stop new; }\ntrap a EXIT", True),
        ("a() { echo x; }\ntrap a EXIT", False),
    ],
)
def test_a_trap_that_may_remove_a_container_is_a_guard(trap: str, *, guards: bool) -> None:
    assert ("guard" in deeds(f"{trap}\n{START}")) is guards


def test_assignments_of_a_line_of_their_own_are_no_part_of_the_next_command() -> None:
    found = script("old=8000 new=8001\nsed -i 's/'$old:$new x\nA=1 \\\n  B=2 docker ps\n").commands
    assert [(one.words[0].raw, one.assigned) for one in found] == [("sed", ()), ("docker", (("A", "1"), ("B", "2")))]
    assert [word.text for word in found[0].words][2] == "s/8000:8001"
    assert found[0].place.span.start == len("old=8000 new=8001\n")
