"""Commands of shell scripts: words, variables, wrappers, and what becomes of a failure."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maverick_lint.core.facts.command import Command
from maverick_lint.core.source import Segment, Source
from maverick_lint.formats._shell import commands_of, errors_of, script_of


def commands(text: str, **variables: str) -> tuple[Command, ...]:
    return commands_of(Source("x.sh", text), variables)


def words(text: str, **variables: str) -> list[list[str | None]]:
    return [[word.text for word in command.words] for command in commands(text, **variables)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 'b c' \"d e\"f g\\ h", [["a", "b c", "d ef", "g h"]]),
        ("if a; then b; elif c; then d; else e; fi", [["a"], ["b"], ["c"], ["d"], ["e"]]),
        ("for i in 1 2; do a; done; while b; do c; done", [["a"], ["b"], ["c"]]),
        ("case $1 in x) a ;; *) b ;; esac", [["a"], ["b"]]),
        ("f() { a | b; }; (c; d) && { e; }", [["a"], ["b"], ["c"], ["d"], ["e"]]),
        ('x=$(a `b`); [ -n "$(c)" ] && d <(e)', [["a", None], ["b"], ["c"], ["d", None], ["e"]]),
        ("a && b || c; d & e", [["a"], ["b"], ["c"], ["d"], ["e"]]),
        ("cat <<EOF | grep x && y\n$(z)\nEOF\n", [["cat"], ["z"], ["grep", "x"], ["y"]]),
        ("export A=b; ! c", [["export", "A=b"], ["c"]]),
        ("a \\\n  b \\\r\n  c\r\nd\r\n", [["a", "b", "c"], ["d"]]),
    ],
)
def test_commands_at_command_position(text: str, expected: list[list[str | None]]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sudo -u app docker ps", ["sudo", "docker"]),
        ("env -i A=1 X=2 npm test", ["env", "npm"]),
        ("timeout -k 5 60 nice -n 10 make lint", ["timeout", "nice", "make"]),
        ("command -v docker", ["command"]),
        ("ls | xargs -n 1 -I{} rm {}", ["ls", "xargs", "rm"]),
        ("find . -name x -exec rm {} +", ["find", "rm"]),
        ("bash -ec 'a && b'", ["bash", "a", "b"]),
        ('sh -c "echo \\"$A\\"; b"', ["sh", "echo", "b"]),
        ("ssh host 'cd /x && git pull'", ["ssh", "cd", "git"]),
        ("ssh host <<'EOF'\na\nEOF\n", ["ssh", "a"]),
        ("exec nohup time flock /tmp/lock deploy", ["exec", "nohup", "time", "flock", "deploy"]),
    ],
)
def test_wrapped_commands_follow_their_wrapper(text: str, expected: list[str]) -> None:
    assert [command.name for command in commands(text)] == expected


def test_assigned_variables_reach_the_wrapped_command() -> None:
    assert commands("env A=1 npm test")[1].assigned == (("A", "1"),)
    assert commands("CI=1 B=$X npm test")[0].assigned == (("CI", "1"), ("B", None))


def test_variables_set_once_are_known() -> None:
    assert words('A=1\nB="$A.2"\nx $B ${C:-d} ${A:-e}')[-1] == ["x", "1.2", None, "1"]
    assert words("OPTS='-d --rm'\nx $OPTS y")[-1] == ["x", "-d", "--rm", "y"]
    assert words("x $GIVEN", GIVEN="v")[-1] == ["x", "v"]


@pytest.mark.parametrize(
    "text",
    [
        "A=1\nA=2\nx $A",
        "if y; then A=1; fi\nx $A",
        "x $A\nA=1",
        "A+=1\nx $A",
        "for A in 1; do x $A; done",
        "read A\nx $A",
    ],
)
def test_variables_that_may_differ_are_unknown(text: str) -> None:
    used = next(command for command in commands(text) if command.name == "x")
    assert used.arguments == (None,)


def test_what_is_unknown_stands_as_written() -> None:
    text = 'IMAGE="ghcr.io/${{ github.repository }}:${{ inputs.version }}"\ndocker pull $IMAGE'
    word = commands(text)[0].words[2]
    assert word.text is None
    assert word.expanded == "ghcr.io/${{ github.repository }}:${{ inputs.version }}"
    assert word.raw == "$IMAGE"


def flags(text: str) -> dict[str, str]:
    return {
        command.name: "".join(
            letter for letter, on in (("i", command.ignored), ("c", command.condition), ("b", command.background)) if on
        )
        for command in commands(text)
    }


def test_what_becomes_of_a_failure() -> None:
    assert flags("a || true; b || :; c || echo no; d || e") == {
        "a": "ic", "true": "", "b": "ic", ":": "", "c": "ic", "echo": "", "d": "c", "e": "",
    }  # fmt: skip
    assert flags("a | b") == {"a": "i", "b": ""}
    assert flags("set -o pipefail\na | b") == {"set": "", "a": "", "b": ""}
    assert flags("if a; then b; fi; ! c; (d; e) || true")["d"] == "ic"
    assert flags("(a && b) & c &") == {"a": "cb", "b": "b", "c": "b"}


def test_places_are_those_of_the_outermost_file() -> None:
    outer = Source("ci.yml", "run: |\n  make lint\n  make test\n")
    inner = Source("ci.yml", "make lint\nmake test\n", outer, (Segment(0, 9, 10), Segment(10, 21, 10)))
    places = [command.words[1].place.span for command in commands_of(inner)]
    assert [outer.text[span.start : span.end] for span in places] == ["lint", "test"]


def test_characters_outside_ascii_do_not_move_places() -> None:
    text = "echo 'grün—✓' && drücke \"$A—x\" ende"
    last = commands(text)[-1]
    assert [text[w.place.span.start : w.place.span.end] for w in last.words] == ["drücke", '"$A—x"', "ende"]
    assert last.words[1].expanded == "$A—x"


@pytest.mark.parametrize(
    ("text", "message", "token"),
    [
        ("if a; then\n b\n", "this `if` is never closed by `fi`", "if"),
        ("a\nfi\n", "`fi` stands here without an open `if`", "fi"),
    ],
)
def test_sure_syntax_errors(text: str, message: str, token: str) -> None:
    [error] = errors_of(Source("x.sh", text))
    assert error.message == message
    assert text[error.span.start : error.span.end] == token


def test_no_error_where_the_parser_is_in_doubt() -> None:
    assert errors_of(Source("x.sh", "for i do a; done\nA=$'\\n' b=(`c`)\nfor x in y; do\n z\ndone\n")) == ()


def test_a_statement_that_the_parser_loses_is_open_by_its_words() -> None:
    # A help text, a `case` whose last branch has no `;;`, and a test with `||` at the end of its line, as OpenFOAM has.
    usage = "usage() {\n    cat<<USAGE\nUSAGE\n}\n"
    options = 'while [ "$#" -gt 0 ]\ndo\n    case "$1" in\n    -h | -help*)\n        ;;\n    *)\n    esac\ndone\n'
    body = 'if [ "$#" -gt 0 ]\nthen\n    [ -z "$E" ] ||\n    echo >> $file\nelif [ -d $DIR ]\nthen\n    rm "$A"\nfi\n'
    assert errors_of(Source("x.sh", usage + options + body)) == ()


@pytest.mark.parametrize(
    "text",
    ["$(" * 3000, "a | " * 50_000, "\0" * 100_000, "a=(" * 10_000, ")" * 20_000, "a && " * 20_000, "x " * 400_000],
)
def test_hostile_texts_end_soon(text: str) -> None:
    script = script_of(Source("x.sh", text))
    assert len(script.body) <= 20_000


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("ssh deploy@host docker stop app", ["docker", "stop", "app"]),
        ("ssh -p 22 -i key deploy@host sudo docker ps", ["docker", "ps"]),
        ('ssh "$HOST" docker run -e "A=b" "$IMAGE"', ["docker", "run", "-e", "A=b", None]),
        ("ssh deploy@host 'docker stop app'", ["docker", "stop", "app"]),
        ("ssh deploy@host <<EOF\ndocker stop app\nEOF", ["docker", "stop", "app"]),
    ],
)
def test_what_ssh_runs_elsewhere(text: str, inner: list[str | None]) -> None:
    outer, *_, last = commands(text)
    assert [word.text for word in last.words] == inner
    assert last.remote
    assert not outer.remote


def test_ssh_without_a_command_runs_none() -> None:
    assert [command.name for command in commands("ssh -N -L 1:localhost:1 deploy@host\nssh -V")] == ["ssh", "ssh"]


@pytest.mark.parametrize(
    ("text", "ignored"),
    [
        ("set +e\npytest\necho done", True),
        ("set +e\npytest", False),
        ("set +e\npytest\nstatus=$?\nexit $status", False),
        ("set +e\ntrue\nset -e\npytest\necho done", False),
        ("pytest\necho done", False),
    ],
)
def test_a_failure_after_set_plus_e(text: str, ignored: bool) -> None:  # noqa: FBT001 - a parameter of the test
    [found] = [command for command in commands(text) if command.name == "pytest"]
    assert found.ignored is ignored


def test_values_do_not_grow_without_bound() -> None:
    text = "X0=ab\n" + "\n".join(f"X{n + 1}=$X{n}$X{n}" for n in range(60)) + "\necho $X60\n"
    assert words(text)[-1] == ["echo", None]


PARTS = [
    *"a${}()'\"`|&;<>#\\é \n\t",
    *("if", "then", "fi", "do", "done", "${{", "}}", "[[", "]]", "EOF", "<<", "\r\n"),
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PARTS)))
def test_any_text_is_read_without_a_fault(parts: list[str]) -> None:
    text = " ".join(parts)
    for command in commands(text):
        assert 0 <= command.place.span.start <= command.place.span.end <= len(text)
        for word in command.words:
            span = word.place.span
            assert text[span.start : span.end] == word.raw
    for error in errors_of(Source("x.sh", text)):
        assert error.span.end <= len(text)


@pytest.mark.parametrize(
    ("word", "text", "expanded"),
    [
        ("$A:$B:80", "a:b:80", "a:b:80"),
        ("$A/$B/$A/c", "a/b/a/c", "a/b/a/c"),
        ("$A:$C:80", None, "a:$C:80"),
        ("$A/$1", None, "a/$1"),
        ('"$A"x$B.c', "axb.c", "axb.c"),
        ("$A:$B", "a:b", "a:b"),
    ],
)
def test_a_word_of_several_variables_is_one(word: str, text: str | None, expanded: str) -> None:
    source = Source("x.sh", f"A=a\nB=b\ncmd {word} end\n")
    [command] = commands_of(source)
    assert [(one.text, one.raw, one.expanded) for one in command.words[1:]] == [
        (text, word, expanded), ("end", "end", "end"),
    ]  # fmt: skip
    span = command.words[1].place.span
    assert source.text[span.start : span.end] == word
