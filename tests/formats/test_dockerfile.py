"""Reading Dockerfiles: instructions, places, recovery."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dockerfile_reading import document, model


def shown(text: str) -> list[tuple[str, str]]:
    return [(error.message, text[error.span.start : error.span.end]) for error in document(text).errors]


def test_lines_are_joined_and_places_stay_true() -> None:
    text = "FROM a\nRUN one \\\n  # a comment\n\n  two\\\n three\n"
    run = model(text).instructions[1]
    assert run.rest == "one   two three"
    at = run.rest.index("three")
    span = run.joined.span(run.body + at, run.body + at + 5)
    assert text[span.start : span.end] == "three"
    assert text[run.span.start : run.span.end] == text[7:-1]
    assert len(run.blanks) == 1
    assert [comment.text for comment in document(text).comments()] == ["a comment"]


def test_keyword_split_over_lines_and_windows_line_ends() -> None:
    text = 'FROM a\r\nRU\\\r\nN echo\r\nCMD ["x"]\r\n'
    found = model(text).instructions
    assert [one.name for one in found] == ["FROM", "RUN", "CMD"]
    assert found[1].rest == "echo"
    assert found[0].arguments[0].text == "a"


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("RUN <<EOF\na\nEOF\n", ["a\n"]),
        ("RUN <<-EOF\n\ta\n\tEOF\n", ["\ta\n"]),
        ("RUN <<'E O'\nEOF\nE O\n", ["EOF\n"]),
        ('COPY <<A <<"B" /x/\n1\nA\n2\nB\n', ["1\n", "2\n"]),
        ("ADD <<A /x\nFROM b\nA\n", ["FROM b\n"]),
        ("ONBUILD RUN cat <<A 3<<B\nx\nA\nB\n", ["x\n", ""]),
        ("RUN a \\\n <<A \\\n b\nx\nA\n", ["x\n"]),
        ("RUN echo $((1 << 2)) <<<word\n", []),
        ('RUN ["cat", "<<A"]\n', []),
        ("RUN echo '<<A\n", []),
        ("CMD cat <<A\n", []),
    ],
)
def test_heredocs(text: str, bodies: list[str]) -> None:
    text = "FROM a\n" + text + "USER u\n"
    found = model(text).instructions
    holder = found[1].inner or found[1]
    assert [text[one.body.start : one.body.end] for one in holder.heredocs] == bodies
    assert [one.name for one in found if one.name != "ONBUILD"][-1] == "USER"
    assert len(found) == 3


def test_quoted_heredoc_is_not_expanded() -> None:
    found = model("FROM a\nCOPY <<A <<'B' /x\nA\nB\n").instructions[1]
    assert [one.expand for one in found.heredocs] == [True, False]


def test_directives() -> None:
    found = model("# syntax=docker/dockerfile:1\n# escape=`\n# check=skip=all\nFROM a\nRUN x `\n  y\nRUN C:\\\n")
    assert [(one.name, one.value) for one in found.directives] == [
        ("syntax", "docker/dockerfile:1"),
        ("escape", "`"),
        ("check", "skip=all"),
    ]
    assert found.instructions[1].rest == "x   y"
    assert found.instructions[2].rest == "C:\\"
    assert model("# a comment\n# escape=`\nFROM a\nRUN x \\\n y\n").escape == "\\"


def test_flags_pairs_and_json() -> None:
    text = 'FROM --platform=$BUILDPLATFORM a AS b\nCOPY --from=b --chmod="7 5" x y\nENV A=1 B="c d"\nENV old way = x\n'
    text += 'LABEL "k"=v\nARG n\nCMD ["a\\n", "b"]\n'
    found = model(text).instructions
    assert [(flag.name, flag.value) for flag in found[1].flags] == [("from", "b"), ("chmod", "7 5")]
    assert [(pair.name, pair.value) for pair in found[2].pairs] == [("A", "1"), ("B", '"c d"')]
    assert [(pair.name, pair.value, pair.legacy) for pair in found[3].pairs] == [("old", "way = x", True)]
    assert [(pair.name, pair.value) for pair in found[4].pairs] == [("k", "v")]
    assert [(pair.name, pair.value) for pair in found[5].pairs] == [("n", None)]
    assert found[6].json
    assert [word.text for word in found[6].arguments] == ["a\n", "b"]
    span = found[6].arguments[1].span
    assert text[span.start : span.end] == '"b"'


def test_one_error_for_each_bad_line_and_the_rest_is_read() -> None:
    text = (
        "FROM a\nRUM x\nCOPY y\nENV\nUSER u\nEXPOSE\nHEALTHCHECK CMD\nSHELL bash\nRUN --mnt=x y\nONBUILD\nWORKDIR /w\n"
    )
    assert [token for _, token in shown(text)] == [
        "RUM", "COPY", "ENV", "EXPOSE", "HEALTHCHECK", "SHELL", "--mnt=x", "ONBUILD",
    ]  # fmt: skip
    assert [one.name for one in model(text).instructions] == ["FROM", "USER", "WORKDIR"]
    assert "RUN is meant" in shown(text)[0][0]


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("FROM a # c\n", "#"),
        ("FROM a BS b\n", "BS"),
        ("FROM a AS 1b\n", "1b"),
        ("RUN x\nFROM a\n", "RUN"),
        ("FROM a\nRUN <<E\n", "<<E"),
        ("FROM a\nCMD [1]\n", "[1]"),
        ("FROM a\nENV a=b c\n", "c"),
        ("FROM a\nHEALTHCHECK --timeout=5 CMD x\n", "5"),
        ("# escape=x\nFROM a\n", "x"),
    ],
)
def test_what_buildkit_refuses(text: str, token: str) -> None:
    assert [found for _, found in shown(text)] == [token]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("{% if x %}\nFROM a\n{% endif %}\n", "Dockerfile"),
        ("FROM {{ image }}\n", "Dockerfile"),
        ("FROM a\nRUN {{ run }}\n", "Dockerfile.j2"),
        ("FROM @IMAGE\nRUM x\n", "Dockerfile.in"),
    ],
)
def test_templates_are_not_judged(text: str, path: str) -> None:
    found = document(text, path)
    assert found.model is None
    assert found.errors == ()


def test_go_templates_in_a_command_are_no_template() -> None:
    assert [one.name for one in model("FROM a\nRUN docker inspect -f '{{ .Id }}' x\n").instructions] == ["FROM", "RUN"]


def test_fragment_and_empty_file() -> None:
    found = model("RUN x\nUSER u\n")
    assert found.final is None
    assert len(found.stages[0].instructions) == 2
    assert document("RUN x\n").errors == ()
    assert document("# only a comment\n").model is None
    assert len(document("").errors) == 1


_WORDS = r"""FROM a|RUN |COPY |ENV a=b|ONBUILD |HEALTHCHECK CMD |<<EOF|<<-'E'|EOF|# c|# escape=`|`|\|["a", "b"]|[1]|'"""
_MORE = r'"|--from=x |$|${a:-x}|#|=|a=b'
_PIECES = [*_WORDS.split("|"), *_MORE.split("|")]
_BREAKS = ["\\\n", "\\\r\n", "\n", "\r", "\r\n", " ", "\t", "\x00", "é"]


