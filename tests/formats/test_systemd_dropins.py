"""What changes a unit from outside of its file: drop-ins, and files of variables."""

from __future__ import annotations

import pytest

from maverick_lint.core.facts.units import UnitFact
from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader, facts_of, parse
from maverick_lint.formats.systemd.dropins import drop_ins_of, owners
from maverick_lint.formats.systemd.model import Unit


def read(path: str, files: dict[str, str]) -> Unit:
    model = parse("systemd", Source(path, files[path]), FilesReader(MemoryFiles(files))).model
    assert isinstance(model, Unit)
    return model


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.service", ["a.service", "service"]),
        ("a@.service", ["a@.service", "service"]),
        ("a@x-y.service", ["a@x-y.service", "a@.service", "service"]),
        ("a-b-c.timer", ["a-b-c.timer", "a-b-.timer", "a-.timer", "timer"]),
        ("a-b@x.service", ["a-b@x.service", "a-b@.service", "a-.service", "service"]),
        ("a-.slice", ["a-.slice", "slice"]),
        ("-.slice", ["-.slice", "slice"]),
    ],
)
def test_whose_drop_ins_count(name: str, expected: list[str]) -> None:
    assert list(owners(name)) == expected


def test_of_one_name_the_most_special_counts_and_all_come_in_the_order_of_names() -> None:
    paths = [
        *("u/shop-web@.service", "u/shop-web@.service.d/20-a.conf", "u/shop-.service.d/20-a.conf"),
        *("u/shop-.service.d/10-b.conf", "u/service.d/30-c.conf", "u/service.d/note.txt", "v/service.d/1.conf"),
        "u/shop-web@eu.service.d/99-eu.conf",
    ]
    reader = FilesReader(MemoryFiles(dict.fromkeys(paths, "")))
    assert drop_ins_of("u/shop-web@.service", reader) == [
        *("u/shop-.service.d/10-b.conf", "u/shop-web@.service.d/20-a.conf", "u/service.d/30-c.conf"),
    ]
    assert drop_ins_of("u/shop-web@eu.service", reader)[-1] == "u/shop-web@eu.service.d/99-eu.conf"


def test_the_folders_of_systemd_are_one() -> None:
    unit = "image/usr/lib/systemd/system/a.service"
    files = [
        *(unit, "image/etc/systemd/system/a.service.d/1.conf", "image/usr/lib/systemd/system/a.service.d/1.conf"),
        *("image/usr/lib/systemd/system/a.service.d/2.conf", "other/etc/systemd/system/a.service.d/3.conf"),
        "image/etc/systemd/user/a.service.d/4.conf",
    ]
    reader = FilesReader(MemoryFiles(dict.fromkeys(files, "")))
    assert drop_ins_of(unit, reader) == [files[1], files[3]]


def test_an_empty_value_takes_back_what_the_unit_starts() -> None:
    unit = "[Service]\nExecStart=/usr/bin/a\nRestart=always\nEnvironment=A=1\n"
    files = {
        "a.service": unit,
        "a.service.d/10.conf": "[Service]\nExecStart=\nExecStart=/usr/bin/b\nRestart=\n",
        "a.service.d/20.conf": "[Service]\nEnvironment=\nEnvironment=B=2\n",
    }
    model = read("a.service", files)
    assert [entry.value for entry in model.listed("Service", "ExecStart")] == ["/usr/bin/b"]
    assert model.value("Service", "Restart") is None
    assert model.environment == {"B": "2"}


def test_an_empty_file_hides_the_one_of_its_name() -> None:
    files = {
        "a-b.service": "[Service]\nExecStart=/usr/bin/a\n",
        "a-.service.d/1.conf": "[Service]\nUser=shop\n",
        "a-b.service.d/1.conf": "",
    }
    assert read("a-b.service", files).value("Service", "User") is None
    assert read("a-b.service", {**files, "a-b.service.d/1.conf": "[Service]\nUser=b\n"}).value("Service", "User") == "b"


UNIT = """\
[Service]
WorkingDirectory=/opt/shop
Environment="A=1 2" B=%i C=3
EnvironmentFile=-/opt/shop/deploy/shop.env
ExecStart=/usr/bin/gunicorn -b 127.0.0.1:${PORT} --name $C app
"""


def test_a_file_of_the_repository_gives_its_variables_to_the_commands() -> None:
    files = {"a.service": UNIT, "deploy/shop.env": "PORT=8001\nC='4'\n"}
    model = read("a.service", files)
    assert model.environment == {"A": "1 2", "C": "4", "PORT": "8001"}
    [one] = model.variable_files
    assert (one.path, one.found, one.near) == ("/opt/shop/deploy/shop.env", "deploy/shop.env", "")
    [fact] = facts_of(parse("systemd", Source("a.service", UNIT), FilesReader(MemoryFiles(files))))
    assert isinstance(fact.value, UnitFact)
    words = fact.value.commands[0].words
    assert [word.text for word in words] == ["/usr/bin/gunicorn", "-b", "127.0.0.1:8001", "--name", "4", "app"]
    assert UNIT[words[2].place.span.start : words[2].place.span.end] == "127.0.0.1:${PORT}"


@pytest.mark.parametrize("other", ["/etc/shop/shop.env", "%S/shop.env", "/etc/shop/*.env"])
def test_a_file_that_is_not_here_may_set_anything(other: str) -> None:
    files = {"a.service": UNIT + f"EnvironmentFile={other}\n", "deploy/shop.env": "PORT=8001\n"}
    assert read("a.service", files).environment == {}


def test_a_tree_of_the_server_in_the_repository_has_its_files() -> None:
    unit = "[Service]\nEnvironmentFile=/etc/shop/prod.env\nExecStart=/usr/bin/a\n"
    found = read("a.service", {"a.service": unit, "server/etc/shop/prod.env": "A=1\n"})
    assert found.environment == {"A": "1"}
    near = read("a.service", {"a.service": unit, "server/etc/shop/prods.env": "A=1\n"})
    assert [(one.found, one.near) for one in near.variable_files] == [("", "server/etc/shop/prods.env")]
    twice = read("a.service", {"a.service": unit, "x/etc/shop/prod.env": "A=1\n", "y/etc/shop/prod.env": "A=2\n"})
    assert twice.environment == {}