@given(st.lists(st.one_of(st.sampled_from(_PIECES + _BREAKS), st.text(max_size=4)), max_size=25).map("".join))
def test_every_text_is_read_with_true_places(text: str) -> None:
    found = document(text)
    spans = [error.span for error in found.errors] + [comment.span for comment in found.comments()] + [*found.scopes()]
    if found.model is not None:
        for stage in found.model.stages:
            _ = stage.user, stage.last("CMD")
        for one in found.model.instructions:
            holder = one.inner or one
            spans += [one.span, one.keyword, one.rest_span, *(word.span for word in holder.arguments)]
            spans += [span for flag in holder.flags for span in (flag.span, flag.value_span)]
            spans += [span for pair in holder.pairs for span in (pair.span, pair.name_span, pair.value_span)]
            spans += [heredoc.body for heredoc in holder.heredocs]
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)


@pytest.mark.parametrize(
    "text",
    [
        'RUN "' + "a" * 2_000_000,
        "ENV a=" + "\\'" * 1_000_000,
        "".join(f"RUN <<A{number}\n" for number in range(20_000)),
        "CMD " + "[" * 2_000_000,
        "FROM a\nENV a=" + "${a:-" * 100_000,
        "RUN a \\\n" * 100_000,
    ],
)
def test_hostile_texts_end_soon(text: str) -> None:
    start = time.process_time()
    found = document(text)
    if found.model is not None:
        assert found.model.stages is not None
    assert time.process_time() - start < 2, "a second, and as much again for a loaded machine"
